import type { Right } from '#shared/access/roles.ts';

/** Where somebody may do something: at every school, also those that come later, or at these. */
export type Schools = 'all' | readonly number[];

/**
 * Who made a call, as it was when the call began: long work goes on in the name of whoever started it, also when the
 * screen was locked meanwhile or somebody else took over.
 */
export type Caller = {
  /** Null: nobody signs in here, the computer's own user. */
  readonly userId: number | null;
  readonly name: string;
  /** Where this caller has a right; an empty list: nowhere. */
  readonly schoolsWith: (right: Right) => Schools;
};

/** Nobody signs in: whoever is at this computer may do everything. */
export function computerUser(name: string): Caller {
  return { userId: null, name, schoolsWith: () => 'all' };
}

/** Whether a school is one of these. */
export function includesSchool(schools: Schools, schoolId: number): boolean {
  return schools === 'all' || schools.includes(schoolId);
}
