import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { readBankFile } from '#main/bank/read-bank-file.ts';
import { camtFile, type CamtMovement } from '#test/support/camt.ts';
import { type BenchCase, measure, roundsAt } from '../frame.ts';

const movements = 10_000;

/**
 * From the bytes of a camt.053 to movements that are checked, with their references. More movements are more files: one is never
 * larger than a bank makes it.
 */
export const camtCase: BenchCase = {
  name: 'camt',
  size: '10.000 movements',
  prepare: async (folder, scale) => {
    for (let file = 0; file < scale; file += 1) writeFileSync(pathOf(folder, file), bankFile(file));
  },
  run: async (folder, scale) => {
    const files = filesIn(folder, scale);
    const [ours = 0, raw = 0] = await measure(
      [() => files.forEach(readOne), () => files.forEach(bareOne)],
      ...roundsAt(scale),
    );
    return [{ name: 'parsed and checked, beside a bare pass of saxes', ours, raw, wanted: '≤ 1.5 s' }];
  },
  memory: async (folder, scale) => {
    filesIn(folder, scale).forEach(readOne);
  },
};

function pathOf(folder: string, file: number): string {
  return join(folder, `bank-${file}.xml`);
}

function filesIn(folder: string, scale: number): Buffer[] {
  return Array.from({ length: scale }, (_, file) => readFileSync(pathOf(folder, file)));
}

function readOne(bytes: Uint8Array): void {
  const { statements, findings } = readBankFile(bytes);
  if (findings.length > 0) throw new Error(findings[0]?.sentence);
  const count = statements.reduce((sum, { movements: all }) => sum + all.length, 0);
  if (count !== movements) throw new Error(`${count} movements`);
}

/** The same library over the same bytes: every tag and text is handed over, and only the entries are counted. */
function bareOne(bytes: Uint8Array): void {
  const parser = new SaxesParser();
  let entries = 0;
  let length = 0;
  parser.on('opentag', ({ name }) => {
    if (name === 'Ntry') entries += 1;
  });
  parser.on('text', (text) => {
    length += text.length;
  });
  parser.write(new TextDecoder('utf-8').decode(bytes)).close();
  if (entries !== movements || length === 0) throw new Error(`${entries} entries`);
}

function bankFile(file: number): Uint8Array {
  return camtFile({
    statements: [
      {
        iban: 'BE49999000000171',
        sequence: file + 1,
        openingCents: 100_000,
        date: '2026-09-15',
        movements: Array.from({ length: movements }, (_, number) => movement(file * movements + number)),
      },
    ],
  });
}

/** Half with a structured reference, a third with words around one. */
function movement(number: number): CamtMovement {
  const reference = makeStructuredReference(String(2_026_000_000 + number));
  return {
    amountCents: 1000 + (number % 20_000),
    serviceReference: `REF${number}`,
    ...(number % 2 === 0
      ? { reference }
      : { text: number % 3 === 0 ? `KLAS 3B ${number}` : `REKENING ${reference} 3B` }),
    name: `Ouder ${number}`,
    account: 'BE43999100000101',
    endToEndId: `E2E-${number}`,
  };
}
