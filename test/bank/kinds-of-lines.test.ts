import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insert } from '#test/support/family.ts';
import { accept, bankOffice, type BankOffice, coda, importGiven, linesOf, named, openList } from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

function addFamilies() {
  const abeel = office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [
      { firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 8000 }] },
      { firstName: 'Stan', lastName: 'Abeel', invoices: [{ number: '1002', amountCents: 4500 }] },
      { firstName: 'Lea', lastName: 'Abeel', invoices: [{ number: '1003', amountCents: 6000 }] },
    ],
  });
  const maes = office.add({
    name: 'Gezin Maes',
    payers: [{ firstName: 'Els', lastName: 'Maes' }],
    pupils: [
      {
        firstName: 'Jef',
        lastName: 'Maes',
        invoices: [
          { number: '2001', amountCents: 2500 },
          { number: '2002', amountCents: 3500 },
          { number: '2003', amountCents: 9900 },
        ],
      },
    ],
  });
  return { abeel, maes };
}

/** Everything the ledger says of who owes what. */
async function ledgerOf() {
  const items = await office.api.ledger.openItems({ limit: 1000 });
  const balances = await office.api.ledger.balances({});
  return { items, balances };
}

const collected = { code: '00550000', endToEndId: 'E2E-2003' };
const unpaid = {
  amountCents: -9900,
  code: '00503000',
  endToEndId: 'E2E-2003',
  returned: { type: '2', reason: 'AM04' },
  name: 'MAES ELS',
};

