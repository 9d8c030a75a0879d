import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCamt } from '#shared/bank/camt/read-camt.ts';
import type { XmlElement } from '#shared/bank/camt/xml-element.ts';
import type { BankFileContent, BankStatement } from '#shared/bank/statement.ts';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { readBankFile } from '#main/bank/read-bank-file.ts';
import { type CamtDetail, camtFile, type CamtMovement, type CamtStatement, camtText } from '#test/support/camt.ts';

const cents = fc.integer({ min: -500_000, max: 500_000 });
const detail: fc.Arbitrary<CamtDetail & { readonly amountCents: number }> = fc.record({
  amountCents: cents,
  text: fc.constantFrom('', 'klas 3B', '+++123/4567/89002+++', 'a & b < c', 'é€'),
  reference: fc.oneof(
    fc.constant(undefined),
    fc.nat(9_999_999).map((base) => makeStructuredReference(String(base))),
    fc.constantFrom('RF18539007547034', '123456789012'),
  ),
  name: fc.constantFrom('Ouder Eén', 'OCMW Gent'),
  endToEndId: fc.constantFrom('NOTPROVIDED', 'E1'),
  returnReason: fc.constantFrom(undefined, undefined, 'MD06', 'AM04'),
}) as fc.Arbitrary<CamtDetail & { readonly amountCents: number }>;
const single: fc.Arbitrary<CamtMovement> = fc
  .tuple(
    detail,
    fc.constantFrom('PMNT/RCDT/ESCT', 'PMNT/IDDT/UPDD', 'PMNT/MDOP/CHRG', ''),
    fc.constantFrom('BOOK', 'BOOK', 'BOOK', 'PDNG'),
    fc.constantFrom('', 'S1'),
  )
  .map(([facts, code, status, serviceReference]) => ({ ...facts, code, status, serviceReference }));
const batch: fc.Arbitrary<CamtMovement> = fc
  .tuple(fc.array(detail, { minLength: 2, maxLength: 4 }), fc.boolean())
  .map(([details, fits]) => ({ amountCents: total(details) + (fits ? 0 : 1), batch: 'BATCH', details }));
const statement: fc.Arbitrary<CamtStatement> = fc.record({
  iban: fc.constantFrom('BE49999000000171', 'BE26999100099929'),
  sequence: fc.integer({ min: 1, max: 365 }),
  openingCents: cents,
  date: fc.constantFrom('2026-09-15', '2026-09-16'),
  movements: fc.array(fc.oneof({ arbitrary: single, weight: 4 }, batch), { maxLength: 6 }),
});
const input = fc.record({
  version: fc.integer({ min: 3, max: 13 }),
  statements: fc.uniqueArray(statement, { minLength: 1, maxLength: 3, selector: ({ sequence }) => sequence }),
});

const texts = ['', 'EUR', 'CRDT', 'DBIT', 'BOOK', 'OPBD', 'CLBD', '2026-09-15', '12.50', 'BE49999000000171', 'x'];

/** One thing that goes wrong with the bytes, by numbers that say where. */
type Damage = {
  readonly what: 'byte' | 'digit' | 'drop' | 'double' | 'move' | 'cut' | 'element' | 'text';
  readonly at: number;
  readonly to: number;
};
const damage: fc.Arbitrary<Damage> = fc.record({
  what: fc.constantFrom('byte', 'digit', 'digit', 'drop', 'double', 'move', 'cut', 'element', 'element', 'text'),
  at: fc.nat(10_000_000),
  to: fc.nat(10_000_000),
});

