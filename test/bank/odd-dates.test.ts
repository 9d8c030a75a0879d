import { afterEach, beforeEach, expect, it } from 'vitest';
import { codaFile } from '#test/support/coda.ts';
import {
  accept,
  bankOffice,
  type BankOffice,
  coda,
  importGiven,
  linesOf,
  openList,
  referenceOf,
  schoolIban,
} from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
  office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '1001', amountCents: 4000 },
          { number: '1002', amountCents: 2500 },
        ],
      },
    ],
  });
});
afterEach(() => office.close());

it('a value date of last century is a slip of the bank: the day of booking counts', async () => {
  const odd = { amountCents: 4000, reference: referenceOf('1001'), valueDate: '1999-01-01' };
  expect(await importGiven(office, coda([odd]))).toMatchObject({ booked: 1, bookedCents: 4000 });
  const [line] = await linesOf(office, 'booked');
  const { postings } = await office.api.ledger.invoice({ invoiceId: line?.bookedOn[0]?.invoiceId ?? 0 });
  expect(postings.at(-1)?.valueDate).toBe('2026-11-19');
});

it('a statement of last century keeps its line waiting, and the other statement is read', async () => {
  const movements = (number: string, amountCents: number) => [{ amountCents, reference: referenceOf(number) }];
  const bytes = codaFile({
    statements: [
      { iban: schoolIban, sequence: 1, openingCents: 0, date: '1999-11-19', movements: movements('1001', 4000) },
      { iban: schoolIban, sequence: 218, openingCents: 4000, date: '2026-11-19', movements: movements('1002', 2500) },
    ],
  });
  const summary = await importGiven(office, bytes);
  expect(summary).toMatchObject({ newLines: 2, booked: 1, bookedCents: 2500, suggested: 1, open: 1 });
  expect(await openList(office)).toEqual({ '1001': 4000 });
  await expect(accept(office, await linesOf(office, 'open'))).rejects.toMatchObject({ code: 'INVALID' });
  expect(await office.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
});
