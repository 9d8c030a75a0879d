import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds, post } from '#test/support/family.ts';

let application: TestApplication;
let family: FamilyIds;
let schoolId: number;

beforeAll(async () => {
  application = await testApplication();
  schoolId = addSchool(application.context.store);
  family = addFamily(application.context.store, schoolId, {
    name: 'Gezin Beuk',
    payers: ['Els', 'Jan', 'Rik', 'An'].map((firstName) => ({ firstName, lastName: 'Beuk' })),
    pupils: [{ firstName: 'Amina', lastName: 'Beuk', shares: [2500, 2500, 2500, 2500] }],
  });
});
afterAll(() => application.close());

/** What each payer owes according to the list, with these shares on one invoice of this amount. */
async function listed(
  amountCents: number,
  shares: readonly number[],
  paid: readonly number[] = [],
): Promise<[number, number][]> {
  const { store } = application.context;
  const [pupilId = 0] = family.pupilIds;
  store.transaction(() => {
    // Everything earlier is out of the list, so that this invoice is the only one.
    store.sql.prepare(`UPDATE invoices SET withdrawn_at = '2026-11-20T00:00:00.000Z' WHERE withdrawn_at IS NULL`).run();
    family.payerIds.forEach((payerId, index) => {
      store.sql.prepare('UPDATE liabilities SET share_bp = ? WHERE payer_id = ?').run(shares[index], payerId);
    });
    const invoiceId = addInvoice(store, schoolId, pupilId, { number: '2026-1', amountCents });
    paid.forEach((cents, index) => {
      if (cents !== 0) post(store, invoiceId, 'receipt', -cents, '2026-10-20', family.payerIds[index]);
    });
  });
  const { rows } = await application.api.ledger.openItems({ grouping: 'payer' });
  return rows.map((row): [number, number] => [row.key, row.openCents]).toSorted(([a], [b]) => a - b);
}

describe('the share of a payer in the list', () => {
  it('gives the cent left over to the lowest payer when the remainders are equal', async () => {
    const [els = 0, jan = 0, rik = 0, an = 0] = family.payerIds;
    expect(await listed(1001, [2500, 2500, 2500, 2500])).toEqual([
      [els, 251],
      [jan, 250],
      [rik, 250],
      [an, 250],
    ]);
  });

  it('gives everything to the lowest payer when nobody has a share', async () => {
    const shares = await listed(1001, [0, 0, 0, 0]);
    expect(shares.map(([, cents]) => cents)).toEqual([1001, 0, 0, 0]);
  });

  it('is to the cent what the domain decides, for every amount and every division', async () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((cents) => cents !== 0);
    const share = fc.oneof(fc.constantFrom(0, 2500, 3333, 5000), fc.integer({ min: 0, max: 10_000 }));
    const shares = fc.array(share, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(amount, shares, async (cents, parts) => {
        const liabilities = family.payerIds.map((payerId, index) => ({
          payerId,
          kind: 'split' as const,
          shareBp: parts[index] ?? 0,
        }));
        expect(await listed(cents, parts)).toEqual([...owedShares(cents, liabilities)]);
      }),
      { numRuns: 300 },
    );
  });

  it('is so as well when some of them paid on their own share, more than that even', async () => {
    const share = fc.oneof(fc.constantFrom(0, 2500, 5000), fc.integer({ min: 0, max: 10_000 }));
    const shares = fc.array(share, { minLength: 4, maxLength: 4 });
    const paid = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6000 })), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20_000 }), shares, paid, async (cents, parts, own) => {
        const liabilities = family.payerIds.map((payerId, index) => ({
          payerId,
          kind: 'split' as const,
          shareBp: parts[index] ?? 0,
        }));
        const open = cents - own.reduce((sum, one) => sum + one, 0);
        const attributed = new Map(family.payerIds.map((payerId, index) => [payerId, -(own[index] ?? 0)]));
        const nobodyPaid = own.every((one) => one === 0);
        const owed = [...owedShares(open, liabilities, attributed)].filter(([, part]) => nobodyPaid || part !== 0);
        expect(await listed(cents, parts, own)).toEqual(open === 0 ? [] : owed);
      }),
      { numRuns: 300 },
    );
  });
});

describe('who owes an invoice', () => {
  it('is decided by the liabilities on its issue date, first and last day included', async () => {
    const { store } = application.context;
    const changed = '2026-10-01';
    const [els = 0, jan = 0] = addFamily(store, schoolId, {
      name: 'Gezin Es',
      payers: [
        { firstName: 'Els', lastName: 'Es' },
        { firstName: 'Jan', lastName: 'Es' },
      ],
      pupils: [
        {
          firstName: 'Arthur',
          lastName: 'Es',
          invoices: [
            { number: '2026-100', amountCents: 1000, issueDate: addDays(changed, -1) },
            { number: '2026-101', amountCents: 2000, issueDate: changed },
          ],
        },
      ],
    }).payerIds;
    store.sql.prepare('UPDATE liabilities SET until_date = ? WHERE payer_id = ?').run(addDays(changed, -1), els);
    store.sql.prepare('UPDATE liabilities SET from_date = ? WHERE payer_id = ?').run(changed, jan);
    const { rows } = await application.api.ledger.openItems({ filter: { search: 'gezin es' }, grouping: 'payer' });
    expect(rows.map(({ payerName, openCents }) => ({ payerName, openCents }))).toEqual([
      { payerName: 'Els Es', openCents: 1000 },
      { payerName: 'Jan Es', openCents: 2000 },
    ]);
  });
});
