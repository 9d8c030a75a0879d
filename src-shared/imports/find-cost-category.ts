import type { CostCategory } from '../maximum-bill/contract.ts';
import { normaliseText } from './normalise-text.ts';

export type KnownCategory = { readonly costCategoryId: number; readonly name: string };

export type CategoryIndex = {
  /** Names that a file may use, as they stand in the list. */
  readonly names: readonly string[];
  readonly find: (name: string) => KnownCategory | undefined;
  /** Also of one that can no longer be chosen; empty for none. */
  readonly nameOf: (costCategoryId: number | null) => string;
};

/** What a row says of its cost category, once looked up. */
export type ChosenCategory = {
  /** Null: the row says nothing that can be used. */
  readonly category: KnownCategory | null;
  /** Dutch, for the row. */
  readonly notes: readonly string[];
  readonly problem: CategoryProblem | null;
};

/**
 * Why a category in the file was not used: an unknown name, a school without a maximum bill, a row that was refused because
 * it names a bill again, or one that was left out because it was paid.
 */
export type CategoryProblem = { readonly why: 'unknown' | 'secondary' | 'repeated' | 'paid'; readonly name: string };

/** For comparing: capitals, accents, spaces and punctuation do not count. */
export function categoryKey(name: string): string {
  return normaliseText(name).replaceAll(' ', '');
}

/** Makes the look-up table. Two names that differ only in what does not count are told apart by their letters. */
export function indexCategories(categories: readonly CostCategory[]): CategoryIndex {
  const usable = categories.filter(({ isRemoved }) => !isRemoved);
  const byKey = Map.groupBy(usable, ({ name }) => categoryKey(name));
  const byId = new Map(categories.map(({ costCategoryId, name }) => [costCategoryId, name]));
  return {
    names: usable.map(({ name }) => name),
    find: (name) => {
      const alike = byKey.get(categoryKey(name)) ?? [];
      const exact = alike.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return exact ?? (alike.length === 1 ? alike[0] : undefined);
    },
    nameOf: (costCategoryId) => (costCategoryId === null ? '' : (byId.get(costCategoryId) ?? '')),
  };
}

/** The category that a row names. A name that does not exist is told on the row, which is taken without it. */
export function chooseCategory(
  name: string | null,
  level: 'primary' | 'secondary',
  categories: CategoryIndex,
): ChosenCategory {
  if (name === null) return { category: null, notes: [], problem: null };
  if (level === 'secondary') return { category: null, notes: [], problem: { why: 'secondary', name } };
  const category = categories.find(name);
  if (category) return { category, notes: [], problem: null };
  const exist = categories.names.length === 0 ? 'er zijn er nog geen' : `wel: ${shownNames(categories.names)}`;
  return {
    category: null,
    notes: [`kostenrubriek “${name}” staat niet in je lijst en is niet gebruikt (${exist})`],
    problem: { why: 'unknown', name },
  };
}

/** Of the whole file, Dutch: what became of categories that were not used. */
export function categoryRemarks(problems: readonly CategoryProblem[], categories: CategoryIndex): string[] {
  const remarks: string[] = [];
  const of = (why: CategoryProblem['why']): CategoryProblem[] => problems.filter((problem) => problem.why === why);
  const unknown = of('unknown');
  const [secondary, repeated, paid] = [of('secondary').length, of('repeated').length, of('paid').length];
  if (unknown.length > 0) {
    const names = [...new Map(unknown.map(({ name }) => [categoryKey(name), name])).values()];
    const which =
      names.length === 1
        ? `1 kostenrubriek staat niet in je lijst: ${shownNames(names)}.`
        : `${names.length} kostenrubrieken staan niet in je lijst: ${shownNames(names)}.`;
    const rows = unknown.length === 1 ? 'Die rij wordt' : `Die ${unknown.length} rijen worden`;
    const exist =
      categories.names.length === 0
        ? 'Er zijn nog geen kostenrubrieken; maak ze bij Instellingen.'
        : `Wel in je lijst: ${shownNames(categories.names)}.`;
    remarks.push(`${which} ${rows} ingelezen zonder rubriek. ${exist}`);
  }
  if (secondary > 0) {
    remarks.push(
      `${secondary} ${secondary === 1 ? 'rij is' : 'rijen zijn'} van een secundaire school: daar geldt geen maximumfactuur en wordt de kostenrubriek niet gebruikt.`,
    );
  }
  if (repeated > 0) {
    remarks.push(
      `${repeated} ${repeated === 1 ? 'rij noemt een factuur opnieuw en is' : 'rijen noemen een factuur opnieuw en zijn'} geweigerd: van elke factuur telt enkel de eerste rij, met haar bedrag en kostenrubriek. Zet elke factuur met haar hele bedrag op één rij, en verdeel ze na het inlezen zelf in lijnen.`,
    );
  }
  if (paid > 0) {
    remarks.push(
      `${paid} ${paid === 1 ? 'rij' : 'rijen'} met een kostenrubriek ${paid === 1 ? 'is' : 'zijn'} al betaald en hier niet bekend: ze ${paid === 1 ? 'wordt' : 'worden'} niet ingelezen en ${paid === 1 ? 'telt' : 'tellen'} niet mee voor de maximumfactuur.`,
    );
  }
  return remarks;
}

function shownNames(names: readonly string[]): string {
  return `${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}`;
}
