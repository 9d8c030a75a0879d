import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Schools } from '#main/access/caller.ts';

/** For which day, schools and households is decided. */
export type GatherRequest = {
  /** The day for which is decided; may lie in the past or the future. */
  readonly asOf: PlainDate;
  /** The day it is now: what the store says is of this day. */
  readonly today: PlainDate;
  readonly schoolIds: Schools;
  /** Only these households, with everything they have at these schools; left out: every household. */
  readonly householdIds?: readonly number[];
  /** Messages and tasks of this run do not hold it up. */
  readonly ownRunId?: number;
};
