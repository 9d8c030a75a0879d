import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { Liability, LiabilityBasis } from './contract.ts';
import { isInForceOn, wholeShareBp } from './liability-rules.ts';

/** A liability that has always been there starts on this day. */
export const alwaysFrom: PlainDate = '0001-01-01';

/** Who owes for a pupil, how, why, and for the claims of which days. */
export type LiabilityPeriod = Liability & {
  readonly fromDate: PlainDate;
  /** Last day; null: still in force. */
  readonly untilDate: PlainDate | null;
  readonly basis: LiabilityBasis | '';
};

/**
 * The periods of one pupil after a change from a day on: what was before that day stays to the day before it, what would
 * have started later makes place. A claim is owed by who is in force on its issue date, so bills of before stay as they were.
 * Source: domain.md "Liability", acceptance P-4.
 */
export function changedFrom(
  periods: readonly LiabilityPeriod[],
  fromDate: PlainDate,
  next: readonly Liability[],
  basis: LiabilityBasis | '',
): LiabilityPeriod[] {
  return [
    ...endedBefore(periods, fromDate),
    ...next.map(({ payerId, kind, shareBp }) => ({ payerId, kind, shareBp, fromDate, untilDate: null, basis })),
  ];
}

/** The same periods, over on the day before. */
export function endedBefore(periods: readonly LiabilityPeriod[], fromDate: PlainDate): LiabilityPeriod[] {
  return periods
    .filter((period) => period.fromDate < fromDate)
    .map((period) =>
      period.untilDate === null || period.untilDate >= fromDate
        ? { ...period, untilDate: addDays(fromDate, -1) }
        : period,
    );
}

/** Those in force on a day, without their dates. */
export function inForceOn(periods: readonly LiabilityPeriod[], date: PlainDate): Liability[] {
  return periods
    .filter((period) => isInForceOn(period, date))
    .map(({ payerId, kind, shareBp }) => ({ payerId, kind, shareBp }));
}

/** The day on which what is in force today began: the newest start; always, when nothing is in force. */
export function startOfPeriod(periods: readonly LiabilityPeriod[], today: PlainDate): PlainDate {
  return periods
    .filter((period) => isInForceOn(period, today))
    .reduce((newest, { fromDate }) => (fromDate > newest ? fromDate : newest), alwaysFrom);
}

/** The first day after today on which another period starts; undefined when nothing waits. */
export function nextStart(periods: readonly LiabilityPeriod[], today: PlainDate): PlainDate | undefined {
  return periods
    .map(({ fromDate }) => fromDate)
    .filter((fromDate) => fromDate > today)
    .toSorted()[0];
}

/** Whether two lists say the same, in whatever order. */
export function samePeriods(one: readonly LiabilityPeriod[], other: readonly LiabilityPeriod[]): boolean {
  const written = (periods: readonly LiabilityPeriod[]): string =>
    periods
      .map(({ payerId, kind, shareBp, fromDate, untilDate, basis }) =>
        [payerId, kind, shareBp, fromDate, untilDate ?? '', basis].join('|'),
      )
      .toSorted()
      .join('\n');
  return written(one) === written(other);
}

/**
 * The period of a payer who joins: since what is in force began, or since the day given when that is later. Where the others
 * owe shares it is a share of 0 %, and it ends before a period of another kind starts: kinds are never mixed.
 */
export function newcomerPeriod(
  periods: readonly LiabilityPeriod[],
  payerId: number,
  today: PlainDate,
  since?: PlainDate,
): LiabilityPeriod {
  const isSplit = inForceOn(periods, today).some(({ kind }) => kind === 'split');
  const kind = isSplit ? 'split' : 'joint';
  const began = startOfPeriod(periods, today);
  const ends = periods
    .filter((period) => period.fromDate > today && period.kind !== kind)
    .map(({ fromDate }) => fromDate)
    .toSorted()[0];
  return {
    payerId,
    kind,
    shareBp: isSplit ? 0 : wholeShareBp,
    fromDate: since !== undefined && since > began ? since : began,
    untilDate: ends === undefined ? null : addDays(ends, -1),
    basis: '',
  };
}
