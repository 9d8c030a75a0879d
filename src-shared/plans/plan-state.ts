import { addDays, type PlainDate } from '../calendar/plain-date.ts';

export type PlanMoney = {
  readonly instalments: readonly { readonly dueDate: PlainDate; readonly amountCents: number }[];
  /** Days that a payment may come after its instalment. */
  readonly toleranceDays: number;
  /** Received under the plan, in cents. */
  readonly receivedCents: number;
};

export type PlanState = {
  readonly state: 'live' | 'breached' | 'completed';
  /** What must have been received by the day, the tolerance taken off. */
  readonly expectedCents: number;
  /** What was then still to pay, had everything been paid in time. */
  readonly expectedBalanceCents: number;
  /** What is still to pay; never below zero. */
  readonly balanceCents: number;
  /** How much of what was expected is missing; 0 unless breached. */
  readonly breachedByCents: number;
  /** First day on which it is or will be breached when nothing more comes; null: everything was received. */
  readonly breachesOn: PlainDate | null;
};

/**
 * The state of a payment plan on a day, from money alone: what the instalments up to that day less the tolerance add up to,
 * against what was received. An instalment counts from its own day, so the first from the start of the plan. A breach that is
 * made good is live again; everything received is completed. Amounts in cents; the order of the instalments does not
 * count. Source: domain.md "Plans", scenario S-14.
 */
export function planState({ instalments, toleranceDays, receivedCents }: PlanMoney, asOf: PlainDate): PlanState {
  const countsUntil = addDays(asOf, -toleranceDays);
  let totalCents = 0;
  let expectedCents = 0;
  let unpaidFrom: PlainDate | null = null;
  for (const { dueDate, amountCents } of instalments.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))) {
    totalCents += amountCents;
    if (dueDate <= countsUntil) expectedCents = totalCents;
    if (totalCents > receivedCents) unpaidFrom ??= dueDate;
  }
  const breachedByCents = Math.max(0, expectedCents - receivedCents);
  return {
    state: unpaidFrom === null ? 'completed' : breachedByCents > 0 ? 'breached' : 'live',
    expectedCents,
    expectedBalanceCents: totalCents - expectedCents,
    balanceCents: Math.max(0, totalCents - receivedCents),
    breachedByCents,
    breachesOn: unpaidFrom === null ? null : addDays(unpaidFrom, toleranceDays),
  };
}
