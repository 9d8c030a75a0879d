import { describe, expect, it } from 'vitest';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import type { BankFileContent, BankMovement } from '#shared/bank/statement.ts';
import { codaBytes, codaFile, codaLines, type CodaMovement, type CodaStatement } from '#test/support/coda.ts';

function statement(...movements: CodaMovement[]): CodaStatement {
  return { iban: 'BE49999000000171', sequence: 12, openingCents: 50_000, date: '2026-09-15', movements };
}

function contentOf(...movements: CodaMovement[]): BankFileContent {
  return readCoda(codaFile({ statements: [statement(...movements)] }));
}

function read(...movements: CodaMovement[]): readonly BankMovement[] {
  const content = contentOf(...movements);
  expect(content.findings).toEqual([]);
  return content.statements.flatMap((one) => one.movements);
}

describe('the communication of a movement', () => {
  it('finds a reference that the bank broke over two records', () => {
    const text = `${'BETALING VAN DE SCHOOLREKENING VAN SEPTEMBER'.padEnd(47)}+++123/4567/89002+++ MET DANK`;
    expect(read({ amountCents: 5000, text })).toMatchObject([
      { structuredReference: '123456789002', referenceSource: 'text' },
    ]);
  });

  it('finds a reference that ends where the record ends and the next word begins', () => {
    const text = `${'REKENING SEPTEMBER VOOR DE KLAS VAN JULIE'}123456789002${'2026 BEDANKT'}`;
    expect(text.indexOf('2026 ')).toBe(53);
    expect(read({ amountCents: 5000, text })).toMatchObject([{ structuredReference: '123456789002' }]);
  });

  it('reads a text of three records as one line', () => {
    const text = 'A'.repeat(50) + ' B ' + 'C'.repeat(53) + 'D'.repeat(43);
    expect(read({ amountCents: 5000, text })[0]?.communication).toBe(
      `${'A'.repeat(50)} B ${'C'.repeat(53)}${'D'.repeat(43)}`,
    );
  });

  it('reads a creditor reference, structured and in text', () => {
    expect(
      read(
        { amountCents: 1, structured: { type: '100', content: 'RF18539007547034' } },
        { amountCents: 1, text: 'BETREFT RF18 5390 0754 7034 JULIE' },
      ),
    ).toMatchObject([
      { creditorReference: 'RF18539007547034', referenceSource: 'structured', communication: '' },
      { creditorReference: 'RF18539007547034', referenceSource: 'text' },
    ]);
  });

  it('reads the reference inside a payment in another currency (105)', () => {
    const content = `${'000000000100000'}${'000000000110000'}${'000110000000'}USD123456789002US000000000100000`;
    expect(read({ amountCents: 10_000, code: '04150000', structured: { type: '105', content } })).toMatchObject([
      {
        structuredReference: '123456789002',
        referenceSource: 'structured',
        communication: 'Oorspronkelijk bedrag: 110,00 USD',
        kind: 'payment',
      },
    ]);
  });

  it('never takes the digits of a terminal for a reference', () => {
    const digits = '112345678900200010001';
    const movements = read(
      { amountCents: 2000, code: '00450000', structured: { type: '114', content: digits } },
      { amountCents: 2000, code: '00450000', structured: { type: '114', content: '123456789002' } },
      { amountCents: 2000, code: '00450000', structured: { type: '111', content: '123456789002' } },
      { amountCents: 2000, structured: { type: '103', content: '123456789002' } },
      { amountCents: 2000, structured: { type: '199', content: '123456789002' } },
    );
    expect(movements.map(({ structuredReference }) => structuredReference)).toEqual([null, null, null, null, null]);
    expect(movements.map(({ communication }) => communication)).toEqual([
      `Kaartbetaling aan een terminal: ${digits}`,
      'Kaartbetaling aan een terminal: 123456789002',
      'Kaartbetalingen, totaal van een terminal: 123456789002',
      'Nummer van cheque of kaart: 123456789002',
      'Mededeling 199: 123456789002',
    ]);
  });

  it('reads an old domiciliation (107) as text', () => {
    const content = `740907316152050309${'PAIEMT.BETALING 374191651'.padEnd(30)} 00876820909`;
    expect(read({ amountCents: 5000, code: '00501000', structured: { type: '107', content } })).toMatchObject([
      { communication: 'Domiciliëring 740907316152: PAIEMT.BETALING 374191651', structuredReference: null },
    ]);
  });

  it('shows a reference that fails its check as text, with a warning', () => {
    const content = contentOf(
      { amountCents: 5000, structured: { type: '101', content: '123456789012' } },
      { amountCents: 5000, structured: { type: '100', content: 'RF451G72UUR' } },
      { amountCents: 5000, structured: { type: '101', content: '000000000000' } },
    );
    expect(content.findings.map(({ level, rule, line }) => [level, rule, line])).toEqual([
      ['warning', 'coda.reference', 3],
      ['warning', 'coda.reference', 4],
    ]);
    expect(content.statements[0]?.movements).toMatchObject([
      { structuredReference: null, referenceSource: null, communication: '123456789012' },
      { creditorReference: null, referenceSource: null, communication: 'RF451G72UUR' },
      { structuredReference: null, referenceSource: null, communication: '' },
    ]);
  });
});

