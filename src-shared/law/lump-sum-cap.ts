import type { PlainDate } from '../calendar/plain-date.ts';
import { sumCents, toCents } from '../money/cents.ts';
import { lawUnknownSentence } from './law-names.ts';
import { lawRowOn, type LawTables } from './tables.ts';
import type { LumpSumSlices } from './value-shapes.ts';

export type LumpSumCap = {
  readonly capCents: number | null;
  readonly source: string;
  /** Dutch; null: it was reckoned. */
  readonly blockedBy: string | null;
};

/**
 * The highest lump sum (schadebeding) on what is due, in cents, rounded down because it is a maximum. Several bills: the
 * lowest of the caps per bill together and the cap on the total, because the law speaks of "the due balance" and does not
 * say which. Blocked when no row counts on that day. Source: book XIX WER title 1, law.md 1.4.
 */
export function lumpSumCap(
  { dueCents, onDate }: { readonly dueCents: number | readonly number[]; readonly onDate: PlainDate },
  tables: LawTables,
): LumpSumCap {
  const row = lawRowOn(tables, 'lumpSumCap', onDate);
  if (!row) return { capCents: null, source: '', blockedBy: lawUnknownSentence('lumpSumCap', onDate) };
  const bills = typeof dueCents === 'number' ? [dueCents] : dueCents;
  const perBill = sumCents(bills.map((due) => capOn(due, row.value)));
  const onTotal = capOn(sumCents(bills), row.value);
  return { capCents: Math.min(perBill, onTotal), source: row.source, blockedBy: null };
}

/** Nothing due, nothing to ask; an amount exactly on a border belongs to the slice below it. */
function capOn(dueCents: number, { slices, maximumCents }: LumpSumSlices): number {
  if (toCents(dueCents) <= 0) return 0;
  const slice = slices.findLast(({ aboveCents }) => dueCents > aboveCents);
  if (!slice) return 0;
  const part = (BigInt(dueCents - slice.aboveCents) * BigInt(slice.basisPoints)) / 10_000n;
  return Math.min(slice.baseCents + Number(part), maximumCents);
}
