import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { bankOffice, type BankOffice, coda, importGiven, linesOf, openList, referenceOf } from '#test/bank/banking.ts';
import { insert } from '#test/support/family.ts';
import { addBeuk } from './keeping.ts';

let office: BankOffice;

beforeEach(async () => {
  office = await bankOffice('2026-11-20');
});
afterEach(() => office.close());

const limited = { issueDate: '2025-09-01', dueDate: '2025-09-30' };
const recent = { issueDate: '2026-10-01', dueDate: '2026-10-15' };

const book = (householdId: number, amountCents: number, change: { valueDate?: string; reference?: string } = {}) =>
  office.api.ledger.bookReceipts({
    schoolId: office.schoolId,
    requestKey: `receipt-${householdId}-${amountCents}`,
    controlTotalCents: amountCents,
    lines: [{ householdId, amountCents, method: 'bank', valueDate: '2026-11-19', ...change }],
  });

describe('money and a limited bill', () => {
  it('domain 4: never goes there by itself; what is left becomes credit', async () => {
    const { householdId, numbers } = addBeuk(office, [limited, recent]);
    const { entries } = await book(householdId, 150_00);
    expect(entries).toMatchObject([{ allocations: [{ amountCents: 100_00 }], creditCents: 50_00 }]);
    expect((await openList(office))[numbers[0] ?? '']).toBe(100_00);
    const whatIf = await office.api.ledger.allocate({ amountCents: 10_00, structuredReference: null, householdId });
    expect(whatIf.skipped.map(({ sentence }) => sentence)).toContain(
      'Deze factuur is verjaard; er gaat vanzelf geen geld naartoe.',
    );
  });

  it('goes there when the payer names it', async () => {
    const { householdId, numbers } = addBeuk(office, [limited, recent]);
    await book(householdId, 100_00, { reference: referenceOf(numbers[0] ?? '') });
    expect((await openList(office))[numbers[0] ?? '']).toBeUndefined();
  });

  it('goes there when it was paid before the bill was limited', async () => {
    const { householdId, numbers } = addBeuk(office, [limited, recent]);
    await book(householdId, 100_00, { valueDate: '2026-09-30' });
    expect((await openList(office))[numbers[0] ?? '']).toBeUndefined();
  });

  it('the own reference of a payer names what that payer owes, but not what is limited', async () => {
    const { householdId, payerIds, numbers } = addBeuk(office, [limited, recent]);
    const reference = makeStructuredReference('9990001');
    insert(office.context.store, 'payer_references', {
      structured_reference: reference,
      school_id: office.schoolId,
      payer_id: payerIds[0] ?? 0,
    });
    await book(householdId, 150_00, { reference });
    expect((await openList(office))[numbers[0] ?? '']).toBe(100_00);
    const { skipped } = await office.api.ledger.allocate({
      amountCents: 10_00,
      structuredReference: reference,
      householdId,
    });
    expect(skipped.map(({ sentence }) => sentence)).toContain(
      'Deze factuur is verjaard; er gaat vanzelf geen geld naartoe.',
    );
  });

  it('a bank line without a reference is proposed for what is not limited, however well the amount fits the other', async () => {
    const { invoiceIds } = addBeuk(office, [
      { ...limited, amountCents: 61_00 },
      { ...recent, amountCents: 80_00 },
    ]);
    const from = { name: 'BEUK ELS', text: 'schoolrekening' };
    await importGiven(
      office,
      coda([
        { amountCents: 61_00, ...from },
        { amountCents: 80_00, ...from },
      ]),
    );
    const proposed = (await linesOf(office, 'open')).map(({ amountCents, proposal }) => ({
      amountCents,
      for: proposal?.allocations.map(({ invoiceId }) => invoiceId) ?? [],
    }));
    expect(proposed).toEqual([
      { amountCents: 80_00, for: [invoiceIds[1]] },
      { amountCents: 61_00, for: [] },
    ]);
  });
});
