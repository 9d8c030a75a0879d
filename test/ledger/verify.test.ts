import { describe, expect, it } from 'vitest';
import { testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

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
    expect(await application.api.ledger.verify()).toEqual({ invoices: 2, postings: 3, wrong: [] });

    store.sql.prepare('UPDATE invoices SET balance_cents = 9999 WHERE id = ?').run(invoiceIds[0]);
    expect((await application.api.ledger.verify()).wrong).toEqual([
      { invoiceId: invoiceIds[0], keptCents: 9999, summedCents: 10_000 },
    ]);
    await application.close();
  });
});