describe('a statement with one of every kind', () => {
  it('is worked to zero, and undone leaves the exact list from before', async () => {
    const { maes } = addFamilies();
    insert(office.context.store, 'third_party_payers', { name: 'OCMW Gent' });
    await importGiven(
      office,
      coda([named('2003', 9900, collected)], { sequence: 217, openingCents: 90_100, date: '2026-11-12' }),
    );
    const before = await ledgerOf();
    const summary = await importGiven(
      office,
      coda([
        named('1003', 6000, { name: 'ABEEL AN', account: 'BE62510007547061' }),
        named('2001', 3000, { name: 'MAES ELS' }),
        { amountCents: 12_500, name: 'ABEEL AN' },
        unpaid,
        { amountCents: -350, code: '08037000', text: 'KOSTEN' },
        named('2002', 3500, { name: 'BUDGETREKENING', ultimateName: 'OCMW GENT' }),
      ]),
    );
    // The OGM, the unpaid collection and the OCMW are booked, the costs set aside; the other amount and the lump sum wait.
    expect(summary).toMatchObject({ newLines: 6, booked: 3, setAside: 1, open: 2, suggested: 2 });
    expect(await openList(office)).toEqual({ '1001': 8000, '1002': 4500, '2001': 2500, '2003': 9900 });
    const open = await linesOf(office, 'open');
    expect(open.map(({ proposal }) => proposal?.rule).toSorted()).toEqual(['referenceOtherAmount', 'severalInvoices']);
    expect((await accept(office, open)).done).toBe(2);
    expect(await openList(office)).toEqual({ '2003': 9900, 'T-1': -500 });
    const { counts } = await office.api.bank.lines({ statementId: summary.statementIds[0] });
    expect(counts).toEqual({ total: 6, open: 0, booked: 5, setAside: 1 });

    const booked = await linesOf(office, 'booked');
    const back = booked.find(({ amountCents }) => amountCents === -9900);
    expect(back).toMatchObject({
      kind: 'directDebitUnpaid',
      returnedSentence: 'onvoldoende saldo',
      bookedOn: [{ number: '2003', amountCents: -9900 }],
    });
    const ocmw = booked.find(({ ultimateName }) => ultimateName === 'OCMW GENT');
    const { postings } = await office.api.ledger.invoice({ invoiceId: ocmw?.bookedOn[0]?.invoiceId ?? 0 });
    expect(postings.at(-1)).toMatchObject({ kind: 'receiptViaThirdParty', amountCents: -3500, source: 'bank' });

    await office.api.bank.undo({ statementId: summary.statementIds[0] ?? 0 });
    expect(await ledgerOf()).toEqual(before);
    expect(await office.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    expect(await office.api.bank.payerAccounts({ householdId: maes.householdId })).toEqual([]);
  });
});

describe('a collection that came back', () => {
  it('opens the invoice again with the reason, also when it comes back in the file that brought it', async () => {
    addFamilies();
    const summary = await importGiven(office, coda([named('2003', 9900, collected), unpaid]));
    expect(summary).toMatchObject({ booked: 2, bookedCents: 0, open: 0 });
    expect((await openList(office))['2003']).toBe(9900);
    const { postings } = await office.api.ledger.invoice({
      invoiceId: (await linesOf(office, 'booked'))[0]?.bookedOn[0]?.invoiceId ?? 0,
    });
    expect(postings.at(-1)?.description).toBe('Teruggekomen: onvoldoende saldo');
    const before = { '1001': 8000, '1002': 4500, '1003': 6000, '2001': 2500, '2002': 3500, '2003': 9900 };
    await office.api.bank.undo({ statementId: summary.statementIds[0] ?? 0 });
    expect(await openList(office)).toEqual(before);
  });

  it('keeps the line that brought the money from being undone first', async () => {
    addFamilies();
    const first = await importGiven(
      office,
      coda([named('2003', 9900, collected)], { sequence: 217, openingCents: 90_100, date: '2026-11-12' }),
    );
    const second = await importGiven(office, coda([unpaid]));
    const { rows } = await office.api.bank.statements({});
    const statement = rows.find(({ statementId }) => statementId === first.statementIds[0]);
    expect(statement?.undoBlockedBy).toMatch(/kwam terug op 19\/11\/2026/);
    await expect(office.api.bank.undo({ statementId: first.statementIds[0] ?? 0 })).rejects.toThrow(/kwam terug/);
    await office.api.bank.undo({ statementId: second.statementIds[0] ?? 0 });
    expect((await openList(office))['2003']).toBeUndefined();
    await office.api.bank.undo({ statementId: first.statementIds[0] ?? 0 });
    expect((await openList(office))['2003']).toBe(9900);
  });

  it('without its receipt waits for a person', async () => {
    addFamilies();
    await importGiven(office, coda([{ ...unpaid, endToEndId: 'ANDERS', name: 'IEMAND' }]));
    const [line] = await linesOf(office, 'open');
    expect(line).toMatchObject({ proposal: null, returnedSentence: 'onvoldoende saldo' });
  });
});

describe('working lines by hand', () => {
  it('divides one over children, the rest is credit, and remembers the account when asked', async () => {
    const { abeel } = addFamilies();
    await importGiven(office, coda([{ amountCents: 15_000, name: 'OMA', account: 'BE62510007547061' }]));
    const [line] = await linesOf(office, 'open');
    const transactionId = line?.transactionId ?? 0;
    const found = await office.api.bank.candidates({ transactionId, text: 'abeel' });
    expect(found[0]).toMatchObject({ householdName: 'Gezin Abeel', payers: [{ name: 'An Abeel' }] });
    expect(found[0]?.claims.map(({ number }) => number)).toEqual(['1001', '1002', '1003']);
    const [noor = 0, stan = 0] = abeel.invoiceIds;
    const request = {
      transactionId,
      householdId: abeel.householdId,
      payerId: abeel.payerIds[0] ?? 0,
      thirdPartyPayerId: null,
      allocations: [
        { invoiceId: noor, amountCents: 8000 },
        { invoiceId: stan, amountCents: 4000 },
      ],
    };
    await expect(
      office.api.bank.book({ ...request, allocations: [{ invoiceId: noor, amountCents: 8001 }] }),
    ).rejects.toThrow(/niets geboekt/);
    await office.api.bank.book({ ...request, learnAccount: true });
    expect(await openList(office)).toMatchObject({ '1002': 500, 'T-1': -3000 });
    await expect(office.api.bank.book(request)).rejects.toThrow(/al geboekt/);
    const accounts = await office.api.bank.payerAccounts({ householdId: abeel.householdId });
    expect(accounts).toMatchObject([{ iban: 'BE62510007547061', origin: 'bank', name: 'An Abeel' }]);
    // It proposes from now on, and books nothing by itself.
    const next = await importGiven(
      office,
      coda([{ amountCents: 6000, name: 'OMA', account: 'BE62510007547061' }], {
        sequence: 219,
        openingCents: 115_000,
        date: '2026-11-20',
      }),
    );
    expect(next).toMatchObject({ booked: 0, suggested: 1 });
    const payerAccountId = accounts[0]?.payerAccountId ?? 0;
    await office.api.bank.forgetPayerAccount({ payerAccountId });
    expect((await linesOf(office, 'open'))[0]?.proposal).toBeNull();
    await office.api.bank.restorePayerAccount({ payerAccountId });
    expect((await linesOf(office, 'open'))[0]?.proposal?.rule).toBe('knownAccount');
  });

  it('sets aside and opens again; what was booked is taken back', async () => {
    addFamilies();
    await importGiven(office, coda([named('1001', 8000), { amountCents: 99_900, name: 'SUBSIDIE' }]));
    const [open] = await linesOf(office, 'open');
    const transactionIds = [open?.transactionId ?? 0];
    await office.api.bank.setAside({ transactionIds, as: 'notForUs', note: 'werkingsmiddelen' });
    expect(await linesOf(office, 'setAside')).toMatchObject([
      { setAsideAs: 'notForUs', setAsideNote: 'werkingsmiddelen' },
    ]);
    const [booked] = await linesOf(office, 'booked');
    await office.api.bank.reopen({ transactionIds: [...transactionIds, booked?.transactionId ?? 0] });
    expect((await openList(office))['1001']).toBe(8000);
    const lines = await linesOf(office, 'open');
    expect(lines.map(({ proposal }) => proposal?.confidence)).toEqual(['certain', undefined]);
    await accept(office, lines.slice(0, 1));
    expect((await openList(office))['1001']).toBeUndefined();
  });

  it('is refused when a credit from it was used since', async () => {
    const { maes } = addFamilies();
    const { statementIds } = await importGiven(office, coda([named('2001', 3000, { name: 'MAES ELS' })]));
    await accept(office, await linesOf(office, 'open'));
    const { moves } = await office.api.ledger.proposeCompensation({ householdId: maes.householdId });
    await office.api.ledger.compensate({
      householdId: maes.householdId,
      moves: moves.map(({ fromInvoiceId, toInvoiceId, amountCents }) => ({ fromInvoiceId, toInvoiceId, amountCents })),
    });
    const [statement] = (await office.api.bank.statements({})).rows;
    expect(statement?.undoBlockedBy).toMatch(/T-1.*verrekend/);
    const list = await openList(office);
    await expect(office.api.bank.undo({ statementId: statementIds[0] ?? 0 })).rejects.toThrow(/niets ongedaan/);
    expect(await openList(office)).toEqual(list);
  });

  it('remembers the account of a clear payer by itself, and forgets it with the statement', async () => {
    const { abeel } = addFamilies();
    const summary = await importGiven(
      office,
      coda([
        named('1001', 8000, { name: 'ABEEL AN', account: 'BE62510007547061' }),
        named('1002', 4500, { name: 'ABEEL OMA', account: 'BE43068999999501' }),
      ]),
    );
    const { householdId } = abeel;
    expect(await office.api.bank.payerAccounts({ householdId })).toMatchObject([{ iban: 'BE62510007547061' }]);
    await office.api.bank.undo({ statementId: summary.statementIds[0] ?? 0 });
    expect(await office.api.bank.payerAccounts({ householdId })).toEqual([]);
  });
});
