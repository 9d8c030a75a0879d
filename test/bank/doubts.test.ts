import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payerReferenceCandidate } from '#shared/correspondence/payer-reference.ts';
import { camtFile } from '#test/support/camt.ts';
import { addSchool, insert } from '#test/support/family.ts';
import { addUser, signedIn } from '#test/support/users.ts';
import {
  accept,
  asFile,
  bankOffice,
  type BankOffice,
  coda,
  importGiven,
  linesOf,
  named,
  openList,
  referenceOf,
  schoolIban,
} from './banking.ts';

let office: BankOffice;
beforeEach(async () => {
  office = await bankOffice();
});
afterEach(() => office.close());

describe('two parents who each owe half', () => {
  beforeEach(() => {
    office.add({
      name: 'Gezin Abeel',
      payers: [
        { firstName: 'An', lastName: 'Abeel' },
        { firstName: 'Tom', lastName: 'Den Hond' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          shares: [5000, 5000],
          invoices: [{ number: '1001', amountCents: 24_000 }],
        },
      ],
    });
  });
  const owed = async () => {
    const { rows } = await office.api.ledger.openItems({ grouping: 'payer' });
    return Object.fromEntries(rows.map((row) => [row.payerName ?? '', row.openCents]));
  };

  it('father pays 120.00 with his name: father owes nothing, mother 120.00', async () => {
    await importGiven(office, coda([named('1001', 12_000, { name: 'DEN HOND TOM' })]));
    expect(Object.values(await owed())).toEqual([12_000]);
    expect(Object.keys(await owed())[0]).toContain('Abeel');
  });

  it('120.00 of nobody in particular waits for a person who knows', async () => {
    const summary = await importGiven(office, coda([named('1001', 12_000)]));
    expect(summary).toMatchObject({ booked: 0, suggested: 1 });
    expect((await linesOf(office, 'open'))[0]?.proposal?.reason).toMatch(/niet zeker wie betaalde/);
  });
});

describe('a payer with an own reference', () => {
  it('pays with it everything of the school, booked at once', async () => {
    const { payerIds } = office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [
            { number: '1001', amountCents: 4000 },
            { number: '1002', amountCents: 3000 },
          ],
        },
      ],
    });
    const reference = payerReferenceCandidate(office.schoolId, payerIds[0] ?? 0, 0);
    insert(office.context.store, 'payer_references', {
      structured_reference: reference,
      school_id: office.schoolId,
      payer_id: payerIds[0] ?? 0,
    });
    expect(await importGiven(office, coda([{ amountCents: 7000, reference }]))).toMatchObject({ booked: 1 });
    expect(await openList(office)).toEqual({});
  });
});

describe('somebody who pays for others', () => {
  it('is booked as such, by account and by name', async () => {
    const ocmw = insert(office.context.store, 'third_party_payers', { name: 'OCMW Gent', iban: 'BE62510007547061' });
    for (const [index, lastName] of ['Maes', 'Claes'].entries()) {
      const { payerIds } = office.add({
        name: `Gezin ${lastName}`,
        payers: [{ firstName: 'Els', lastName }],
        pupils: [{ firstName: 'Jef', lastName, invoices: [{ number: `${index + 1}001`, amountCents: 2500 }] }],
      });
      office.context.store.sql
        .prepare('UPDATE payers SET third_party_payer_id = ? WHERE id = ?')
        .run(ocmw, payerIds[0]);
    }
    const sent = { amountCents: 2500, name: 'STAD GENT', account: 'BE62510007547061', text: 'STEUN ELS CLAES' };
    await importGiven(office, coda([sent]));
    const [line] = await linesOf(office, 'open');
    expect(line?.proposal).toMatchObject({ rule: 'knownAccount', confidence: 'likely', thirdPartyPayerId: ocmw });
    await accept(office, line ? [line] : []);
    expect(await openList(office)).toEqual({ '1001': 2500 });
    const [booked] = await linesOf(office, 'booked');
    const { postings } = await office.api.ledger.invoice({ invoiceId: booked?.bookedOn[0]?.invoiceId ?? 0 });
    expect(postings.at(-1)?.kind).toBe('receiptViaThirdParty');
  });
});

describe('the same money told in another kind of file', () => {
  it('is not booked again', async () => {
    office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '1001', amountCents: 4000 }] }],
    });
    const sent = { amountCents: 1000, name: 'ABEEL AN', account: 'BE62510007547061', reference: referenceOf('1001') };
    await importGiven(office, coda([sent]));
    const again = { iban: schoolIban, sequence: 218, openingCents: 100_000, date: '2026-11-19' };
    const camt = camtFile({ statements: [{ ...again, movements: [sent, { ...sent, account: 'BE43068999999501' }] }] });
    const summary = await importGiven(office, camt);
    expect(summary).toMatchObject({ newLines: 1, knownLines: 1 });
    const { rows } = await office.api.bank.statements({});
    expect(rows[0]?.findings.map(({ rule }) => rule)).toContain('bank.duplicate');
    expect(await openList(office)).toEqual({ '1001': 2000 });
  });
});

describe('what the search of lines finds', () => {
  it('names, references, amounts and accounts', async () => {
    await importGiven(
      office,
      coda([
        { amountCents: 12_345, name: 'ABEEL AN', account: 'BE62510007547061' },
        { amountCents: 200, reference: '010806817183' },
      ]),
    );
    const found = async (search: string) => (await office.api.bank.lines({ search })).rows.map(({ line }) => line);
    const [first, second] = (await linesOf(office)).map(({ line }) => line).toSorted((a, b) => a - b);
    expect(await found('abeel')).toEqual([first]);
    expect(await found('123,45')).toEqual([first]);
    expect(await found('+++010/8068/17183+++')).toEqual([second]);
    expect(await found('BE62510007547061')).toEqual([first]);
    expect(await found('niemand')).toEqual([]);
    const page = await office.api.bank.lines({ offset: 1, limit: 1 });
    expect([page.total, page.rows.length]).toEqual([2, 1]);
  });
});

describe('somebody of one school only', () => {
  it('sees and works only the lines of that school, and books nothing at another', async () => {
    const { context } = office;
    const otherId = addSchool(context.store, 'Middenschool De Linde');
    office.context.store.sql.prepare('UPDATE schools SET iban = ? WHERE id = ?').run('BE43068999999501', otherId);
    office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Abeel', schoolId: otherId, invoices: [{ number: '1001', amountCents: 4000 }] },
      ],
    });
    await importGiven(office, coda([named('1001', 4000), { amountCents: 100, name: 'X' }]));
    const one = (schoolId: number): BankOffice['api'] => {
      const roles = [{ role: 'director' as const, schoolId }];
      return signedIn(context, addUser(context.store, { name: `Directie ${schoolId}`, roles }));
    };
    const ours = one(office.schoolId);
    const lines = (await ours.bank.lines({})).rows;
    expect(lines).toHaveLength(2);
    expect(await accept({ ...office, api: ours }, lines.slice(0, 1))).toMatchObject({ done: 0 });
    const theirs = one(otherId);
    expect((await theirs.bank.lines({})).rows).toEqual([]);
    expect((await theirs.bank.statements({})).total).toBe(0);
    expect((await theirs.bank.accounts()).map(({ schoolId }) => schoolId)).toEqual([otherId]);
    const file = coda([{ amountCents: 100, name: 'Y' }], { date: '2026-11-20', openingCents: 104_100 });
    expect((await theirs.bank.preview(asFile(file))).blockedBy).toMatch(/hoort bij geen school/);
    expect((await ours.bank.preview(asFile(file))).blockedBy).toBeNull();
  });
});
