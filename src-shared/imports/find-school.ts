import { normaliseText } from './normalise-text.ts';

/** A school as far as an import needs it. */
export type KnownSchool = {
  readonly id: number;
  readonly name: string;
  readonly level: 'primary' | 'secondary';
  readonly paymentTermDays: number;
};

export type SchoolIndex = {
  readonly byName: ReadonlyMap<string, KnownSchool>;
  /** For rows that name none: the chosen school, or the only one there is. */
  readonly fallback: KnownSchool | undefined;
};

export type FoundSchool = { readonly found: KnownSchool } | { readonly found: undefined; readonly reason: string };

/** Makes the look-up table; capitals, accents, spaces and punctuation of a name do not count. */
export function indexSchools(schools: readonly KnownSchool[], chosenSchoolId: number | null): SchoolIndex {
  const chosen = schools.find((school) => school.id === chosenSchoolId);
  return {
    byName: new Map(schools.map((school) => [normaliseText(school.name), school])),
    fallback: chosen ?? (schools.length === 1 ? schools[0] : undefined),
  };
}

/** The school of a row. A name that no school has refuses the row; it is never replaced by the chosen school. */
export function findSchool(index: SchoolIndex, name: string): FoundSchool {
  if (name !== '') {
    const found = index.byName.get(normaliseText(name));
    return found ? { found } : { found: undefined, reason: `de school “${name}” is niet gekend` };
  }
  if (index.fallback) return { found: index.fallback };
  return { found: undefined, reason: 'de school ontbreekt; kies de school of voeg een kolom toe' };
}
