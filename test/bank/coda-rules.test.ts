import { describe, expect, it } from 'vitest';
import { looksLikeCoda } from '#shared/bank/coda/looks-like-coda.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { type CodaRule, codaRules } from '#shared/bank/coda/rules.ts';
import { codaBytes, codaFile, codaLines, type CodaStatement } from '#test/support/coda.ts';

const first: CodaStatement = {
  iban: 'BE49999000000171',
  sequence: 12,
  openingCents: 50_000,
  openingDate: '2026-09-14',
  date: '2026-09-15',
  movements: [
    { amountCents: 12_540, reference: '123456789002', name: 'OUDER EEN', ultimateName: 'OCMW GENT' },
    { amountCents: -2500, text: 'TERUGBETALING', name: 'OUDER TWEE' },
    { amountCents: 3000, endToEndId: 'BATCH', details: [{ amountCents: 1000 }, { amountCents: 2000 }] },
  ],
  freeText: ['TOT ZIENS'],
};
const second: CodaStatement = {
  ...first,
  sequence: 13,
  openingCents: 63_040,
  openingDate: '2026-09-15',
  date: '2026-09-16',
};

/** Line 1 header, 2 old balance, 3–6 first movement, 7–9 second, 10–13 batch, 14 new balance, 15 text, 16 trailer. */
const valid = codaLines({ statements: [first] });

function at(line: number, from: number, text: string): string[] {
  return valid.map((one, index) =>
    index === line - 1 ? one.slice(0, from - 1) + text + one.slice(from - 1 + text.length) : one,
  );
}

function without(line: number): string[] {
  return valid.filter((_, index) => index !== line - 1);
}

function withLine(line: number, change: (text: string) => string): string[] {
  return valid.map((one, index) => (index === line - 1 ? change(one) : one));
}

function found(lines: readonly string[]): string[] {
  return readCoda(codaBytes(lines)).findings.map(({ level, rule, line }) => `${level} ${rule} ${line}`);
}

type Broken = readonly [name: string, lines: readonly string[], findings: readonly string[]];