function damaged(text: string, { what, at, to }: Damage): string {
  const place = at % Math.max(text.length, 1);
  const length = to % 200;
  const piece = text.slice(place, place + length);
  switch (what) {
    case 'byte':
      return text.slice(0, place) + String.fromCharCode(to % 256) + text.slice(place + 1);
    case 'digit': {
      const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
      const digit = digits[at % Math.max(digits.length, 1)] ?? 0;
      return text.slice(0, digit) + String(to % 10) + text.slice(digit + 1);
    }
    case 'drop':
      return text.slice(0, place) + text.slice(place + length);
    case 'double':
      return text.slice(0, place) + piece + text.slice(place);
    case 'move': {
      const rest = text.slice(0, place) + text.slice(place + length);
      const other = to % Math.max(rest.length, 1);
      return rest.slice(0, other) + piece + rest.slice(other);
    }
    case 'text': {
      const found = [...text.matchAll(/>([^<]+)</g)];
      const { 0: whole = '', index = 0 } = found[at % Math.max(found.length, 1)] ?? {};
      return `${text.slice(0, index)}>${texts[to % texts.length] ?? ''}<${text.slice(index + whole.length)}`;
    }
    case 'cut':
      return text.slice(0, place);
    case 'element': {
      // A whole element goes, comes twice or is emptied, so that the XML stays well-formed.
      const found = [...text.matchAll(/<(\w+)(?: [^>]*)?>(?:(?!<\1[ >]).)*?<\/\1>/gs)];
      const [whole = '', name = ''] = found[at % Math.max(found.length, 1)] ?? [];
      return text.replace(whole, () => ['', `${whole}${whole}`, `<${name}/>`][to % 3] ?? '');
    }
  }
}

function total(movements: readonly { readonly amountCents: number }[]): number {
  return movements.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function differs({ openingCents, closingCents, movements }: BankStatement): boolean {
  return openingCents === null || closingCents === null || openingCents + total(movements) !== closingCents;
}

/** What does not hold, of what holds for any file. */
function dishonesties({ findings, statements }: BankFileContent): string[] {
  const isRefused = findings.some(({ level }) => level === 'error');
  return [
    ...findings.flatMap(({ rule, sentence }) =>
      /undefined|NaN|null|\[object/.test(sentence) || !/^(?:camt|coda|csv|file)\.\w+$/.test(rule)
        ? [`${rule}: ${sentence}`]
        : [],
    ),
    ...statements.flatMap((one) =>
      !isRefused && differs(one) && findings.length === 0 ? [`${one.account} does not add up`] : [],
    ),
    ...statements.flatMap((one) =>
      !isRefused && one.openingCents !== null && one.closingCents !== null && differs(one)
        ? [`${one.account} has balances that differ`]
        : [],
    ),
    ...statements.flatMap(({ movements }) =>
      new Set(movements.map(({ key }) => key)).size === movements.length ? [] : ['two movements with one key'],
    ),
    ...(statements.length > 0 || isRefused ? [] : ['nothing read and nothing said']),
  ];
}

describe('any camt file', () => {
  it('counts every booked amount once', () => {
    fc.assert(
      fc.property(input, (file) => {
        const content = readBankFile(camtFile(file));
        expect(dishonesties(content)).toEqual([]);
        expect(content.findings.filter(({ level }) => level === 'error')).toEqual([]);
        const booked = file.statements.map(({ movements }) =>
          total(movements.filter(({ status }) => status !== 'PDNG')),
        );
        // An identical statement counts once; these differ in their number only when they hold nothing.
        fc.pre(content.findings.every(({ rule }) => rule !== 'camt.repeated'));
        expect(content.statements.map(({ movements }) => total(movements))).toEqual(booked);
        expect(readBankFile(camtFile(file))).toEqual(content);
      }),
      { seed: 2026, numRuns: 500 },
    );
  });

  it('is never lost silently when it is damaged: it adds up, or a finding says what is wrong', () => {
    fc.assert(
      fc.property(input, fc.array(damage, { minLength: 1, maxLength: 3 }), (file, damages) => {
        const text = damages.reduce(damaged, camtText(file));
        expect(dishonesties(readBankFile(new TextEncoder().encode(text)))).toEqual([]);
      }),
      { seed: 2026, numRuns: 5000 },
    );
  });

  it('tells when an entry is missing, or is there twice', () => {
    fc.assert(
      fc.property(input, fc.nat(1_000_000), fc.boolean(), (file, at, twice) => {
        const text = camtText(file);
        const entries = [...text.matchAll(/<Ntry>.*?<\/Ntry>/gs)].filter(
          ([entry]) => entry.includes('BOOK') && !/^<Ntry>(?:<NtryRef>.*?<\/NtryRef>)?<Amt Ccy="EUR">0\.00/.test(entry),
        );
        fc.pre(entries.length > 0);
        const { 0: entry, index } = entries[at % entries.length] as RegExpExecArray;
        const changed = text.slice(0, index) + (twice ? entry + entry : '') + text.slice(index + entry.length);
        const { findings } = readBankFile(new TextEncoder().encode(changed));
        expect(findings.some(({ rule }) => rule === 'camt.balance')).toBe(true);
      }),
      { seed: 2026, numRuns: 1000 },
    );
  });
});

const names =
  `Document BkToCstmrStmt GrpHdr MsgPgntn Stmt Acct Id IBAN Ccy Bal Tp Cd CdOrPrtry Amt CdtDbtInd Dt Ntry Sts
  BookgDt BkTxCd Domn Fmly NtryDtls Btch TxDtls Refs RltdPties Dbtr Pty Nm RmtInf Strd Ustrd CdtrRefInf Ref RtrInf`.split(
    /\s+/,
  );
const { element } = fc.letrec<{ element: XmlElement; leaf: XmlElement; node: XmlElement }>((tie) => {
  const name = fc.constantFrom(...names);
  const attributes = fc.constantFrom({}, { Ccy: 'EUR' }, { Ccy: 'USD' });
  return {
    element: fc.oneof({ maxDepth: 5, depthIdentifier: 'tree' }, tie('leaf'), tie('node')),
    leaf: fc.record({ name, attributes, children: fc.constant([]), text: fc.constantFrom(...texts) }),
    node: fc.record({ name, attributes, children: fc.array(tie('element'), { maxLength: 4 }), text: fc.constant('') }),
  };
});

describe('elements in any order', () => {
  it('give a reading or a refusal', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), (children) => {
        const none = { attributes: {}, text: '' };
        const statements = children.map((child) => ({ name: 'Stmt', ...none, children: [child, ...children] }));
        const message = { name: 'BkToCstmrStmt', ...none, children: statements };
        expect(dishonesties(readCamt({ name: 'Document', ...none, children: [message] }))).toEqual([]);
      }),
      { seed: 2026, numRuns: 2000 },
    );
  });
});

