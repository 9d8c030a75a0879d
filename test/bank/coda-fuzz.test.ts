import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeCoda } from '#shared/bank/coda/looks-like-coda.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { codaRules } from '#shared/bank/coda/rules.ts';
import type { BankFileContent, BankStatement } from '#shared/bank/statement.ts';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { codaBytes, codaFile, codaLines, type CodaMovement, type CodaStatement } from '#test/support/coda.ts';

const cents = fc.integer({ min: -500_000, max: 500_000 });

const single: fc.Arbitrary<CodaMovement> = fc.oneof(
  fc.record({ amountCents: cents, text: fc.string({ unit: fc.constantFrom(...'AB 12é'), maxLength: 149 }) }),
  fc.record({
    amountCents: cents,
    reference: fc.integer({ min: 1, max: 9_999_999_999 }).map((base) => makeStructuredReference(String(base))),
    name: fc.constantFrom('OUDER EEN', 'HÉLÈNE VAN DEN EYNDÉ'),
    ultimateName: fc.constantFrom('OCMW GENT', 'OMA'),
  }),
  fc.record({
    amountCents: fc.integer({ min: -50_000, max: -1 }),
    code: fc.constantFrom('00503000', '00505000', '08037000'),
    returned: fc.constant({ type: '2', reason: 'AM04' }),
  }),
);