/** Each rule with files that break it, and what the reader says of them. */
const broken: Readonly<Record<CodaRule, readonly Broken[]>> = {
  'coda.empty': [
    ['nothing', [], ['error coda.empty null']],
    ['only blank lines', ['', '  '], ['error coda.empty null']],
  ],
  'coda.signature': [['another file', ['Naam;Bedrag', 'Jan;12,50'], ['error coda.signature 1']]],
  'coda.version': [
    ['version 1', at(1, 128, '1'), ['error coda.version 1']],
    ['version 3', at(1, 128, '3'), ['error coda.version 1']],
  ],
  'coda.application': [['another application', at(1, 15, '06'), ['error coda.application 1']]],
  'coda.lineLength': [
    ['a character too many', withLine(4, (text) => `${text}X`), ['error coda.lineLength 4']],
    [
      'a movement that stops in the middle of its amount',
      withLine(7, (text) => text.slice(0, 40)),
      ['error coda.lineLength 7', 'warning coda.transactionCode 7', 'error coda.amount 7'],
    ],
    [
      'a file that stops in the middle of its last line',
      withLine(16, (text) => text.slice(0, 30)),
      ['error coda.lineLength 16', 'error coda.amount 16', 'error coda.amount 16'],
    ],
  ],
  'coda.trailingSpaces': [
    ['spaces cut off at the end', withLine(6, (text) => text.slice(0, 60)), ['warning coda.trailingSpaces 6']],
    ['spaces added at the end', withLine(6, (text) => `${text}  `), ['warning coda.trailingSpaces 6']],
  ],
  'coda.blankLine': [['blank lines in between', valid.toSpliced(5, 0, '', ''), ['warning coda.blankLine 6']]],
  'coda.characters': [['a control character', at(4, 50, '\u0007'), ['warning coda.characters 4']]],
  'coda.recordType': [
    ['an unknown record', at(6, 1, '7'), ['error coda.recordType 6', 'error coda.recordCount 16']],
    ['an unknown part of a movement', at(5, 2, '7'), ['error coda.recordType 5']],
    ['an unknown part of information', at(6, 2, '9'), ['error coda.recordType 6']],
  ],
  'coda.order': [
    [
      'two old balances',
      [...valid.slice(0, 2), ...valid.slice(1)],
      ['error coda.order 3', 'error coda.recordCount 17'],
    ],
    ['no header', without(1), ['error coda.order 1']],
    [
      'a movement after the new balance',
      [...valid.slice(0, 6), ...valid.slice(9, 14), ...valid.slice(6, 9), ...valid.slice(14)],
      ['warning coda.numbering 7', 'error coda.order 12', 'warning coda.numbering 12'],
    ],
    [
      'a line after the end',
      [...valid, valid[6] ?? ''],
      ['error coda.order 17', 'error coda.incomplete 17', 'error coda.incomplete 17'],
    ],
    ['2.2 twice', [...valid.slice(0, 4), ...valid.slice(3)], ['error coda.order 5', 'error coda.recordCount 17']],
    [
      '3.1 before 2.2',
      [...valid.slice(0, 3), ...valid.slice(5, 6), ...valid.slice(3, 5), ...valid.slice(6)],
      ['error coda.order 5', 'error coda.order 6'],
    ],
  ],
  'coda.incomplete': [
    ['no last record', without(16), ['error coda.incomplete 15']],
    ['no new balance', without(14), ['error coda.incomplete 15', 'error coda.recordCount 15']],
    ['no old balance', without(2), ['error coda.incomplete 1']],
    ['half a file', valid.slice(0, 9), ['error coda.incomplete 9']],
    [
      'a statement that begins before the end of the one before',
      [...without(16), ...codaLines({ statements: [second] })],
      ['error coda.incomplete 16'],
    ],
  ],
  'coda.moreFollows': [['the first of two statements alone', at(16, 128, '1'), ['warning coda.moreFollows 16']]],
  'coda.sequence': [
    ['2.3 of another movement', at(5, 3, '0007'), ['error coda.sequence 5']],
    ['3.1 of another movement', at(6, 3, '0007'), ['error coda.sequence 6']],
    [
      'a detail of a batch that is not there',
      at(13, 3, '0007'),
      ['warning coda.globalisation 10', 'error coda.sequence 13'],
    ],
  ],
  'coda.numbering': [
    ['a gap', valid.map((line) => line.replace(/^(2\d)0003/, '$10005')), ['warning coda.numbering 10']],
  ],
  'coda.amount': [
    ['letters in the amount of a movement', at(3, 40, 'XX'), ['error coda.amount 3']],
    ['tenths of a cent', at(3, 47, '5'), ['error coda.amount 3']],
    ['a sign that is no sign', at(3, 32, '2'), ['error coda.amount 3']],
    ['an old balance that is no number', at(2, 44, '  '), ['error coda.amount 2']],
    ['a total that is no number', at(16, 23, 'X'), ['error coda.amount 16']],
  ],
  'coda.date': [
    ['the 31st of September', at(3, 116, '310926'), ['error coda.date 3']],
    ['the 29th of February in no leap year', at(3, 48, '290226'), ['error coda.date 3']],
    [
      'no date anywhere',
      valid.map((line) => line.replaceAll('150926', '000000').replaceAll('140926', '000000')),
      ['error coda.date 12', 'error coda.date 13', 'error coda.date 3', 'error coda.date 7'],
    ],
    ['a day 0', at(3, 48, '000926'), ['error coda.date 3']],
    ['a value date in letters', at(3, 48, 'ABCDEF'), ['error coda.date 3']],
    ['a month 13 at the new balance', at(14, 58, '151326'), ['error coda.date 14']],
  ],
  'coda.bookingDate': [
    ['a booking after the statement', at(3, 116, '160926'), ['warning coda.bookingDate 3']],
    ['a booking of years before', at(3, 116, '150916'), ['warning coda.bookingDate 3']],
  ],
  'coda.transactionCode': [['a code in letters', at(3, 54, '0015XX00'), ['warning coda.transactionCode 3']]],
  'coda.recordCount': [
    ['a line lost', without(6), ['error coda.recordCount 15']],
    ['a count that is none', at(16, 17, '      '), ['error coda.recordCount 16']],
  ],
  'coda.totals': [
    ['more out than was booked', at(16, 23, '000000000035000'), ['error coda.totals 16']],
    ['less in than was booked', at(16, 38, '000000000155390'), ['error coda.totals 16']],
    [
      'a movement that changed sides',
      at(3, 32, '1'),
      ['error coda.balance 14', 'error coda.totals 16', 'error coda.totals 16'],
    ],
  ],
  'coda.balance': [
    ['another new balance', at(14, 43, '000000000630410'), ['error coda.balance 14']],
    ['another old balance', at(2, 44, '000000000500010'), ['error coda.balance 14']],
    ['a new balance on the other side', at(14, 42, '1'), ['error coda.balance 14']],
  ],
  'coda.account': [
    ['the new balance of another account', at(14, 5, 'BE26999100099929'), ['error coda.account 14']],
    ['the new balance in another currency', at(14, 39, 'USD'), ['error coda.account 14']],
    ['no account', at(2, 6, ' '.repeat(31)), ['error coda.account 2']],
  ],
  'coda.currency': [
    ['an account in dollars', codaLines({ statements: [{ ...first, currency: 'USD' }] }), ['warning coda.currency 2']],
  ],
  'coda.duplicate': [['a copy', at(1, 17, 'D'), ['warning coda.duplicate 1']]],
  'coda.repeated': [['a statement twice', [...valid, ...valid], ['warning coda.repeated 17']]],
  'coda.overlap': [
    [
      'a statement that grew',
      [...valid, ...codaLines({ statements: [{ ...first, movements: [...first.movements, { amountCents: 100 }] }] })],
      ['error coda.overlap 17'],
    ],
  ],
  'coda.separateApplication': [
    [
      'a part of the movements',
      codaLines({ statements: [{ ...first, openingCents: 0, application: '00011' }] }).map((line) =>
        line.startsWith('8') ? line.replace('000000000130400', '000000000000000') : line,
      ),
      ['warning coda.separateApplication 1'],
    ],
  ],
  'coda.globalisation': [
    ['a detail of another amount', at(12, 33, '000000000010010'), ['warning coda.globalisation 10']],
  ],
  'coda.reference': [['a reference with a digit changed', at(3, 66, '123456789003'), ['warning coda.reference 3']]],
};

