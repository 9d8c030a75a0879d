import { describe, expect, it } from 'vitest';
import { readCamtFile } from '#main/bank/read-camt.ts';
import { camtFile, type CamtMovement, type CamtStatement, camtText } from '#test/support/camt.ts';
import { ogm, only, rulesOf, school, statement } from './reading-camt.ts';

const printedOgm = '+++123/4567/89002+++';

function readText(text: string) {
  return readCamtFile(new TextEncoder().encode(text));
}

describe('a payment', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('is read from version %i', (version) => {
    expect(
      only({ amountCents: 12_540, reference: ogm, name: 'Ouder Eén', account: 'BE43999100000101' }, version),
    ).toMatchObject({
      amountCents: 12_540,
      kind: 'payment',
      bookingDate: '2026-09-15',
      structuredReference: ogm,
      referenceSource: 'structured',
      counterpartyName: 'Ouder Eén',
      counterpartyAccount: 'BE43999100000101',
      communication: '',
      batchKey: null,
      returned: null,
    });
  });

  it('says on whose behalf it was made', () => {
    expect(only({ amountCents: 5000, name: 'OCMW Gent', ultimateName: 'An Peeters' })).toMatchObject({
      counterpartyName: 'OCMW Gent',
      ultimateName: 'An Peeters',
    });
  });

  it('keeps what the payer wrote, and finds the reference in it', () => {
    expect(only({ amountCents: 5000, text: `Rekening Noor ${printedOgm}` })).toMatchObject({
      communication: `Rekening Noor ${printedOgm}`,
      structuredReference: ogm,
      referenceSource: 'text',
    });
  });

  it('finds a reference that was cut over two parts', () => {
    expect(only({ amountCents: 5000, text: ['school +++123/45', '67/89002+++'] }).structuredReference).toBe(ogm);
  });

  it('chooses none of two different references in the text', () => {
    const movement = only({ amountCents: 5000, text: `${printedOgm} en +++000/0000/09797+++` });
    expect(movement).toMatchObject({ structuredReference: null, referenceSource: null });
    expect(movement.communication).toContain('09797');
  });

  it('takes a structured reference without issuer when its check holds', () => {
    expect(only({ amountCents: 5000, reference: ogm, issuer: '' }).structuredReference).toBe(ogm);
    expect(only({ amountCents: 5000, reference: 'RF18539007547034', issuer: '' }).creditorReference).toBe(
      'RF18539007547034',
    );
  });

  it.each([
    ['with a wrong check', '123456789012', 'BBA'],
    ['of sixteen digits', '1234567890123456', 'BBA'],
    ['of another country', '123456', 'CUR'],
  ])('keeps a structured reference %s as text', (_, reference, issuer) => {
    expect(only({ amountCents: 5000, reference, issuer })).toMatchObject({
      structuredReference: null,
      creditorReference: null,
      communication: reference,
    });
  });

  it('tells what the bank says when the payer wrote nothing', () => {
    expect(only({ amountCents: 5000, bankText: 'Storting aan het loket' }).communication).toBe(
      'Storting aan het loket',
    );
  });

  it('does not take NOTPROVIDED for a reference', () => {
    expect(only({ amountCents: 5000, endToEndId: 'NOTPROVIDED' }).endToEndId).toBeNull();
  });

  it('has the day as the bank wrote it, also with an hour and a zone', () => {
    const text = camtText({ statements: [statement([{ amountCents: 5000 }])] })
      .replace('<BookgDt><Dt>2026-09-15</Dt>', '<BookgDt><DtTm>2026-09-15T00:30:00+02:00</DtTm>')
      .replace('<ValDt><Dt>2026-09-15</Dt>', '<ValDt><Dt>2026-09-16+02:00</Dt>');
    expect(readText(text).statements[0]?.movements[0]).toMatchObject({
      bookingDate: '2026-09-15',
      valueDate: '2026-09-16',
    });
  });
});

