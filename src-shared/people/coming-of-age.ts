import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

/** The office looks this many days ahead. */
export const comingOfAgeDays = 60;

/**
 * The eighteenth birthday, from which a pupil can be a payer. Who was born on 29 February is of age on 1 March: never a day
 * too early. Source: art. 488 old BW; practice.md 3.5.
 */
export function ofAgeOn(birthDate: PlainDate): PlainDate {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const birthday = `${String(Number(year) + 18).padStart(4, '0')}-${month}-${day}`;
  const isReal: boolean = isPlainDate(birthday);
  return isReal ? birthday : `${birthday.slice(0, 4)}-03-01`;
}

/**
 * Whether a pupil may owe from this day: from the eighteenth birthday on. Without a birth date only a real day counts, never
 * "always": nothing of before may ever come to stand on a pupil's own name.
 */
export function mayOweFrom(fromDate: PlainDate, birthDate: PlainDate | null): boolean {
  return birthDate === null ? fromDate > '0001-01-01' : fromDate >= ofAgeOn(birthDate);
}
