import { findPupil, studentNumberKey } from './find-pupil.ts';
import { findSchool } from './find-school.ts';
import { nameKey, normaliseText } from './normalise-text.ts';
import type { PupilKnowledge, StoredPupil } from './pupil-plan.ts';
import { shownName } from './read-invoice-row.ts';
import type { PupilRow } from './read-pupil-row.ts';

/** A row that found its school, with the pupil it is about when that pupil is known. */
export type MatchedRow = {
  readonly row: PupilRow;
  readonly schoolId: number;
  readonly known: StoredPupil | null;
  readonly notes: readonly string[];
};

/**
 * Finds the school of a row and the pupil it is about, or the Dutch reason why it is refused. `seen` (by number or name)
 * and `seenPupils` (by id) remember the row that named a pupil first.
 */
export function matchPupilRow(
  row: PupilRow,
  knowledge: PupilKnowledge,
  seen: Map<string, number>,
  seenPupils: Map<number, number>,
): MatchedRow | string {
  const school = findSchool(knowledge.schools, row.school);
  if (!school.found) return school.reason;
  const schoolId = school.found.id;
  const name = nameKey(row.lastName, row.firstName);
  const key =
    row.studentNumber === ''
      ? `${schoolId}|${name}|${row.birthDate ?? normaliseText(row.className)}`
      : studentNumberKey(schoolId, row.studentNumber);
  const earlier = seen.get(key);
  if (earlier !== undefined) return `deze leerling staat ook op rij ${earlier}`;
  seen.set(key, row.rowNumber);
  const mention = {
    studentNumber: row.studentNumber,
    name: shownName(row.lastName, row.firstName),
    birthDate: row.birthDate,
    className: row.className,
  };
  const match = findPupil(knowledge.pupils, schoolId, mention);
  if (!match.found) {
    if (match.problem === 'ambiguous')
      return 'er zijn meerdere leerlingen met deze naam; voeg een leerlingnummer of geboortedatum toe';
    return { row, schoolId, known: null, notes: row.notes };
  }
  const known = match.found;
  if (isSomebodyElse(row, known)) {
    return `leerlingnummer ${row.studentNumber} hoort bij ons bij ${shownName(known.lastName, known.firstName)}`;
  }
  // A number of its own and no birth date in common: two children with the same name.
  const otherNumber =
    row.studentNumber !== '' &&
    known.studentNumber !== null &&
    studentNumberKey(schoolId, known.studentNumber) !== studentNumberKey(schoolId, row.studentNumber);
  if (otherNumber && (row.birthDate === null || row.birthDate !== known.birthDate)) {
    return {
      row,
      schoolId,
      known: null,
      notes: [...row.notes, `er is al een leerling met deze naam (nummer ${known.studentNumber})`],
    };
  }
  const taken = seenPupils.get(known.id);
  if (taken !== undefined) return `deze leerling staat ook op rij ${taken}`;
  seenPupils.set(known.id, row.rowNumber);
  return { row, schoolId, known, notes: row.notes };
}

/** The number fits but not one word of the name does: the package gave the number to another child. */
function isSomebodyElse(row: PupilRow, known: StoredPupil): boolean {
  const words = new Set(nameKey(known.lastName, known.firstName).split(' '));
  return !nameKey(row.lastName, row.firstName)
    .split(' ')
    .some((word) => words.has(word));
}
