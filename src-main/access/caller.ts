import type { Right } from '#shared/access/roles.ts';

/** Where somebody may do something: at every school, also those that come later, or at these. */
export type Schools = 'all' | readonly number[];

/**
 * Who made a call and where they may do what they asked, as it was when the call began: long work goes on in the name of
 * whoever started it, also when the screen was locked meanwhile or somebody else took over.
 */
export type Caller = {
  /** Null: nobody signs in here, the computer's own user. */
  readonly userId: number | null;
  readonly name: string;
  /** Where this caller has the right that the procedure of this call asks for. */
  readonly schools: Schools;
  /** Where this caller has another right; an empty list: nowhere. */
  readonly schoolsWith: (right: Right) => Schools;
};

/** Nobody signs in: whoever is at this computer may do everything. */
export function computerUser(name: string): Caller {
  return { userId: null, name, schools: 'all', schoolsWith: () => 'all' };
}

/** The schools that this call may read or change: each list keeps itself to these, and 'all' costs it nothing. */
export function schoolsOf(context: { readonly caller: Caller }): Schools {
  return context.caller.schools;
}

/** The same for `@schools IS NULL OR … IN (SELECT value FROM json_each(@schools))`; null: every school. */
export function schoolsParameter(schools: Schools): string | null {
  return schools === 'all' ? null : JSON.stringify(schools);
}

/** Whether a school is one of these. */
export function includesSchool(schools: Schools, schoolId: number): boolean {
  return schools === 'all' || schools.includes(schoolId);
}

/**
 * The schools of this call as one more condition of a list: nothing at all for who may see every school, so that such a
 * list keeps its plan. `column` is a school id; the values stand under `@callerSchools`.
 */
export function withinSchools(
  context: { readonly caller: Caller },
  column: string,
): { readonly and: string; readonly parameters: Readonly<Record<string, string>> } {
  const { schools } = context.caller;
  if (schools === 'all') return { and: '', parameters: {} };
  return {
    and: `AND ${column} IN (SELECT value FROM json_each(@callerSchools))`,
    parameters: { callerSchools: JSON.stringify(schools) },
  };
}
