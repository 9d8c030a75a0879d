import { makeStructuredReference, type StructuredReference } from '../bank/structured-reference.ts';

/** Bases from 8,000,000,000 on are kept for periodic charges, below those of payers' own references. */
const firstBase = 8_000_000_000;
const room = 1_000_000_000;
/** Months that one charge can have before its bases run into those of the next. */
const monthsPerCharge = 1200;
/** A prime, so that every attempt lands elsewhere before any comes back. */
const stride = 7_919_003;

/** A periodic charge as far as deciding about a month goes. */
export type RecurringCharge = {
  /** First and last month, `YYYY-MM`; no last one: until stopped. */
  readonly fromPeriod: string;
  readonly untilPeriod: string | null;
  readonly stoppedAt: string | null;
  /** Day on which the pupil left the school, if so. */
  readonly leftOn: string | null;
};

/**
 * Whether a month is to be charged: within the first and last month, not stopped, and the pupil had not left before the
 * month began. Source: domain.md "periodicCharge".
 */
export function isChargedIn(charge: RecurringCharge, period: string): boolean {
  return (
    charge.stoppedAt === null &&
    charge.fromPeriod <= period &&
    (charge.untilPeriod === null || period <= charge.untilPeriod) &&
    (charge.leftOn === null || charge.leftOn >= `${period}-01`)
  );
}

/** The month after `period` (both `YYYY-MM`). */
export function nextPeriod(period: string): string {
  const months = monthNumber(period) + 1;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * The reference proposed for one month of one charge: the same always gives the same, and for charge ids below 830,000 no
 * two months of any charges give the same within a century. `attempt` counts up when the store already knows the
 * reference. Throws on an id that is no positive integer or a text that is no month.
 */
export function periodicChargeReference(
  periodicChargeId: number,
  period: string,
  attempt: number,
): StructuredReference {
  if (!Number.isSafeInteger(periodicChargeId) || periodicChargeId < 1)
    throw new RangeError('Ids are positive integers');
  const own = periodicChargeId * monthsPerCharge + (monthNumber(period) % monthsPerCharge);
  return makeStructuredReference(String(firstBase + ((own + attempt * stride) % room)));
}

/** Months since the year 0. */
function monthNumber(period: string): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period) ?? [];
  if (year === undefined || month === undefined) throw new RangeError(`Not a month: ${period}`);
  return Number(year) * 12 + Number(month) - 1;
}
