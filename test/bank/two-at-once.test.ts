import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import type { FamilyIds } from '#test/support/family.ts';
import {
  accept,
  asFile,
  bankOffice,
  type BankOffice,
  coda,
  importGiven,
  linesOf,
  openList,
  referenceOf,
} from './banking.ts';

// Two people at two computers on one file; both press at the same moment.

let office: BankOffice;
let second: TestApplication;
let family: FamilyIds;
beforeEach(async () => {
  office = await bankOffice();
  second = await testApplication('2026-11-20', office.folder);
  family = office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 8000 }] }],
  });
});
afterEach(async () => {
  const { wrong, wrongEntries } = await office.api.ledger.verify();
  const { firstBroken } = await office.api.audit.verify();
  if (wrong.length + wrongEntries.length > 0 || firstBroken !== null) throw new Error('The books do not add up');
  await second.close();
  await office.close();
});

async function outcomes(work: readonly Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(work)).map(({ status }) => status).toSorted();
}

it('a file comes in once', async () => {
  const file = asFile(coda([{ amountCents: 3000, reference: referenceOf('1001') }]));
  const jobs = [office, second].map(async ({ api }) => {
    const { fileId, fileName } = await api.bank.preview(file);
    return api.jobs.wait(await api.bank.import({ fileId, fileName }));
  });
  const lines = (await Promise.all(jobs)).map(({ result }) => (result as { newLines: number }).newLines);
  expect(lines.toSorted()).toEqual([0, 1]);
  expect(await openList(office)).toEqual({ '1001': 5000 });
});

it('a line is accepted once, booked once, and not once its statement is undone', async () => {
  await importGiven(office, coda([{ amountCents: 9000, reference: referenceOf('1001') }]));
  const lines = await linesOf(office, 'open');
  const done = await Promise.all([accept(office, lines), accept({ ...office, api: second.api }, lines)]);
  expect(done.map((one) => one.done).toSorted()).toEqual([0, 1]);
  const [line] = lines;
  const transactionId = line?.transactionId ?? 0;
  await office.api.bank.reopen({ transactionIds: [transactionId] });
  const byHand = {
    transactionId,
    householdId: family.householdId,
    payerId: null,
    thirdPartyPayerId: null,
    allocations: [],
  };
  expect(await outcomes([office.api.bank.book(byHand), second.api.bank.book(byHand)])).toEqual([
    'fulfilled',
    'rejected',
  ]);
  await office.api.bank.reopen({ transactionIds: [transactionId] });
  const open = await linesOf(office, 'open');
  const statementId = line?.statementId ?? 0;
  expect(await outcomes([office.api.bank.undo({ statementId }), second.api.bank.undo({ statementId })])).toEqual([
    'fulfilled',
    'rejected',
  ]);
  expect((await accept(office, open)).done).toBe(0);
  expect(await openList(office)).toEqual({ '1001': 8000 });
});

it('a receipt is booked once and taken back once', async () => {
  const request = {
    requestKey: 'twee-tegelijk',
    schoolId: office.schoolId,
    controlTotalCents: 1000,
    lines: [{ householdId: family.householdId, amountCents: 1000, method: 'cash' as const, valueDate: '2026-11-19' }],
  };
  const [first, again] = await Promise.all([
    office.api.ledger.bookReceipts(request),
    second.api.ledger.bookReceipts(request),
  ]);
  expect(again).toEqual(first);
  expect(await openList(office)).toEqual({ '1001': 7000 });
  const back = { entryId: first.entries[0]?.entryId ?? 0, reason: 'vergissing' };
  expect(await outcomes([office.api.ledger.reverse(back), second.api.ledger.reverse(back)])).toEqual([
    'fulfilled',
    'rejected',
  ]);
  expect(await openList(office)).toEqual({ '1001': 8000 });
});
