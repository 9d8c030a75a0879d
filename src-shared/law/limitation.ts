import { addYears } from '../calendar/months.ts';
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { workingDayOnOrBefore } from '../calendar/working-days.ts';
import type { Limitation } from './contract.ts';
import { type ActOutcome, type ClockAct, type ClockRun, didCount, runClock } from './limitation-clock.ts';
import { actSentence } from './limitation-sentences.ts';

/** Who owes the bill: what one joint debtor does counts for every joint one, what a split one does for that one only. */
export type LimitationDebtor = { readonly payerId: number; readonly isSplit: boolean };

export type LimitationFacts = {
  readonly invoiceDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly acts: readonly ClockAct[];
  /** Who still owes something of it; left out or empty: not known, every act counts for all. */
  readonly debtors?: readonly LimitationDebtor[];
};

/** Years after a written acknowledgement that the claim may last in another reading (law.md 2.2, reading B). */
const yearsOfAcknowledgement = 10;

/**
 * Until when a school bill can be asked in court: `years` (one for everything that has to do with education) from the
 * due date and, to be careful, from the date of the bill. The last day is that date in the later year (29/02: 28/02) and
 * never moves for a weekend. Only what the law lists restarts the clock, and only while it runs; nothing shortens it, and
 * a letter of the school never counts. Where shares are split, the bill follows whoever is limited first. A due date
 * before the date of the bill makes the careful clock start there. Throws on something that is no date.
 * Source: law.md 0 (D2, D3), 2.1, 2.2 (examples 2a–2i) and 3; old Civil Code 2244, 2248, 2249, 2260, 2261, 2272.
 */
export function limitationOf(facts: LimitationFacts, years = 1): Limitation {
  const { acts } = facts;
  const runs = runsFrom(facts.dueDate, facts, years);
  const told = acts.map(({ kind, date, payerId, isComplete, isTraceable }, index) => {
    const { outcome, lastDay, forWhom } = bestOutcome(runs, index);
    const act = { kind, date, payerId, isComplete, isTraceable };
    return { ...act, counted: didCount(outcome), sentence: actSentence(kind, outcome, lastDay, forWhom) };
  });
  const acknowledged = told.filter(({ kind, counted }) => kind === 'acknowledgement' && counted);
  return {
    clock: clockUntil(earliest(runs)),
    safeClock: clockUntil(safeLastDayOf(facts, years)),
    isSuspended: runs.every(({ isSuspended }) => isSuspended),
    possiblyUntil: acknowledged
      .map(({ date }) => addYears(date, yearsOfAcknowledgement))
      .reduce<PlainDate | null>((last, date) => (last === null || date > last ? date : last), null),
    acts: told,
  };
}

/**
 * Last day on the clock of the due date, as in `limitationOf` but nothing else, for whoever asks it of every open bill;
 * null: proceedings run, so none until they end.
 */
export function lastDayOf(facts: LimitationFacts, years = 1): PlainDate | null {
  const runs = runsFrom(facts.dueDate, facts, years);
  return runs.every(({ isSuspended }) => isSuspended) ? null : earliest(runs);
}

/** The same on both clocks; null: proceedings run. */
export function lastDaysOf(
  facts: LimitationFacts,
  years = 1,
): { readonly lastDay: PlainDate; readonly safeLastDay: PlainDate } | null {
  const lastDay = lastDayOf(facts, years);
  return lastDay === null ? null : { lastDay, safeLastDay: safeLastDayOf(facts, years) };
}

/** First day on which the bill is limited on the clock of the due date: the day after `lastDayOf`; null as there. */
export function limitedFromOf(facts: LimitationFacts, years = 1): PlainDate | null {
  const lastDay = lastDayOf(facts, years);
  return lastDay === null ? null : addDays(lastDay, 1);
}

/** Where a bill stands on a day: days left on both clocks (0 on the last day, negative when past), and whether it is limited. */
export function limitationOn(
  { clock, safeClock, isSuspended }: Limitation,
  onDate: PlainDate,
): { daysLeft: number; safeDaysLeft: number; isLimited: boolean } {
  return {
    daysLeft: daysBetween(onDate, clock.lastDay),
    safeDaysLeft: daysBetween(onDate, safeClock.lastDay),
    isLimited: !isSuspended && onDate >= clock.limitedFrom,
  };
}

/** Where the careful clock starts, and before which nothing has to do with the bill. */
function safeStartOf({ invoiceDate, dueDate }: LimitationFacts): PlainDate {
  return dueDate < invoiceDate ? dueDate : invoiceDate;
}

function runsFrom(start: PlainDate, facts: LimitationFacts, years: number): ClockRun[] {
  const safeStart = safeStartOf(facts);
  return groupsOf(facts.debtors ?? []).map((concerns) => runClock(start, safeStart, facts.acts, years, concerns));
}

/** Proceedings that began after it ran out do not stop it; whoever asks it knows whether they run. */
function safeLastDayOf(facts: LimitationFacts, years: number): PlainDate {
  return earliest(runsFrom(safeStartOf(facts), facts, years));
}

type Concerns = (act: ClockAct) => ActOutcome | undefined;

/** One clock for all who owe jointly, and one for each who owes an own share. */
function groupsOf(debtors: readonly LimitationDebtor[]): readonly Concerns[] {
  if (debtors.length === 0) return [() => undefined];
  const joint = debtors.filter(({ isSplit }) => !isSplit).map(({ payerId }) => payerId);
  const split = debtors.filter(({ isSplit }) => isSplit).map(({ payerId }) => [payerId]);
  const isShared = split.length > 0;
  return [...(joint.length > 0 ? [joint] : []), ...split].map((payerIds) => concernOf(payerIds, isShared));
}

function concernOf(payerIds: readonly number[], isShared: boolean): Concerns {
  return ({ payerId, isPayerUnknown }) => {
    if (payerId !== null) return payerIds.includes(payerId) ? undefined : 'othersOnly';
    return isShared && isPayerUnknown === true ? 'payerUnknown' : undefined;
  };
}

/** Of proceedings against one while another's clock runs, that other's. */
function earliest(runs: readonly ClockRun[]): PlainDate {
  const running = runs.filter(({ isSuspended }) => !isSuspended);
  return (running.length > 0 ? running : runs).map(({ lastDay }) => lastDay).reduce((a, b) => (b < a ? b : a));
}

/** What an act did for whom it did most, and whether others had nothing of it. */
function bestOutcome(
  runs: readonly ClockRun[],
  index: number,
): { outcome: ActOutcome; lastDay: PlainDate; forWhom: 'all' | 'actorOnly' } {
  const outcomes = runs.flatMap((run) => run.outcomes[index] ?? []);
  const counted = outcomes.filter(({ outcome }) => didCount(outcome));
  const best =
    counted.find(({ outcome }) => outcome !== 'alreadyLater') ??
    counted[0] ??
    outcomes.find(({ outcome }) => outcome !== 'othersOnly') ??
    outcomes[0];
  if (!best) throw new RangeError('An act without a clock');
  return { ...best, forWhom: counted.length > 0 && counted.length < outcomes.length ? 'actorOnly' : 'all' };
}

function clockUntil(lastDay: PlainDate): Limitation['clock'] {
  return { lastDay, limitedFrom: addDays(lastDay, 1), actBefore: workingDayOnOrBefore(lastDay) };
}
