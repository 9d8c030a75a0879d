import type { PlainDate } from '../calendar/plain-date.ts';
import type { DayCount } from './day-count.ts';
import type { Stage } from './procedure.ts';
import type { Reached } from './sent-stages.ts';

/**
 * The stage for which somebody is late enough, from 1; 0: for none. A stage counts from `overdue ≥ days(n)` and from the day
 * after the due date; none counts before the one below it. What was sent plays no part, so it is not the stage to send.
 * Source: domain.md "One decision", scenario S-09.
 */
export function timeEligibleStage(stages: readonly Pick<Stage, 'days'>[], overdueDays: number): number {
  if (overdueDays < 1) return 0;
  const notYet = stages.findIndex(({ days }) => days > overdueDays);
  return notYet === -1 ? stages.length : notYet;
}

export type NextStage = {
  /** From 1: one above the highest that was sent. */
  readonly number: number;
  /** Undefined: everything was done. */
  readonly stage: Stage | undefined;
  /** What is waited for, and the first day on which it is over. Undefined: it may come now. */
  readonly wait:
    | { readonly reason: 'notLateEnough' | 'minimumGap' | 'termRunning'; readonly fromDate: PlainDate }
    | undefined;
};

/**
 * The stage after the highest one that was sent, and whether it may come on the day: the oldest bill must be late enough, the
 * stage before it must have left long enough ago (the difference between their days, or the stage's own gap), and the
 * term of the law must be over. Of what is waited for, that which takes longest is named; the term before the gap before
 * lateness when they end together. Source: domain.md "One decision", law.md 1.3, scenarios S-02 and S-09.
 */
export function nextStage(
  stages: readonly Stage[],
  reached: Reached,
  oldestDueDate: PlainDate,
  count: DayCount,
): NextStage {
  const number = reached.stage + 1;
  const stage = stages[number - 1];
  if (stage === undefined) return { number, stage, wait: undefined };
  let wait: NextStage['wait'];
  let until = count.asOf;
  const waitFor = (reason: NonNullable<NextStage['wait']>['reason'], fromDate: PlainDate): void => {
    if (fromDate <= until) return;
    until = fromDate;
    wait = { reason, fromDate };
  };
  if (reached.termLastDay !== null) waitFor('termRunning', count.after(reached.termLastDay, 1));
  if (reached.sentOn !== null) {
    const gap = stage.minimumGapDays ?? Math.max(0, stage.days - (stages[number - 2]?.days ?? 0));
    waitFor('minimumGap', count.after(reached.sentOn, gap));
  }
  waitFor('notLateEnough', count.after(oldestDueDate, Math.max(1, stage.days)));
  return { number, stage, wait };
}
