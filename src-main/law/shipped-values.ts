import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { filledText, plainDate } from '#shared/api/schemas.ts';
import { type LawName, lawNames, type LawValue } from '#shared/law/contract.ts';
import { lawValueShapes } from '#shared/law/value-shapes.ts';
import { resourcePath } from '#main/adapters/app-root.ts';

function shippedFile(name: LawName) {
  return z.strictObject({
    name: z.literal(name),
    rows: z.array(
      z.strictObject({
        fromDate: plainDate,
        untilDate: plainDate.nullable(),
        value: lawValueShapes[name].nullable(),
        source: filledText(600),
        doubt: z.string().max(600),
      }),
    ),
  });
}

let read: readonly LawValue[] | null = null;

/** The tables in resources/law, one file each; read once, they do not change while the program runs. */
export function shippedLawValues(): readonly LawValue[] {
  read ??= lawNames.flatMap((name) =>
    shippedFile(name)
      .parse(JSON.parse(readFileSync(resourcePath('law', `${name}.json`), 'utf8')))
      .rows.map((row) => ({ name, ...row, isOwn: false, author: null, at: null })),
  );
  return read;
}
