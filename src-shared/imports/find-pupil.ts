import type { PlainDate } from '../calendar/plain-date.ts';
import { nameKey, normaliseText } from './normalise-text.ts';
import type { PupilMention } from './read-invoice-row.ts';

/** A pupil that is already known. */
export type KnownPupil = {
  readonly id: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly studentNumber: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: PlainDate | null;
  readonly className: string;
};

export type PupilIndex<Pupil extends KnownPupil = KnownPupil> = {
  readonly byStudentNumber: ReadonlyMap<string, Pupil>;
  readonly byName: ReadonlyMap<string, readonly Pupil[]>;
};

export type FoundPupil<Pupil extends KnownPupil = KnownPupil> =
  | { readonly found: Pupil; readonly note: string | null }
  | { readonly found: null; readonly problem: 'unknown' | 'ambiguous' };

/** Student numbers are compared without spaces, capitals and leading zeros: spreadsheets drop those zeros. */
export function studentNumberKey(schoolId: number, studentNumber: string): string {
  return `${schoolId}|${normaliseText(studentNumber)
    .replace(/ /g, '')
    .replace(/^0+(?=.)/, '')}`;
}

/** Makes the look-up tables over the known pupils. */
export function indexPupils<Pupil extends KnownPupil>(pupils: Iterable<Pupil>): PupilIndex<Pupil> {
  const byStudentNumber = new Map<string, Pupil>();
  const byName = new Map<string, Pupil[]>();
  for (const pupil of pupils) {
    if (pupil.studentNumber !== null) byStudentNumber.set(studentNumberKey(pupil.schoolId, pupil.studentNumber), pupil);
    const key = `${pupil.schoolId}|${nameKey(pupil.lastName, pupil.firstName)}`;
    const same = byName.get(key);
    if (same) same.push(pupil);
    else byName.set(key, [pupil]);
  }
  return { byStudentNumber, byName };
}

/**
 * Finds the pupil whom a row names, within one school: by student number, else by name and birth date, else by name and
 * class, else by a name that only one pupil has (with a note). Two pupils that fit equally well are `ambiguous`.
 */
export function findPupil<Pupil extends KnownPupil>(
  index: PupilIndex<Pupil>,
  schoolId: number,
  mention: PupilMention,
): FoundPupil<Pupil> {
  if (mention.studentNumber !== '') {
    const found = index.byStudentNumber.get(studentNumberKey(schoolId, mention.studentNumber));
    if (found) return { found, note: null };
  }
  const same = mention.name === '' ? [] : (index.byName.get(`${schoolId}|${nameKey(mention.name)}`) ?? []);
  if (same.length === 0) return { found: null, problem: 'unknown' };
  const numberNote =
    mention.studentNumber === '' ? null : `leerlingnummer ${mention.studentNumber} is niet gekend; herkend aan de naam`;
  if (mention.birthDate !== null) {
    const born = same.filter((pupil) => pupil.birthDate === mention.birthDate);
    if (born.length === 1 && born[0]) return { found: born[0], note: numberNote };
    if (born.length > 1) return { found: null, problem: 'ambiguous' };
    // Someone of the same name who was born on another day is somebody else.
    if (same.every((pupil) => pupil.birthDate !== null)) return { found: null, problem: 'unknown' };
  }
  if (mention.className !== '') {
    const wanted = normaliseText(mention.className);
    const inClass = same.filter((pupil) => normaliseText(pupil.className) === wanted);
    if (inClass.length === 1 && inClass[0]) return { found: inClass[0], note: numberNote };
    if (inClass.length > 1) return { found: null, problem: 'ambiguous' };
  }
  const [only] = same;
  if (same.length > 1 || !only) return { found: null, problem: 'ambiguous' };
  const classNote =
    mention.className === ''
      ? 'enkel herkend aan de naam'
      : `enkel herkend aan de naam; de klas is bij ons ${only.className || 'niet ingevuld'}`;
  return { found: only, note: numberNote ?? classNote };
}
