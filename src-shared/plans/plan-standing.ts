import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { PlanState } from './plan-state.ts';
import type { PlanStateName } from './shapes.ts';

export type Standing = {
  readonly endedOn: PlainDate | null;
  /** Everybody accepted what was agreed. */
  readonly isAccepted: boolean;
  readonly receivedCents: number;
  readonly money: Pick<PlanState, 'state'>;
};

/**
 * How a plan is called: stopped, paid, made and not accepted yet, or by its money. Who starts to pay without having accepted
 * it follows it all the same, so that it can be breached. Source: domain.md "Plans".
 */
export function planStateNameOf({ endedOn, isAccepted, receivedCents, money }: Standing): PlanStateName {
  if (endedOn !== null) return 'ended';
  if (money.state === 'completed') return 'completed';
  if (isAccepted || (receivedCents > 0 && money.state === 'breached')) return money.state;
  return 'proposed';
}

/** Last day on which a plan that nobody accepted keeps reminders away. */
export function proposedUntil(madeOn: PlainDate, proposedDays: number): PlainDate {
  return addDays(madeOn, proposedDays);
}

/**
 * Whether the reminders of its claims stop: while it is kept; not accepted yet, during its days, or as long as money comes in
 * as it says. Source: domain.md "Plans", contract `plans.make`.
 */
export function keepsRemindersAway(
  standing: Standing,
  { madeOn, proposedDays }: { readonly madeOn: PlainDate; readonly proposedDays: number },
  asOf: PlainDate,
): boolean {
  const name = planStateNameOf(standing);
  if (name === 'live') return true;
  if (name !== 'proposed') return false;
  return asOf <= proposedUntil(madeOn, proposedDays) || (standing.receivedCents > 0 && standing.money.state === 'live');
}
