import type { TableRow } from './table.ts';
import { normaliseText } from './normalise-text.ts';

export type TotalRowKind = 'total' | 'subtotal';

const totalWords =
  /^(?:(?:algemeen|groot|eind|general|grand) ?)?(?:totaal|totalen|total|totaux|eindtotaal|saldototaal|som)\b/;
const subtotalWords = /^(?:sub|tussen|sous)[ -]?(?:totaal|total)/;

/**
 * Recognises a row that sums the rows above it: its first filled cell, or any cell of a row with few filled cells, says
 * "Totaal", "Eindtotaal", "Total général", "Subtotaal" … Undefined for a row of the list itself.
 */
export function totalRowKind(row: TableRow): TotalRowKind | undefined {
  const filled = row.cells.filter((cell) => cell !== '');
  const first = filled[0];
  if (first === undefined) return undefined;
  const texts = filled.length <= 5 ? filled : [first];
  for (const text of texts) {
    if (!/^[\p{L}]/u.test(text)) continue;
    const plain = normaliseText(text);
    if (subtotalWords.test(plain)) return 'subtotal';
    if (totalWords.test(plain)) return 'total';
  }
  return undefined;
}

/**
 * The amount of a total row: of the column that is summed, or else of the last cell that reads as an amount (in many
 * exports the total row is not aligned). Undefined when the row holds no amount.
 */
export function amountOfTotalRow(
  row: TableRow,
  summedColumn: number | undefined,
  readCents: (text: string) => number | undefined,
): number | undefined {
  const own = summedColumn === undefined ? '' : (row.cells[summedColumn] ?? '');
  const cents = own === '' ? undefined : readCents(own);
  if (cents !== undefined) return cents;
  for (const cell of [...row.cells].reverse()) {
    const found = /[.,]\d{2}\b/.test(cell) ? readCents(cell) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