const csvRow = fc
  .tuple(
    fc.constantFrom('15/09/2026', '2026-09-15', '31/09/2026', '', 'x'),
    fc.constantFrom('125.40', '-.05', '1.234,56', '1,234.56', '', 'x'),
    fc.constantFrom('EUR', 'USD', ''),
    fc.constantFrom('OUDER', '"OUDER', 'a;b', ''),
    fc.constantFrom('BE49999000000171', '', 'x'),
  )
  .map(([date, amount, currency, name, account]) => `${date};${amount};0;${currency};${name};;;boek;${account}`);

describe('any CSV file', () => {
  it('has a movement or a finding for every row', () => {
    const header =
      'Datum;Bedrag;Saldo na verrichting;Munt;Tegenpartij;Rekening tegenpartij;Type verrichting;Mededeling;Rekening opdrachtgever';
    fc.assert(
      fc.property(fc.array(csvRow, { maxLength: 8 }), fc.array(damage, { maxLength: 2 }), (rows, damages) => {
        const text = damages.reduce(damaged, [header, ...rows].join('\n'));
        const content = readBankFile(new TextEncoder().encode(text));
        expect(dishonesties(content)).toEqual([]);
        expect(content.findings.length).toBeGreaterThan(0);
      }),
      { seed: 2026, numRuns: 3000 },
    );
  });

  it('may be bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(dishonesties(readBankFile(bytes))).toEqual([]);
      }),
      { seed: 2026, numRuns: 1000 },
    );
  });
});
