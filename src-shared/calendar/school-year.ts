import type { PlainDate } from './plain-date.ts';

/** A school year `2026-2027`: from 1 September to 31 August. */
export type SchoolYear = string;

/** The school year in which a date falls. Source: Flemish school years begin on 1 September. */
export function schoolYearOf(date: PlainDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  const start = date.slice(5) >= '09-01' ? year : year - 1;
  return `${start}-${start + 1}`;
}