const batch: fc.Arbitrary<CodaMovement> = fc
  .tuple(
    fc.array(single, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    fc.constantFrom('10550000', '20150000', '34150000'),
  )
  .map(([movements, fits, code]) => {
    const details = movements.map(({ code: _code, ...detail }) => detail);
    return { amountCents: total(details) + (fits ? 0 : 1), code, endToEndId: 'BATCH', details };
  });

const statement: fc.Arbitrary<CodaStatement> = fc.record({
  iban: fc.constantFrom('BE49999000000171', 'BE26999100099929'),
  sequence: fc.integer({ min: 1, max: 365 }),
  openingCents: cents,
  openingDate: fc.constant('2026-09-14'),
  date: fc.constant('2026-09-15'),
  movements: fc.array(fc.oneof({ arbitrary: single, weight: 4 }, batch), { maxLength: 6 }),
  duplicate: fc.boolean(),
  freeText: fc.array(fc.constant('TOT ZIENS'), { maxLength: 2 }),
});

const statements = fc.uniqueArray(statement, { minLength: 1, maxLength: 3, selector: ({ sequence }) => sequence });

/** One thing that goes wrong with a file, by numbers that say where. */
type Damage = {
  readonly what: 'flip' | 'drop' | 'double' | 'swap' | 'cut' | 'digit';
  readonly at: number;
  readonly to: number;
};

const damage: fc.Arbitrary<Damage> = fc.record({
  what: fc.constantFrom('flip', 'drop', 'double', 'swap', 'cut', 'digit'),
  at: fc.nat(1_000_000),
  to: fc.nat(1_000_000),
});

function damaged(lines: readonly string[], { what, at, to }: Damage): string[] {
  const row = at % lines.length;
  const line = lines[row] ?? '';
  const column = to % Math.max(line.length, 1);
  switch (what) {
    case 'flip':
      return lines.with(
        row,
        line.slice(0, column) + String.fromCharCode(to % 256) + line.slice(column + 1),
      ) as string[];
    case 'digit': {
      const places = [...line.matchAll(/\d/g)].map(({ index }) => index);
      const place = places[to % Math.max(places.length, 1)] ?? 0;
      return lines.with(row, line.slice(0, place) + String(to % 10) + line.slice(place + 1)) as string[];
    }
    case 'drop':
      return lines.toSpliced(row, 1);
    case 'double':
      return lines.toSpliced(row, 0, line);
    case 'swap': {
      const other = to % lines.length;
      return lines.with(row, lines[other] ?? '').with(other, line);
    }
    case 'cut':
      return [...lines.slice(0, row), line.slice(0, column)];
  }
}

function latin1(lines: readonly string[]): Uint8Array {
  const text = lines.map((line) => `${line}\r\n`).join('');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function total(movements: readonly { readonly amountCents: number }[]): number {
  return movements.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function differs({ openingCents, closingCents, movements }: BankStatement): boolean {
  return openingCents !== null && closingCents !== null && openingCents + total(movements) !== closingCents;
}

/** What does not hold, of what holds for any file: findings are of a rule and say it in words, and what is not counted is told. */
function dishonesties({ findings, statements: all }: BankFileContent): string[] {
  const isRefused = findings.some(({ level }) => level === 'error');
  const isTold = all.length > 0 || isRefused;
  return [
    ...findings.flatMap(({ rule, level, sentence }) => {
      const known = Object.entries(codaRules).some(([name, one]) => name === rule && one.level === level);
      return known && !/undefined|NaN|null/.test(sentence) ? [] : [`${rule}: ${sentence}`];
    }),
    ...all.flatMap((one) => (!isRefused && differs(one) ? [`${one.account} does not add up`] : [])),
    ...all.flatMap(({ movements }) => {
      const keys = movements.map(({ key }) => key);
      return new Set(keys).size === keys.length ? [] : ['two movements with one key'];
    }),
    ...(isTold ? [] : ['nothing read and nothing said']),
  ];
}

describe('any CODA file', () => {
  it('counts every amount once, total or details', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const content = readCoda(codaFile({ statements: all }));
        expect(dishonesties(content)).toEqual([]);
        expect(content.findings.filter(({ level }) => level === 'error')).toEqual([]);
        expect(content.statements.map(({ movements }) => total(movements))).toEqual(
          all.map(({ movements }) => total(movements)),
        );
        expect(content.statements.map(({ closingCents }) => closingCents)).toEqual(
          all.map(({ openingCents, movements }) => openingCents + total(movements)),
        );
      }),
      { seed: 2026, numRuns: 500 },
    );
  });

  it('is read the same a second time, as UTF-8, and as the copy that the bank sends later', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const lines = codaLines({ statements: all });
        const content = readCoda(codaBytes(lines));
        expect(readCoda(codaBytes(lines))).toEqual(content);
        expect(readCoda(new TextEncoder().encode(`\ufeff${lines.join('\n')}`))).toEqual(content);
        const copies = all.map((one) => ({ ...one, duplicate: true }));
        expect(keysOf(readCoda(codaFile({ statements: copies })))).toEqual(keysOf(content));
      }),
      { seed: 2026, numRuns: 200 },
    );
  });

  it('is never lost silently when it is damaged: it adds up, or a finding says what is wrong', () => {
    fc.assert(
      fc.property(statements, fc.array(damage, { minLength: 1, maxLength: 3 }), (all, damages) => {
        const lines = damages.reduce(
          (before, one) => (before.length === 0 ? before : damaged(before, one)),
          codaLines({ statements: all }),
        );
        const bytes = latin1(lines);
        const content = readCoda(bytes);
        expect(dishonesties(content)).toEqual([]);
        expect(readCoda(bytes)).toEqual(content);
        expect(typeof looksLikeCoda(bytes)).toBe('boolean');
      }),
      { seed: 2026, numRuns: 4000 },
    );
  });

  it('tells when a line is missing, or is there twice', () => {
    fc.assert(
      fc.property(statements, fc.nat(1_000_000), fc.boolean(), (all, at, twice) => {
        const lines = codaLines({ statements: all });
        const row = at % lines.length;
        // The texts of the bank (4) are counted nowhere, so one of them more or less cannot be seen.
        fc.pre(lines[row]?.startsWith('4') === false);
        const content = readCoda(
          codaBytes(twice ? lines.toSpliced(row, 0, lines[row] ?? '') : lines.toSpliced(row, 1)),
        );
        expect(content.findings.some(({ level }) => level === 'error')).toBe(true);
      }),
      { seed: 2026, numRuns: 1000 },
    );
  });

  it('tells when it stops early', () => {
    fc.assert(
      fc.property(statements, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const bytes = codaFile({ statements: all });
        // The line end of the last record may go; anything before may not.
        const content = readCoda(bytes.subarray(0, Math.floor((bytes.length - 3) * part)));
        expect(content.findings.length).toBeGreaterThan(0);
        expect(dishonesties(content)).toEqual([]);
      }),
      { seed: 2026, numRuns: 1000 },
    );
  });

  it('may be bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(dishonesties(readCoda(bytes))).toEqual([]);
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
});

function keysOf({ statements: all }: BankFileContent): string[] {
  return all.flatMap(({ movements }) => movements.map(({ key }) => key));
}
