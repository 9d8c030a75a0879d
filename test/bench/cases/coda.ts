import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { codaFile, type CodaMovement } from '#test/support/coda.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';

const movements = 10_000;

/** From the bytes of a bank file to movements that are checked, with their references. */
export const codaCase: BenchCase = {
  name: 'coda',
  size: '10.000 movements',
  prepare: async (folder, scale) => {
    writeFileSync(join(folder, 'bank.cod'), bankFile(movements * scale));
  },
  run: async (folder, scale) => {
    const bytes = readFileSync(join(folder, 'bank.cod'));
    const expected = bareSum(bytes);
    const [ours = 0, raw = 0] = await measure(
      [() => agrees(parsed(bytes), expected), () => agrees(bareSum(bytes), expected)],
      ...roundsAt(scale),
    );
    return [{ name: 'parsed and checked, beside a loop that slices', ours, raw, wanted: '≤ 0.5 s' }];
  },
  memory: async (folder) => {
    parsed(readFileSync(join(folder, 'bank.cod')));
  },
};

function parsed(bytes: Uint8Array): number {
  const { statements, findings } = readCoda(bytes);
  if (findings.length > 0) throw new Error(findings[0]?.sentence);
  return statements.reduce(
    (sum, { movements: all }) => all.reduce((cents, { amountCents }) => cents + amountCents, sum),
    0,
  );
}

/** The least that any reader does: decode, cut into lines, cut every line into its fields, and add the amounts. */
function bareSum(bytes: Uint8Array): number {
  let sum = 0;
  let length = 0;
  for (const line of new TextDecoder('windows-1252').decode(bytes).split('\r\n')) {
    for (const [from, to] of bareFields) length += line.slice(from, to).trim().length;
    if (line.startsWith('21') && line.slice(6, 10) === '0000')
      sum += (line[31] === '1' ? -1 : 1) * (Number(line.slice(32, 47)) / 10);
  }
  if (length === 0) throw new Error('An empty file');
  return sum;
}

const bareFields = [
  [0, 2],
  [2, 10],
  [10, 31],
  [31, 47],
  [47, 53],
  [53, 61],
  [62, 115],
  [115, 128],
] as const;

function agrees(sum: number, expected: number): void {
  if (sum !== expected) throw new Error(`${sum} cents, not ${expected}`);
}

/** Half with a structured reference, a third with words around one; statements of at most what the numbers of a bank allow. */
function bankFile(count: number): Uint8Array {
  return codaFile({
    statements: Array.from({ length: Math.ceil(count / movements) }, (_, index) => ({
      iban: 'BE49999000000171',
      sequence: index + 1,
      openingCents: 100_000,
      date: '2026-09-15',
      movements: Array.from({ length: movements }, (__, number) => movement(index * movements + number)),
    })),
  });
}

function movement(number: number): CodaMovement {
  const reference = makeStructuredReference(String(2_026_000_000 + number));
  return {
    amountCents: 1000 + (number % 20_000),
    ...(number % 2 === 0
      ? { reference }
      : { text: number % 3 === 0 ? `KLAS 3B ${number}` : `REKENING ${reference} 3B` }),
    name: `OUDER ${number}`,
    account: 'BE43999100000101',
    endToEndId: `E2E-${number}`,
    information: [{ type: '001', content: `OUDER ${number}`.padEnd(70) + 'KERKSTRAAT 1'.padEnd(35) + '9000 GENT' }],
  };
}
