import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accept,
  bankOffice,
  type BankOffice,
  coda,
  importGiven,
  jobOf,
  linesOf,
  named,
  openList,
  previewGiven,
} from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

function addAbeel() {
  return office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [
      { firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 8000 }] },
      { firstName: 'Stan', lastName: 'Abeel', invoices: [{ number: '1002', amountCents: 4500 }] },
      { firstName: 'Lea', lastName: 'Abeel', invoices: [{ number: '1003', amountCents: 6000 }] },
    ],
  });
}
describe('importing a bank file', () => {
  it('books what is certain and leaves the rest, with a summary', async () => {
    addAbeel();
    const summary = await importGiven(
      office,
      coda([named('1001', 8000), { amountCents: 2500, name: 'ONBEKEND' }, { amountCents: -350, code: '08037000' }]),
    );
    expect(summary).toMatchObject({ newLines: 3, booked: 1, bookedCents: 8000, setAside: 1, open: 1, suggested: 0 });
    expect(summary.sentence).toBe('3 nieuwe verrichtingen: 1 geboekt (€\u00a080,00), 1 opzijgezet, 1 nog te bekijken');
    expect(await openList(office)).toEqual({ '1002': 4500, '1003': 6000 });
    const [booked] = await linesOf(office, 'booked');
    expect(booked).toMatchObject({
      bookedOn: [{ number: '1001', amountCents: 8000 }],
      bookedHouseholdName: 'Gezin Abeel',
    });
    expect((await office.api.ledger.verify()).wrong).toEqual([]);
    expect((await office.api.ledger.verify()).wrongEntries).toEqual([]);
  });

  it('twice is no more than once, and says so', async () => {
    addAbeel();
    const file = coda([named('1001', 8000), { amountCents: 2500, name: 'ONBEKEND' }]);
    await importGiven(office, file);
    const before = await openList(office);
    const preview = await previewGiven(office, file);
    expect(preview.findings.map(({ rule }) => rule)).toContain('bank.sameFile');
    expect(preview.statements[0]).toMatchObject({ lines: 2, known: 2, certain: 0, unmatched: 0 });
    const summary = await importGiven(office, file);
    expect(summary).toMatchObject({ newLines: 0, knownLines: 2, booked: 0, statementIds: [] });
    expect(summary.sentence).toMatch(/^0 nieuwe verrichtingen: dit bestand was al ingelezen op \d\d/);
    expect(await openList(office)).toEqual(before);
    expect((await office.api.bank.statements({})).total).toBe(1);
  });

  it('takes only the new lines of a file that overlaps', async () => {
    addAbeel();
    const known = [named('1001', 8000, { bankReference: 'A' }), named('1002', 1000, { bankReference: 'B' })];
    await importGiven(office, coda(known));
    const summary = await importGiven(office, coda([...known, named('1003', 6000, { bankReference: 'C' })]));
    expect(summary).toMatchObject({ newLines: 1, knownLines: 2, bookedCents: 6000 });
    expect(await openList(office)).toEqual({ '1002': 3500 });
  });

  it('refuses an account of no school as a whole, and names the account to add', async () => {
    const file = coda([named('1001', 8000)], { iban: 'BE62510007547061' });
    const preview = await previewGiven(office, file);
    expect(preview.statements[0]).toMatchObject({ account: 'BE62510007547061', schoolId: null });
    expect(preview.statements[0]?.findings[0]).toMatchObject({ level: 'error', rule: 'bank.account' });
    expect(preview.blockedBy).toMatch(/BE62 5100 0754 7061 hoort bij geen school/);
    expect(await jobOf(office, file)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/niets ingelezen/),
    });
    await office.api.bank.saveAccount({
      bankAccountId: null,
      schoolId: office.schoolId,
      iban: 'BE62 5100 0754 7061',
      label: 'opvang',
    });
    expect((await importGiven(office, file)).newLines).toBe(1);
  });

  it('refuses a file with an error as a whole', async () => {
    const file = coda([named('1001', 8000)]);
    file[200] = 0x39;
    const preview = await previewGiven(office, file.subarray(0, file.length - 130));
    expect(preview.blockedBy).not.toBeNull();
    expect((await jobOf(office, file.subarray(0, file.length - 130))).state).toBe('failed');
    expect((await office.api.bank.statements({})).total).toBe(0);
  });

  it('accepts a statement that does not go on where the last one stopped, with the hole in view', async () => {
    await importGiven(office, coda([], { sequence: 218, openingCents: 100_000, date: '2026-11-10' }));
    const file = coda([{ amountCents: 2500, name: 'X' }], { sequence: 221, openingCents: 112_345 });
    const preview = await previewGiven(office, file);
    expect(preview.statements[0]?.findings).toEqual([
      {
        level: 'warning',
        rule: 'bank.gap',
        line: null,
        sentence:
          'Het beginsaldo €\u00a01.123,45 is niet het vorige eindsaldo van 10/11/2026 (€\u00a01.000,00): er ontbreekt €\u00a0123,45 (uittreksels 219 tot 220).',
      },
    ]);
    expect((await importGiven(office, file)).newLines).toBe(1);
    const { rows } = await office.api.bank.statements({});
    expect(rows[0]?.findings.map(({ rule }) => rule)).toEqual(['bank.gap']);
    const older = await previewGiven(
      office,
      coda([{ amountCents: 100, name: 'Y' }], { date: '2026-11-12', openingCents: 100_000, sequence: 219 }),
    );
    expect(older.statements[0]?.findings.map(({ rule }) => rule)).toEqual(['bank.order']);
  });

  it('proposes one lump sum of 125.00 for two of three children, and books it on a yes', async () => {
    addAbeel();
    await importGiven(office, coda([{ amountCents: 12_500, name: 'ABEEL AN', account: 'BE62510007547061' }]));
    const [line] = await linesOf(office, 'open');
    expect(line?.proposal).toMatchObject({ confidence: 'likely', rule: 'severalInvoices', creditCents: 0 });
    expect(await accept(office, line ? [line] : [])).toEqual({ done: 1, changedTransactionIds: [] });
    expect(await openList(office)).toEqual({ '1003': 6000 });
  });

  it('leaves a proposal that changed since it was shown, and does the others', async () => {
    addAbeel();
    await importGiven(
      office,
      coda([
        { amountCents: 8000, name: 'ABEEL AN', account: 'BE62510007547061' },
        { amountCents: 6000, name: 'ABEEL AN', account: 'BE62510007547061' },
      ]),
    );
    const lines = await linesOf(office, 'open');
    const { rows } = await office.api.ledger.openItems({});
    const paid = rows.find(({ number }) => number === '1001');
    await office.api.ledger.bookReceipts({
      requestKey: 'aan het loket',
      schoolId: office.schoolId,
      controlTotalCents: 8000,
      lines: [
        {
          householdId: paid?.householdId ?? 0,
          amountCents: 8000,
          method: 'cash',
          valueDate: '2026-11-20',
          allocations: [{ invoiceId: paid?.invoiceId ?? 0, amountCents: 8000 }],
        },
      ],
    });
    const changed = lines.find(({ amountCents }) => amountCents === 8000)?.transactionId;
    expect(await accept(office, lines)).toEqual({ done: 1, changedTransactionIds: [changed] });
    expect(await openList(office)).toEqual({ '1002': 4500 });
  });

  it('undone leaves everything as it was, and the file can be read again', async () => {
    addAbeel();
    const before = await office.api.ledger.openItems({ limit: 1000 });
    const file = coda([named('1001', 8000), named('1002', 5000), { amountCents: -350, code: '08037000' }]);
    const { statementIds } = await importGiven(office, file);
    await accept(office, await linesOf(office, 'open'));
    expect((await linesOf(office, 'open')).length).toBe(0);
    expect(await openList(office)).toEqual({ '1003': 6000, 'T-1': -500 });
    const undone = await office.api.bank.undo({ statementId: statementIds[0] ?? 0 });
    expect(undone.undoneAt).not.toBeNull();
    expect(await office.api.ledger.openItems({ limit: 1000 })).toEqual(before);
    expect((await importGiven(office, file)).newLines).toBe(3);
  });
});
