import type { PlainDate } from '../calendar/plain-date.ts';
import { type ActiveHold, byCare } from './active-holds.ts';
import type { DecisionItem } from './decision.ts';
import { exclusionCodes } from './exclusion-codes.ts';
import type { OwedItem, PayerCase } from './payer-case.ts';
import type { PlanOn } from './plans-on.ts';
import type { Rules } from './rules.ts';

/** Why one bill stays out of what a payer is asked. */
export type LeaveOut =
  | {
      readonly reason: 'held';
      /** The most careful one. */
      readonly hold: ActiveHold;
      readonly freezesCosts: boolean;
      /** Last day of the last hold; null: one has no end. */
      readonly untilDate: PlainDate | null;
    }
  | { readonly reason: 'livePlan'; readonly on: PlanOn }
  | { readonly reason: 'limited'; readonly fromDate: PlainDate }
  | { readonly reason: 'grace'; readonly untilDate: PlainDate }
  | { readonly reason: 'handedOver' | 'schoolLeaver' | 'noProcedure' };

/**
 * Why a bill stays out of what a payer is asked, the most careful reason first: held, in a plan that is kept, limited, handed
 * over, of a pupil who left (when the school asks so), or in grace (its last day included). Undefined: it is asked. A plan
 * that was paid in full holds its claims until somebody closes it. Source: domain.md "One decision" and "Plans",
 * scenarios S-10, S-12 and S-14.
 */
export function leaveOutOf(owed: OwedItem, { payer, schoolId }: PayerCase, rules: Rules): LeaveOut | undefined {
  const { item } = owed;
  const { asOf } = rules.count;
  const holds = rules.holdsOn(item, payer);
  const hold = holds.length > 1 ? holds.toSorted(byCare)[0] : holds[0];
  if (hold) {
    const ends = holds.map(({ untilDate }) => untilDate);
    const isOpen = ends.includes(null);
    return {
      reason: 'held',
      hold,
      freezesCosts: holds.some(({ freezesCosts }) => freezesCosts),
      untilDate: isOpen ? null : (ends.toSorted().at(-1) ?? null),
    };
  }
  const kept = rules.plansOn(item.invoiceId, payer?.payerId ?? null).find(({ state }) => state !== 'breached');
  if (kept) return { reason: 'livePlan', on: kept };
  if (item.limitedFrom !== null && item.limitedFrom <= asOf) return { reason: 'limited', fromDate: item.limitedFrom };
  if (item.handedOver || isHandedOverFor(item, payer?.payerId)) return { reason: 'handedOver' };
  if (hasLeft(owed, asOf) && rules.settingsOf(schoolId).schoolLeavers === 'leaveOut') return { reason: 'schoolLeaver' };
  if (item.graceUntil !== null && item.graceUntil >= asOf) return { reason: 'grace', untilDate: item.graceUntil };
  return undefined;
}

/** Of joint debtors one may be in the hands of a bailiff, and the others not. */
function isHandedOverFor({ owedBy }: DecisionItem, payerId: number | undefined): boolean {
  return owedBy.some((one) => one.payerId === payerId && one.handedOver === true);
}

/** Whether the pupil of a bill left the school, on the day itself or before. */
export function hasLeft({ item }: OwedItem, asOf: PlainDate): boolean {
  return item.pupilLeftOn !== null && item.pupilLeftOn <= asOf;
}

/** Of several reasons the most careful, of several holds the most careful, of grace what ends first; undefined for none. */
export function mostCareful(outs: readonly LeaveOut[]): LeaveOut | undefined {
  return outs.toSorted((a, b) => {
    const order = exclusionCodes.indexOf(a.reason) - exclusionCodes.indexOf(b.reason);
    if (order !== 0) return order;
    if (a.reason === 'held' && b.reason === 'held') return byCare(a.hold, b.hold);
    if (a.reason === 'grace' && b.reason === 'grace') return a.untilDate < b.untilDate ? -1 : 1;
    if (a.reason === 'livePlan' && b.reason === 'livePlan') return (a.on.plan.planId ?? 0) - (b.on.plan.planId ?? 0);
    return 0;
  })[0];
}

/**
 * The last day on which all of these bills stay out for this reason: that of the one that comes back first. Null: none comes
 * back by itself.
 */
export function lastDayOut(outs: readonly LeaveOut[], reason: LeaveOut['reason']): PlainDate | null {
  const days = outs.flatMap((out) =>
    out.reason === reason && 'untilDate' in out && out.untilDate !== null ? [out.untilDate] : [],
  );
  return days.toSorted()[0] ?? null;
}