describe('the rules of a CODA file', () => {
  it('find nothing in a file that is right', () => {
    expect(found(valid)).toEqual([]);
    expect(found(codaLines({ statements: [first, second] }))).toEqual([]);
  });

  const cases = Object.entries(broken).flatMap(([rule, files]) =>
    files.map(([name, lines, expected]) => [rule, name, lines, expected] as const),
  );

  it.each(cases)('%s: %s', (rule, _, lines, expected) => {
    const findings = found(lines);
    expect(findings.toSorted()).toEqual(expected.toSorted());
    expect(findings.map((one) => one.split(' ')[1])).toContain(rule);
  });

  it('take a leap day, a date of zeros and one of the century before for what they are', () => {
    expect(found(at(3, 48, '290228'))).toEqual([]);
    expect(found(at(3, 116, '000000'))).toEqual([]);
    const [movement] = readCoda(codaBytes(at(3, 48, '310898'))).statements[0]?.movements ?? [];
    expect(movement).toMatchObject({ valueDate: '1998-08-31', bookingDate: '2026-09-15' });
  });

  it('all have a case above', () => {
    expect(cases.map(([rule]) => rule)).toEqual(expect.arrayContaining(Object.keys(codaRules)));
  });

  it('say what is wrong in sentences, with amounts and dates as the office writes them', () => {
    const sentences = (lines: readonly string[]): string[] =>
      readCoda(codaBytes(lines)).findings.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '));
    expect(sentences(at(14, 43, '000000000630410'))).toEqual([
      'Het oude saldo € 500,00 en de verrichtingen (samen € 130,40) geven € 630,40, maar het nieuwe saldo is € 630,41. ' +
        'Het bestand is niet volledig of werd gewijzigd. Haal het bestand opnieuw op bij de bank en open het niet in een ander programma.',
    ]);
    expect(sentences(at(3, 116, '160926'))).toEqual([
      'Deze verrichting is geboekt op 16/09/2026, maar het uittreksel gaat van 14/09/2026 tot 15/09/2026. Kijk de datum na.',
    ]);
    expect(sentences(at(5, 3, '0007'))[0]).toContain('hoort bij verrichting 0007, maar staat bij verrichting 0001');
  });

  it('tell what is wrong on every line only a few times, and then how often', () => {
    const movements = Array.from({ length: 40 }, () => ({ amountCents: 100, text: 'X' }));
    const lines = codaLines({ statements: [{ ...first, movements }] });
    const { findings } = readCoda(codaBytes(lines.map((line) => `${line} `)));
    expect(findings).toHaveLength(6);
    expect(findings.at(-1)).toMatchObject({ level: 'warning', rule: 'coda.trailingSpaces', line: null });
    expect(findings.at(-1)?.sentence).toContain(`${lines.length - 5} keer`);
  });
});

