import type { PlainDate } from '../calendar/plain-date.ts';

export type PlanMoney = {
  readonly instalments: readonly { readonly dueDate: PlainDate; readonly amountCents: number }[];
  /** Days that a payment may come after its instalment. */
  readonly toleranceDays: number;
  /** Received under the plan, in cents. */
  readonly receivedCents: number;
  /** What is still open of its claims; left out: what the instalments leave. */
  readonly openCents?: number | undefined;
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
 * made good is live again; everything received is completed. A claim that was lowered by somebody else (who owes it too, a
 * fund, a credit) lowers what is expected: never more than was received and is still open, and nothing open is completed.
 * Amounts in cents; the order of the instalments does not count. Source: domain.md "Plans", scenarios S-14, P-3 and P-4.
 */
export function planState(money: PlanMoney, asOf: PlainDate): PlanState {
  const { instalments, toleranceDays, receivedCents } = money;
  const countsUntil = daysLater(asOf, -toleranceDays);
  const mostCents = mostOf(money);
  let agreedCents = 0;
  let dueCents = 0;
  let unpaidFrom: PlainDate | null = null;
  for (const { dueDate, amountCents } of inOrder(instalments)) {
    agreedCents += amountCents;
    if (dueDate <= countsUntil) dueCents = agreedCents;
    if (unpaidFrom === null && Math.min(agreedCents, mostCents) > receivedCents) unpaidFrom = dueDate;
  }
  const expectedCents = Math.min(dueCents, mostCents);
  const breachedByCents = Math.max(0, expectedCents - receivedCents);
  const totalCents = Math.min(agreedCents, mostCents);
  return {
    state: unpaidFrom === null ? 'completed' : breachedByCents > 0 ? 'breached' : 'live',
    expectedCents,
    expectedBalanceCents: totalCents - expectedCents,
    balanceCents: Math.max(0, totalCents - receivedCents),
    breachedByCents,
    breachesOn: unpaidFrom === null ? null : daysLater(unpaidFrom, toleranceDays),
  };
}

/** What a plan can bring in at most: what came and what is open. */
export function mostOf({ receivedCents, openCents }: PlanMoney): number {
  return openCents === undefined ? Number.POSITIVE_INFINITY : Math.max(0, receivedCents) + Math.max(0, openCents);
}

/** Those of a plan stand in order already, and there are many plans. */
function inOrder<Part extends { readonly dueDate: PlainDate }>(instalments: readonly Part[]): readonly Part[] {
  let before = '';
  for (const { dueDate } of instalments) {
    if (dueDate < before) return instalments.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
    before = dueDate;
  }
  return instalments;
}

const dayMs = 86_400_000;

/** Days that were asked before: thousands of plans share a few hundred of them. */
const known = new Map<PlainDate, Map<number, PlainDate>>();

/** As `addDays`, without building a local date or reckoning the same day twice: it is asked for each of twenty thousand plans. */
function daysLater(date: PlainDate, days: number): PlainDate {
  let later = known.get(date);
  if (later === undefined) known.set(date, (later = new Map()));
  let day = later.get(days);
  if (day === undefined) {
    day = new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
    later.set(days, day);
  }
  return day;
}
