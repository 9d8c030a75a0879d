import type { PlainDate } from '../calendar/plain-date.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { Level } from './contract.ts';

const nurseryClass = /^(?:[0-3]\s*K\w{0,2}|K\s*[0-3]\w?|K|instap\w*|peuter\w*)$|kleuter/iu;
const primaryClass = /^(?:L\s*)?[1-6]\s*(?:L\s*)?[A-Z]{0,2}\d?$|leerjaar|lager/iu;

/** The level that the name of a class tells: `2KA`, `K3`, `instap` kleuter; `1A`, `L3B`, `6` lager; anything else nothing. */
export function levelOfClass(className: string): Level | null {
  const name = className.trim();
  if (nurseryClass.test(name)) return 'nursery';
  return primaryClass.test(name) ? 'primary' : null;
}

/** In the year in which a child becomes six it goes to the lager in September; from three to fourteen it is a pupil here. */
function levelOfBirth(birthDate: PlainDate, schoolYear: SchoolYear): Level | null {
  const age = Number(schoolYear.slice(0, 4)) - Number(birthDate.slice(0, 4));
  if (age < 2 || age > 14) return null;
  return age >= 6 ? 'primary' : 'nursery';
}

/**
 * Kleuter or lager on 1 September of a school year: as a person said, else by the class (only of the year it is now) and the
 * year of birth. Null: nothing tells it, or they contradict each other (a child that starts early or stays a year longer); a
 * person then says it. Source: law.md 8.1.
 */
export function levelOf({
  chosen,
  className,
  birthDate,
  schoolYear,
}: {
  readonly chosen: Level | null;
  /** Null: it is not the class of that year. */
  readonly className: string | null;
  readonly birthDate: PlainDate | null;
  readonly schoolYear: SchoolYear;
}): Level | null {
  if (chosen !== null) return chosen;
  const byClass = className === null ? null : levelOfClass(className);
  const byBirth = birthDate === null ? null : levelOfBirth(birthDate, schoolYear);
  return byClass !== null && byBirth !== null && byClass !== byBirth ? null : (byClass ?? byBirth);
}