describe('what a movement is', () => {
  it.each<[string, number, Partial<CamtMovement>, string]>([
    ['a transfer received', 5000, { code: 'PMNT/RCDT/ESCT' }, 'payment'],
    ['an instant transfer received', 5000, { code: 'PMNT/RRCT/ESCT' }, 'payment'],
    ['a transfer sent', -5000, { code: 'PMNT/ICDT/ESCT' }, 'outgoing'],
    ['a transfer of ours that came back', 5000, { code: 'PMNT/ICDT/RRTN' }, 'returned'],
    ['a transfer of ours with a return reason', 5000, { code: 'PMNT/RCDT/ESCT', returnReason: 'AC04' }, 'returned'],
    ['a received transfer that was taken back', -5000, { code: 'PMNT/RCDT/ESCT', isReversal: true }, 'correction'],
    ['a collection', 5000, { code: 'PMNT/IDDT/ESDD' }, 'directDebit'],
    ['a collection unpaid', -5000, { code: 'PMNT/IDDT/UPDD', returnReason: 'AM04' }, 'directDebitUnpaid'],
    ['a collection withdrawn', -5000, { code: 'PMNT/IDDT/RCDD' }, 'directDebitUnpaid'],
    ['a collection reversed', -5000, { code: 'PMNT/IDDT/PRDD' }, 'directDebitUnpaid'],
    ['a collection refunded', -5000, { code: 'PMNT/IDDT/UPDD', returnReason: 'MD06' }, 'directDebitRefund'],
    [
      'a collection refunded, without a code',
      -5000,
      { code: '', mandateId: 'M1', returnReason: 'MD06' },
      'directDebitRefund',
    ],
    ['bank costs', -250, { code: 'PMNT/MDOP/CHRG' }, 'cost'],
    ['costs of collecting', -250, { code: 'PMNT/IDDT/FEES' }, 'cost'],
    ['interest', 250, { code: 'ACMT/MCOP/INTR' }, 'cost'],
    ['cash', 5000, { code: 'PMNT/CNTR/CDPT' }, 'cash'],
    ['the card terminal', 5000, { code: 'PMNT/MCRD/POSP' }, 'cash'],
    ['money moved between own accounts', 5000, { code: 'CAMT/ACCB/SWEP' }, 'other'],
    ['money in without any code', 5000, { code: '' }, 'payment'],
    ['money in with the code of CODA', 5000, { ownCode: '00150000' }, 'payment'],
    ['a collection unpaid with the code of CODA', -5000, { ownCode: '00503000' }, 'directDebitUnpaid'],
  ])('%s', (_, amountCents, more, kind) => {
    const movement = only({ amountCents, ...more });
    expect(movement).toMatchObject({ amountCents, kind });
  });

  it('keeps the debtor of a collection that came back, and why it did', () => {
    expect(
      only({ amountCents: -5000, code: 'PMNT/IDDT/UPDD', name: 'Ouder Vier', mandateId: 'M4', returnReason: 'AM04' }),
    ).toMatchObject({ counterpartyName: 'Ouder Vier', returned: { type: 'return', reasonCode: 'AM04' } });
  });
});

