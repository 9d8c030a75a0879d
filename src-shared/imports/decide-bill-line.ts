import { formatCents } from '../money/cents.ts';
import type { CategoryIndex, KnownCategory } from './find-cost-category.ts';
import type { PlannedPosting } from './plan-postings.ts';

/** What an import calls the one line that it puts on a bill. */
export const importedLineDescription = 'volgens import';

export type BillLine = {
  readonly description: string;
  readonly costCategoryId: number | null;
  readonly amountCents: number;
};

/** The whole bill as one line in a category; 0: nothing is charged, so there is no line. Cents. */
export type PlannedLine = { readonly costCategoryId: number; readonly amountCents: number };

/** What stands on a known bill. */
export type KnownLines = {
  readonly lines: readonly BillLine[];
  /** What the last import that still stands put on it; undefined: none did. */
  readonly imported: () => PlannedLine | undefined;
  /** What was charged for what it bills, before this import. */
  readonly chargedCents: () => number;
};

export type DecidedLine = {
  /** Null: the lines stay as they are. */
  readonly line: PlannedLine | null;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly notes: readonly string[];
};

const nothing: DecidedLine = { line: null, changes: [], notes: [] };

/** What these postings charge: what was paid or settled is no part of it. Cents. */
export function chargedBy(postings: readonly PlannedPosting[]): number {
  return postings.reduce(
    (sum, { kind, amountCents }) => sum + (kind === 'charge' || kind === 'credit' ? amountCents : 0),
    0,
  );
}

/** The line of a new bill. */
export function openingLine(category: KnownCategory | null, postings: readonly PlannedPosting[]): PlannedLine | null {
  const amountCents = chargedBy(postings);
  return category && amountCents !== 0 ? { costCategoryId: category.costCategoryId, amountCents } : null;
}

/** True when nobody touched the lines since the last import that brought a category. */
export function isAsImported(lines: readonly BillLine[], imported: PlannedLine | undefined): boolean {
  const [line] = lines;
  if (!line) return imported === undefined || imported.amountCents === 0;
  return (
    lines.length === 1 &&
    line.description === importedLineDescription &&
    line.costCategoryId === imported?.costCategoryId &&
    line.amountCents === imported.amountCents
  );
}

/**
 * The line of a known bill: an empty cell keeps the category, another name replaces it, and the amount follows what is
 * charged. Lines that a person typed, changed or removed stay: quietly while the file says what it said before, and else
 * with a note.
 */
export function decideBillLine(
  category: KnownCategory | null,
  known: KnownLines,
  addedCents: number,
  categories: CategoryIndex,
): DecidedLine {
  const { lines } = known;
  if (category === null && lines.length === 0) return nothing;
  const imported = known.imported();
  if (!isAsImported(lines, imported)) {
    const saysNothingNew =
      category === null ||
      category.costCategoryId === imported?.costCategoryId ||
      (lines.length > 0 && lines.every(({ costCategoryId }) => costCategoryId === category.costCategoryId));
    if (saysNothingNew) return nothing;
    const note = `de lijnen van deze factuur zijn met de hand gekozen en blijven; kostenrubriek “${category.name}” is niet gebruikt`;
    return { ...nothing, notes: [note] };
  }
  const current = lines[0];
  const costCategoryId = category?.costCategoryId ?? current?.costCategoryId ?? null;
  if (costCategoryId === null) return nothing;
  const amountCents = known.chargedCents() + addedCents;
  const line = { costCategoryId, amountCents };
  if ((current?.amountCents ?? 0) === 0 && amountCents === 0) return nothing;
  if (current?.costCategoryId === costCategoryId) {
    if (current.amountCents === amountCents) return nothing;
    const field = `kostenrubriek ${categories.nameOf(costCategoryId)}`;
    return { line, changes: [{ field, ...shown(current.amountCents, amountCents) }], notes: [] };
  }
  const before = categories.nameOf(current?.costCategoryId ?? null);
  const after = amountCents === 0 ? '' : categories.nameOf(costCategoryId);
  return { line, changes: [{ field: 'kostenrubriek', before, after }], notes: [] };
}

function shown(before: number, after: number): { readonly before: string; readonly after: string } {
  return { before: formatCents(before), after: formatCents(after) };
}
