import { describe, expect, it } from 'vitest';
import { testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { addBeuk, receive } from './booking.ts';

describe('verifying the balances', () => {
  it('finds the one invoice whose kept balance is not the sum of its postings', async () => {
    const application = await testApplication();
    const { store } = application.context;
    const { invoiceIds } = addFamily(store, addSchool(store), {
      name: 'Gezin Olm',
      payers: [{ firstName: 'Els', lastName: 'Olm' }],
      pupils: [
        {
          firstName: 'Daan',
          lastName: 'Olm',
          invoices: [
            { number: '2026-1', amountCents: 12_480, paidCents: 2480 },
            { number: '2026-2', amountCents: 5000 },
          ],
        },
      ],
    });
    expect(await application.api.ledger.verify()).toEqual({
      invoices: 2,
      postings: 3,
      entries: 0,
      balanceCents: 15_000,
      wrong: [],
      wrongEntries: [],
    });

    store.sql.prepare('UPDATE invoices SET balance_cents = 9999 WHERE id = ?').run(invoiceIds[0]);
    expect((await application.api.ledger.verify()).wrong).toEqual([
      { invoiceId: invoiceIds[0], keptCents: 9999, summedCents: 10_000 },
    ]);
    await application.close();
  });

  it('finds what stands on the wrong name, and entries that are not what they say', async () => {
    const application = await testApplication();
    const { store } = application.context;
    const schoolId = addSchool(store);
    const { householdId, invoiceIds, payerIds } = addBeuk(application, schoolId, [5000, 5000], [5000, 5000]);
    const [first = 0, second = 0] = invoiceIds;
    const whole = await receive(application.api, schoolId, householdId, 1000, { payerId: payerIds[0] ?? 0 });
    const back = await receive(application.api, schoolId, householdId, 2000);
    const reversal = (await application.api.ledger.reverse({ entryId: back, reason: 'fout' })).entryId;
    expect(await application.api.ledger.verify()).toMatchObject({ entries: 3, wrong: [], wrongEntries: [] });

    store.sql.prepare('UPDATE invoices SET attributed_cents = 0 WHERE id = ?').run(first);
    expect((await application.api.ledger.verify()).wrong).toEqual([
      { invoiceId: first, keptCents: 0, summedCents: -1000 },
    ]);

    store.sql.exec('DROP TRIGGER postings_no_update');
    store.sql.prepare('UPDATE postings SET amount_cents = -1001 WHERE entry_id = ?').run(whole);
    store.sql.prepare('UPDATE postings SET invoice_id = ? WHERE entry_id = ?').run(second, reversal);
    const { wrongEntries } = await application.api.ledger.verify();
    expect(wrongEntries).toEqual([
      { entryId: whole, sentence: 'De boekingen zijn samen €\u00a0-10,01 en moeten samen €\u00a0-10,00 zijn.' },
      { entryId: reversal, sentence: 'De storno is niet het exacte tegendeel van wat ze terugdraait.' },
    ]);
    await application.close();
  });
});