describe('the other side', () => {
  const parties = (debtor: string, creditor: string): string =>
    `<RltdPties><Dbtr><Pty><Nm>${debtor}</Nm></Pty></Dbtr><Cdtr><Pty><Nm>${creditor}</Nm></Pty></Cdtr></RltdPties>`;
  const counterparty = (movement: CamtMovement, debtor: string, creditor: string) => {
    const text = camtText({ statements: [statement([{ ...movement, name: 'X' }], { holder: 'De Wilg vzw' })] });
    const changed = text.replace(/<RltdPties>.*<\/RltdPties>/, parties(debtor, creditor));
    return readText(changed).statements[0]?.movements[0]?.counterpartyName;
  };

  it.each<[string, CamtMovement, string, string]>([
    ['pays us', { amountCents: 5000 }, 'Ouder', 'De Wilg vzw'],
    ['is paid by us', { amountCents: -5000 }, 'DE WILG VZW', 'Ouder'],
    ['sends our transfer back', { amountCents: 5000, code: 'PMNT/ICDT/RRTN' }, 'De Wilg vzw', 'Ouder'],
    ['sends it back as a payment of its own', { amountCents: 5000, code: 'PMNT/RCDT/RRTN' }, 'De Wilg vzw', 'Ouder'],
    ['takes a payment back', { amountCents: -5000, code: 'PMNT/RCDT/ESCT', isReversal: true }, 'Ouder', 'School'],
    ['did not pay our collection', { amountCents: -5000, code: 'PMNT/IDDT/UPDD' }, 'Ouder', 'School'],
    ['collects from us', { amountCents: -5000, code: 'PMNT/RDDT/ESDD' }, 'School', 'Ouder'],
  ])('is who %s', (_, movement, debtor, creditor) => {
    expect(counterparty(movement, debtor, creditor)).toBe('Ouder');
  });
});

describe('the balances', () => {
  const payment = { amountCents: 5000 };
  const readStatement = (more: Partial<CamtStatement>, movements: readonly CamtMovement[] = [payment]) =>
    readCamtFile(camtFile({ statements: [statement(movements, more)] }));

  it('must hold to the cent', () => {
    expect(rulesOf(readStatement({ closingCents: 105_001 }))).toEqual(['error camt.balance']);
    expect(rulesOf(readStatement({ closingCents: 105_000 }))).toEqual([]);
  });

  it('may begin with the closing of the statement before', () => {
    const { statements, findings } = readStatement({ balances: ['PRCD', 'CLBD'] });
    expect(findings).toEqual([]);
    expect(statements[0]).toMatchObject({ openingCents: 100_000, closingCents: 105_000 });
  });

  it.each([
    [['OPBD'], 'eindsaldo'],
    [['CLBD'], 'beginsaldo'],
    [['CLAV'], 'begin- en eindsaldo'],
  ])('with only %j is a warning that names the %s', (balances, missing) => {
    const content = readStatement({ balances });
    expect(rulesOf(content)).toEqual(['warning camt.noBalance']);
    expect(content.findings[0]?.sentence).toContain(`geen ${missing},`);
  });

  it('that are missing leave the announced number as the only proof', () => {
    const summary = (count: number): string =>
      `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries></TtlNtries></TxsSummry>`;
    const text = camtText({ statements: [statement([payment], { balances: [] })] });
    const announced = (count: number): string[] =>
      rulesOf(readText(text.replace('</Acct>', `</Acct>${summary(count)}`)));
    expect(announced(1)).toEqual(['warning camt.noBalance']);
    expect(announced(2)).toEqual(['warning camt.noBalance', 'warning camt.count']);
  });

  it('of an account in the red are negative', () => {
    const content = readStatement({ openingCents: -20_000 });
    expect(content.findings).toEqual([]);
    expect(content.statements[0]).toMatchObject({ openingCents: -20_000, closingCents: -15_000 });
  });

  it('of a statement without movements are fine', () => {
    const content = readStatement({}, []);
    expect(content.findings).toEqual([]);
    expect(content.statements[0]?.movements).toEqual([]);
  });

  it('in another currency beside the account do not count', () => {
    const dollar =
      '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-09-15</Dt></Dt></Bal>';
    const text = camtText({ statements: [statement([payment])] }).replace('<Bal>', `${dollar}<Bal>`);
    expect(readText(text).findings).toEqual([]);
  });

  it('leave what is not booked out, and say so', () => {
    const content = readStatement({}, [
      payment,
      { amountCents: 900, status: 'PDNG' },
      { amountCents: 1, status: 'INFO' },
    ]);
    expect(rulesOf(content)).toEqual(['warning camt.notBooked']);
    expect(content.findings[0]?.sentence).toContain('9,01');
    expect(content.statements[0]?.movements).toHaveLength(1);
  });
});