describe('who is behind a movement', () => {
  it('names the service that paid for a payer (009), and the one that the school paid for (008)', () => {
    expect(
      read(
        { amountCents: 5000, name: 'OCMW GENT', ultimateName: 'PEETERS AN' },
        { amountCents: -5000, name: 'REISBUREAU', information: [{ type: '008', content: 'HOTEL ZEEZICHT' }] },
        { amountCents: 5000, name: 'OUDER', information: [{ type: '008', content: 'OUDERRAAD' }] },
      ),
    ).toMatchObject([
      { counterpartyName: 'OCMW GENT', ultimateName: 'PEETERS AN' },
      { counterpartyName: 'REISBUREAU', ultimateName: 'HOTEL ZEEZICHT' },
      { counterpartyName: 'OUDER', ultimateName: null, communication: 'Bestemd voor: OUDERRAAD' },
    ]);
  });

  it('takes a name in full from 001 when 2.3 has no room for it', () => {
    const name = 'VAN DEN BROECKE-VANDERSTRAETEN ANNE-MARIE EN PIETER';
    const information = [{ type: '001', content: name.padEnd(70) + 'KERKSTRAAT 1'.padEnd(35) + '9000 GENT' }];
    expect(read({ amountCents: 5000, name: name.slice(0, 35), account: '310180203454', information })).toMatchObject([
      { counterpartyName: name, counterpartyAccount: '310180203454', communication: '' },
    ]);
  });

  it('keeps what else the bank tells as text, and its amounts as words', () => {
    const information = [
      { type: '004', content: 'KREDBEBB' },
      { type: '006', content: `${'BRUTO'.padEnd(30)}EUR0000000000800000100` },
      { content: 'BETAALD MET DE APP' },
    ];
    expect(read({ amountCents: 5000, text: 'SEPTEMBER', information })).toMatchObject([
      {
        amountCents: 5000,
        communication: 'SEPTEMBER · BETAALD MET DE APP · Bank van de tegenpartij: KREDBEBB · BRUTO EUR 80,00',
      },
    ]);
  });

  it('looks in what the bank added when the payer wrote nothing', () => {
    const information = [{ content: 'MEDEDELING: +++123/4567/89002+++' }];
    expect(read({ amountCents: 5000, information }, { amountCents: 5000, text: 'JULIE', information })).toMatchObject([
      { structuredReference: '123456789002', referenceSource: 'text' },
      { structuredReference: null, referenceSource: null },
    ]);
  });
});

