import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodaMovement } from '#test/support/coda.ts';
import { accept, bankOffice, type BankOffice, coda, importGiven, linesOf, referenceOf } from './banking.ts';

let office: BankOffice;
beforeAll(async () => {
  office = await bankOffice();
  for (const [index, lastName] of ['Abeel', 'Peeters', 'De Smet'].entries()) {
    const number = (place: number): string => String(1000 * (index + 1) + place);
    office.add({
      name: `Gezin ${lastName}`,
      payers: [
        { firstName: 'An', lastName },
        { firstName: 'Tom', lastName: 'Anders' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName,
          invoices: [8000, 4500, 2500].map((amountCents, place) => ({ number: number(place), amountCents })),
        },
        {
          firstName: 'Stan',
          lastName,
          shares: [5000, 5000],
          invoices: [6001, 3500].map((amountCents, place) => ({ number: number(10 + place), amountCents })),
        },
      ],
    });
  }
});
afterAll(() => office.close());

const numbers = [1000, 1001, 1002, 1010, 1011, 2000, 2010, 3002, 9999].map(String);
const movement: fc.Arbitrary<CodaMovement> = fc
  .record({
    amountCents: fc.constantFrom(8000, 4500, 2500, 3001, 12_500, 100, 15_001),
    number: fc.option(fc.constantFrom(...numbers)),
    name: fc.constantFrom('ABEEL AN', 'ANDERS TOM', 'PEETERS', 'NIEMAND'),
    account: fc.constantFrom('BE62510007547061', 'BE43068999999501', undefined),
    kind: fc.constantFrom('in', 'in', 'in', 'in', 'out', 'cost', 'collected', 'unpaid'),
    endToEndId: fc.constantFrom('E1', 'E2'),
  })
  .map(({ amountCents, number, name, account, kind, endToEndId }) => {
    const who = { name, ...(account === undefined ? {} : { account }) };
    const reference = number === null ? {} : { reference: referenceOf(number) };
    switch (kind) {
      case 'out':
        return { amountCents: -amountCents, ...who };
      case 'cost':
        return { amountCents: -amountCents, code: '08037000' };
      case 'collected':
        return { amountCents, code: '00550000', endToEndId, ...who, ...reference };
      case 'unpaid':
        return {
          amountCents: -amountCents,
          code: '00503000',
          endToEndId,
          returned: { type: '2', reason: 'MS03' },
          ...who,
        };
      default:
        return { amountCents, ...who, ...reference };
    }
  });

/** Everything that is owed or held, to the cent and to the payer. */
async function balances() {
  const { rows, balanceCents } = await office.api.ledger.balances({});
  const items = (await office.api.ledger.openItems({ limit: 1000 })).rows.map((row) => [row.number, row.openCents]);
  const payers = await office.api.ledger.openItems({ limit: 1000, grouping: 'payer' });
  return { rows, balanceCents, items, payers: payers.rows.map((row) => [row.key, row.openCents]) };
}

describe('whatever a file holds', () => {
  it('importing, accepting all and undoing leaves every balance as it was; twice adds nothing', async () => {
    const before = await balances();
    await fc.assert(
      fc.asyncProperty(
        fc.array(movement, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (movements, acceptAll) => {
          const file = coda(movements);
          const summary = await importGiven(office, file);
          expect(summary.newLines).toBe(movements.length);
          // What one line takes is shown to the next, so a second look may be needed.
          const looks = acceptAll ? 3 : 0;
          for (let look = 0; look < looks; look += 1) {
            const proposed = (await linesOf(office, 'open')).filter(({ proposal }) => proposal !== null);
            if (proposed.length > 0) await accept(office, proposed);
          }
          expect((await importGiven(office, file)).newLines).toBe(0);
          const { wrong, wrongEntries } = await office.api.ledger.verify();
          expect([wrong, wrongEntries]).toEqual([[], []]);
          const booked = (await linesOf(office, 'booked')).reduce((sum, { amountCents }) => sum + amountCents, 0);
          expect((await balances()).balanceCents).toBe(before.balanceCents - booked);
          for (const statementId of summary.statementIds) await office.api.bank.undo({ statementId });
          expect(await balances()).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