describe('a file with more than one statement', () => {
  it('gives each account its own', () => {
    const other = { ...statement([{ amountCents: 700 }]), iban: 'BE43999100000101' };
    const content = readCamtFile(camtFile({ statements: [statement([{ amountCents: 500 }]), other] }));
    expect(content.findings).toEqual([]);
    expect(content.statements.map(({ account, movements }) => [account, movements[0]?.line])).toEqual([
      [school, 1],
      ['BE43999100000101', 2],
    ]);
  });

  it('counts a statement that stands in it twice once', () => {
    const one = statement([{ amountCents: 500 }]);
    const content = readCamtFile(camtFile({ statements: [one, one] }));
    expect(rulesOf(content)).toEqual(['warning camt.repeated']);
    expect(content.statements).toHaveLength(1);
  });

  it('warns for a movement that two different statements share', () => {
    const content = readCamtFile(
      camtFile({
        statements: [statement([{ amountCents: 500 }]), statement([{ amountCents: 500 }, { amountCents: 900 }])],
      }),
    );
    expect(rulesOf(content)).toEqual(['warning camt.overlap']);
    expect(content.statements).toHaveLength(2);
  });

  it('says that it is only a page, and that it is a copy', () => {
    const page = { number: 1, isLast: false };
    const content = readCamtFile(camtFile({ page, statements: [statement([], { duplicate: true })] }));
    expect(rulesOf(content)).toEqual(['warning camt.page']);
    expect(content.statements[0]?.isDuplicate).toBe(true);
    const whole = camtFile({ page: { number: 1, isLast: true }, statements: [statement([])] });
    expect(readCamtFile(whole).findings).toEqual([]);
  });

  it('leaves an account in dollar out and says so; alone it is refused', () => {
    const dollar = statement([{ amountCents: 500 }], { currency: 'USD' });
    const both = readCamtFile(camtFile({ statements: [statement([]), dollar] }));
    expect(rulesOf(both)).toEqual(['warning camt.currency']);
    expect(both.statements).toHaveLength(1);
    expect(rulesOf(readCamtFile(camtFile({ statements: [dollar] })))).toEqual([
      'warning camt.currency',
      'error camt.currency',
    ]);
  });
});

describe('an entry that cannot be trusted', () => {
  const text = camtText({ statements: [statement([{ amountCents: 12_540, details: [] }], { balances: [] })] });

  it.each([
    ['tenths of a cent', '125.40</Amt>', '125.405</Amt>', 'camt.amount'],
    ['a comma', '125.40</Amt>', '125,40</Amt>', 'camt.amount'],
    ['a minus', '125.40</Amt>', '-125.40</Amt>', 'camt.amount'],
    ['no amount', '125.40</Amt>', '</Amt>', 'camt.amount'],
    ['another currency', '<Amt Ccy="EUR">125.40', '<Amt Ccy="USD">125.40', 'camt.currency'],
    ['no direction', '<CdtDbtInd>CRDT', '<CdtDbtInd>IN', 'camt.sign'],
    ['no day', '2026-09-15</Dt></BookgDt><ValDt><Dt>2026-09-15', '2026-09-31</Dt></BookgDt><ValDt><Dt>', 'camt.date'],
    ['a status we do not know', '<Cd>BOOK', '<Cd>MAYBE', 'camt.status'],
    ['no account', `<IBAN>${school}</IBAN>`, '', 'camt.account'],
  ])('%s is an error', (_, from, to, rule) => {
    expect(text).toContain(from);
    const content = readText(text.replace(from, to));
    expect(rulesOf(content)).toContain(`error ${rule}`);
    expect(content.statements.flatMap(({ movements }) => movements)).toEqual([]);
  });

  it.each(['125.4', '125.40000', '0125.40', '+125.40'])('%s is whole cents all the same', (amount) => {
    const content = readText(text.replace('125.40', amount));
    expect(content.statements[0]?.movements[0]?.amountCents).toBe(12_540);
  });
});