describe('the kind of a movement', () => {
  it.each([
    ['00150000', 5000, 'payment'],
    ['00250000', 5000, 'payment'],
    ['00151000', 5000, 'payment'],
    ['00252000', 5000, 'payment'],
    ['04150000', 5000, 'payment'],
    ['00154000', 5000, 'returned'],
    ['00254000', 5000, 'returned'],
    ['00166000', 5000, 'other'],
    ['00199000', 5000, 'correction'],
    ['00149000', -5000, 'correction'],
    ['00599000', 5000, 'correction'],
    ['00550000', 5000, 'directDebit'],
    ['00552000', 5000, 'directDebit'],
    ['00558000', 5000, 'correction'],
    ['00503000', -5000, 'directDebitUnpaid'],
    ['00505000', -5000, 'directDebitRefund'],
    ['00501000', -5000, 'outgoing'],
    ['00503000', 5000, 'correction'],
    ['00101000', -5000, 'outgoing'],
    ['00107000', -5000, 'outgoing'],
    ['00201000', -5000, 'outgoing'],
    ['00150000', -5000, 'correction'],
    ['00101000', 5000, 'correction'],
    ['00137000', -50, 'cost'],
    ['00537013', -50, 'cost'],
    ['08037000', -50, 'cost'],
    ['00187000', 50, 'cost'],
    ['00101013', -50, 'cost'],
    ['03501000', -50, 'cost'],
    ['03550000', 50, 'cost'],
    ['00450000', 5000, 'cash'],
    ['00950000', 5000, 'cash'],
    ['00901000', -5000, 'outgoing'],
    ['01350000', 5000, 'other'],
  ])('%s of %i cents is a %s', (code, amountCents, kind) => {
    expect(read({ amountCents, code })).toMatchObject([{ kind, amountCents }]);
  });

  it('tells a return that only the bank code names', () => {
    expect(
      read(
        { amountCents: -5000, code: '00503000' },
        { amountCents: -5000, code: '00505000' },
        { amountCents: 5000, returned: { type: '2', reason: 'AC04' } },
      ),
    ).toMatchObject([
      { returned: { type: 'return', reasonCode: null } },
      { returned: { type: 'refund', reasonCode: null } },
      { kind: 'returned', returned: { type: 'return', reasonCode: 'AC04' } },
    ]);
  });

  it('reads the mandate, the reason and the text of a direct debit from all three records', () => {
    const content =
      `150926114${'BE81ZZZ0123456749'.padEnd(35)}${'MANDAAT-2026-000000000000000000042'.padEnd(35)}` +
      `${'REKENING SEPTEMBER 123456789002'.padEnd(62)}2MD07`;
    expect(
      read({
        amountCents: -5000,
        code: '00503000',
        structured: { type: '127', content },
        name: 'OUDER EEN',
        endToEndId: 'INC-42',
      }),
    ).toMatchObject([
      {
        mandateId: 'MANDAAT-2026-000000000000000000042',
        communication: 'REKENING SEPTEMBER 123456789002',
        structuredReference: '123456789002',
        referenceSource: 'text',
        returned: { type: 'return', reasonCode: 'MD07' },
        endToEndId: 'INC-42',
      },
    ]);
  });

  it('says the reason in words when there is no ISO code', () => {
    const content = `150926113${'BE81ZZZ0123456749'.padEnd(35)}${'M1'.padEnd(35)}REKENING 7`;
    expect(read({ amountCents: -5000, code: '00503000', structured: { type: '127', content } })).toMatchObject([
      { communication: 'REKENING 7 · niet betaald: de betaler gaat niet akkoord' },
    ]);
  });

  it('leaves out an end-to-end id that says there is none', () => {
    expect(
      read({ amountCents: 1, endToEndId: 'NOTPROVIDED' }, { amountCents: 1, endToEndId: '0000000' }),
    ).toMatchObject([{ endToEndId: null }, { endToEndId: null }]);
  });
});