describe('a CODA file with something wrong', () => {
  it('still shows what could be read', () => {
    const { statements } = readCoda(codaBytes(at(7, 40, 'XX')));
    expect(statements[0]?.movements.map(({ amountCents }) => amountCents)).toEqual([12_540, 1000, 2000]);
  });

  it('has no balances when it holds only a part of the movements', () => {
    const part = codaFile({ statements: [{ ...first, application: '00011' }] });
    expect(readCoda(part).statements).toMatchObject([{ openingCents: null, closingCents: null }]);
  });

  it('gives a statement that stands in it twice once, and two that differ both', () => {
    expect(readCoda(codaBytes([...valid, ...valid])).statements).toHaveLength(1);
    const grown = codaLines({ statements: [{ ...first, movements: [...first.movements, { amountCents: 100 }] }] });
    expect(readCoda(codaBytes([...valid, ...grown])).statements).toHaveLength(2);
  });

  it('keeps the good statement beside one of version 1', () => {
    const lines = codaLines({ statements: [first, second] });
    const old = lines.map((line, index) => (index === 0 ? `${line.slice(0, 127)}1` : line));
    expect(readCoda(codaBytes(old)).statements).toMatchObject([{ sequenceNumber: 13 }]);
  });
});

describe('accounts of other forms', () => {
  it('gives the IBAN of an old Belgian account number', () => {
    const lines = valid.map((line) => {
      const account = '539007547034 EUR0BE'.padEnd(37);
      if (line.startsWith('12')) return `10012${account}${line.slice(42)}`;
      return line.startsWith('8') ? `8012${account}${line.slice(41)}` : line;
    });
    const content = readCoda(codaBytes(lines));
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([{ account: 'BE68539007547034', currency: 'EUR' }]);
  });

  it('reads a foreign IBAN of 34 characters', () => {
    const iban = 'MT84MALT011000012345MTLCAST001S';
    const lines = codaLines({ statements: [{ ...first, iban }] }).map((line) => line.replace(/^12/, '13'));
    expect(readCoda(codaBytes(lines))).toMatchObject({ findings: [], statements: [{ account: iban }] });
  });
});

describe('recognising a CODA', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('goes by the content: any version, with a byte-order mark, with a damaged header', () => {
    expect(looksLikeCoda(codaBytes(valid))).toBe(true);
    expect(looksLikeCoda(codaBytes(at(1, 128, '1')))).toBe(true);
    expect(looksLikeCoda(encode(`\ufeff\n${valid.join('\n')}`))).toBe(true);
    expect(looksLikeCoda(codaBytes(without(1)))).toBe(true);
    expect(looksLikeCoda(codaBytes(valid.slice(0, 1)))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a table', 'Rekening;Datum;Bedrag\r\nBE49999000000171;15/09/2026;125,40\r\n'],
    ['camt', '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>'],
    ['zeros', '0'.repeat(128)],
  ])('and not for %s', (_, text) => {
    expect(looksLikeCoda(encode(text))).toBe(false);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (lineEnd) => {
    expect(readCoda(codaBytes(valid, lineEnd))).toEqual(readCoda(codaBytes(valid)));
    expect(readCoda(codaBytes([...valid, '', '', '\u001a'], lineEnd)).findings).toEqual([]);
    expect(readCoda(encode(valid.join(lineEnd))).findings).toEqual([]);
  });
});
