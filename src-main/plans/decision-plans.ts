import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { DecisionPlan } from '#shared/dunning/decision.ts';
import { keepsRemindersAway, proposedUntil } from '#shared/plans/plan-standing.ts';
import type { Store } from '#main/store/store.ts';
import { planFacts, standingOf } from './facts.ts';
import type { PlanFilter } from './queries.ts';
import { planSettingsOf } from './settings.ts';

/**
 * The plans that decide about reminders on a day: those that are kept, or not accepted yet and in their days, keep their
 * claims out; those that are breached are a note. What was stopped, paid, or never accepted nor followed says nothing.
 */
export function decisionPlans(store: Store, filter: PlanFilter, asOf: PlainDate): DecisionPlan[] {
  const daysOf = proposedDaysReader(store);
  return planFacts(store, { ...filter, running: true }).flatMap((plan): DecisionPlan[] => {
    const money = standingOf(plan, asOf);
    const proposedDays = daysOf(plan.schoolId);
    const standing = { ...plan, money };
    const isKept = keepsRemindersAway(standing, { madeOn: plan.madeOn, proposedDays }, asOf);
    if (!isKept && money.name !== 'breached') return [];
    const { planId, instalments, toleranceDays, receivedCents, openCents } = plan;
    return [
      {
        planId,
        invoiceIds: plan.claims.map(({ invoiceId }) => invoiceId),
        payerIds: plan.payers.map(({ payerId }) => payerId),
        instalments: [...instalments],
        toleranceDays,
        receivedCents,
        openCents,
        proposedUntil: money.name === 'proposed' ? proposedUntil(plan.madeOn, proposedDays) : null,
      },
    ];
  });
}

/** How long a plan that nobody accepted keeps reminders away, read once for each school. */
export function proposedDaysReader(store: Store): (schoolId: number) => number {
  const known = new Map<number, number>();
  return (schoolId) => {
    const days = known.get(schoolId) ?? planSettingsOf(store, schoolId).proposedDays;
    known.set(schoolId, days);
    return days;
  };
}