describe('a batch', () => {
  const details = [
    { amountCents: 4000, endToEndId: 'A' },
    { amountCents: 6000, endToEndId: 'B' },
  ];

  it('of one detail is one movement, also when the bank marks the detail as a total too', () => {
    expect(
      read({ amountCents: 4000, endToEndId: 'BATCH', details: [{ amountCents: 4000, endToEndId: 'A' }] }),
    ).toMatchObject([{ amountCents: 4000, endToEndId: 'A', batchKey: 'BATCH' }]);
  });

  it('counts as its total when the details do not add up, with a warning', () => {
    const content = contentOf({ amountCents: 10_001, endToEndId: 'BATCH', details });
    expect(content.findings.map(({ level, rule, line }) => [level, rule, line])).toEqual([
      ['warning', 'coda.globalisation', 3],
    ]);
    expect(content.statements[0]?.movements).toMatchObject([
      { amountCents: 10_001, endToEndId: null, batchKey: 'BATCH', kind: 'directDebit' },
    ]);
  });

  it('without details is one movement that names its batch', () => {
    expect(read({ amountCents: -10_000, code: '10105000', endToEndId: 'LONEN' })).toMatchObject([
      { amountCents: -10_000, kind: 'outgoing', batchKey: 'LONEN', endToEndId: null },
    ]);
  });

  it('without a name is known by the key of its total', () => {
    const movements = read({ amountCents: 10_000, details });
    expect(movements).toHaveLength(2);
    expect(new Set(movements.map(({ batchKey }) => batchKey))).toEqual(
      new Set(['012/150926/150926/0001/0000/REF00010000/150926/10000']),
    );
  });

  it('of batches counts the deepest details that add up', () => {
    const nested: CodaMovement = {
      amountCents: 10_000,
      code: '20150000',
      details: [
        { amountCents: 4000, code: '60150000' },
        { amountCents: 6000, code: '70150000' },
        { amountCents: 2500, code: '90150000', text: 'EEN' },
        { amountCents: 3500, code: '90150000', text: 'TWEE' },
      ],
    };
    expect(read(nested).map(({ amountCents }) => amountCents)).toEqual([4000, 2500, 3500]);
  });

  it('does not need the bank to pair its codes', () => {
    const lines = codaLines({ statements: [statement({ amountCents: 10_000, details }, { amountCents: 700 })] });
    const unpaired = lines.map((line) => (line.startsWith('21') ? `${line.slice(0, 124)}0${line.slice(125)}` : line));
    const content = readCoda(codaBytes(unpaired));
    expect(content.findings).toEqual([]);
    expect(content.statements[0]?.movements.map(({ amountCents }) => amountCents)).toEqual([4000, 6000, 700]);
  });

  it('of what a transfer cost is that transfer alone', () => {
    const transfer: CodaMovement = {
      amountCents: 9500,
      code: '34150000',
      details: [
        { amountCents: 10_000, code: '84150100' },
        { amountCents: -500, code: '84150013' },
      ],
    };
    expect(read(transfer)).toMatchObject([{ amountCents: 9500, kind: 'payment', batchKey: null }]);
  });
});

describe('the key of a movement', () => {
  it('is the same in the copy that the bank sends later, and differs for each movement', () => {
    const movements = [
      { amountCents: 5000 },
      { amountCents: 5000 },
      { amountCents: 300, details: [{ amountCents: 100 }, { amountCents: 200 }] },
    ];
    const keysOf = (duplicate: boolean): string[] =>
      readCoda(codaFile({ statements: [{ ...statement(...movements), duplicate }] })).statements.flatMap((one) =>
        one.movements.map(({ key }) => key),
      );
    expect(keysOf(true)).toEqual(keysOf(false));
    expect(new Set(keysOf(false)).size).toBe(4);
  });

  it('differs even when the bank gives two movements the same number and reference', () => {
    const lines = codaLines({ statements: [statement({ amountCents: 5000 }, { amountCents: 5000 })] });
    const same = lines.map((line) => line.replace('2100020000REF00020000', '2100010000REF00010000'));
    const content = readCoda(codaBytes(same));
    expect(content.findings.map(({ rule }) => rule)).toEqual(['coda.numbering']);
    expect(content.statements[0]?.movements.map(({ key }) => key)).toEqual([
      '012/150926/150926/0001/0000/REF00010000/150926/5000',
      '012/150926/150926/0001/0000/REF00010000/150926/5000/2',
    ]);
  });

  it('goes on after movement 9999', () => {
    const movements = Array.from({ length: 10_001 }, () => ({ amountCents: 1 }));
    const keys = read(...movements).map(({ key }) => key);
    expect(new Set(keys).size).toBe(10_001);
  });
});
