import { categories, categoryLabel } from '#shared/affordability/categories.ts';
import type { Frequency, Inventory, InventoryInput, InventoryLine, LineKind } from '#shared/affordability/contract.ts';
import type { HouseholdPupil } from '#shared/dossier/contract.ts';

/** A row of the form; an amount that is not filled in is not sent. */
export type DraftLine = {
  readonly kind: LineKind;
  readonly category: string;
  readonly label: string;
  readonly amountCents: number | null;
  readonly every: Frequency;
  readonly note: string;
};

export type Draft = {
  readonly adults: number;
  /** As typed: `4, 9, 13`. */
  readonly childAges: string;
  readonly lines: readonly DraftLine[];
  readonly partBp: number;
};

/** What stands in the form before anything is known; the rest is one choice away. */
const usual = new Set([
  'wages',
  'childBenefit',
  'rent',
  'energy',
  'insurance',
  'telecom',
  'food',
  'health',
  'transport',
  'loan',
]);

export function newDraft(kept: Inventory | null, pupils: readonly HouseholdPupil[], today: string): Draft {
  const known = kept?.lines ?? [];
  return {
    adults: kept?.composition.adults ?? 1,
    childAges: (kept?.composition.childAges ?? agesOf(pupils, today)).join(', '),
    partBp: kept?.partBp ?? 5000,
    lines: [
      ...categories
        .filter(({ category }) => usual.has(category) && known.every((line) => line.category !== category))
        .map(({ kind, category }) => emptyLine(kind, category)),
      ...known.map((line) => ({ ...line, label: categoryLabel(line.category) })),
    ],
  };
}

export function emptyLine(kind: LineKind, category: string): DraftLine {
  return { kind, category, label: categoryLabel(category), amountCents: null, every: 'month', note: '' };
}

function agesOf(pupils: readonly HouseholdPupil[], today: string): number[] {
  return pupils.flatMap(({ birthDate, leftOn }) => {
    if (birthDate === null || leftOn !== null) return [];
    const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return [today.slice(5) < birthDate.slice(5) ? years - 1 : years];
  });
}

/** Undefined when it cannot be read. */
export function readAges(typed: string): number[] | undefined {
  const parts = typed
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ages = parts.map(Number);
  return ages.every((age) => Number.isInteger(age) && age >= 0 && age <= 30) && ages.length <= 20 ? ages : undefined;
}

/** As the procedures take it; undefined while the composition cannot be read. */
export function asInput({ adults, childAges, lines, partBp }: Draft): InventoryInput | undefined {
  const ages = readAges(childAges);
  if (ages === undefined || !Number.isInteger(adults) || adults < 1 || adults > 10) return undefined;
  return { composition: { adults, childAges: ages }, lines: lines.flatMap(asLine), partBp };
}

function asLine({ kind, category, amountCents, every, note }: DraftLine): InventoryLine[] {
  return amountCents === null ? [] : [{ kind, category, amountCents, every, note }];
}
