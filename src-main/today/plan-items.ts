import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { proposedUntil } from '#shared/plans/plan-standing.ts';
import type { WorklistItem } from '#shared/today/contract.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { proposedDaysReader } from '#main/plans/decision-plans.ts';
import { type PlanFacts, type PlanStanding, planFacts, standingOf } from '#main/plans/facts.ts';
import { claimsToAsk } from '#main/plans/claims-to-ask.ts';
import { planRows } from '#main/plans/rows.ts';
import { toNothing } from './to-nothing.ts';

type Standing = { readonly plan: PlanFacts; readonly standing: PlanStanding };

/** Plans that ask for a person: not kept, not accepted in time, or with a new bill that may join. */
export function planItems({ store }: Context, schools: Schools, today: PlainDate): WorklistItem[] {
  const plans = planFacts(store, { running: true, ...(schools === 'all' ? {} : { schoolIds: schools }) });
  const standing = plans.map((plan) => ({ plan, standing: standingOf(plan, today) }));
  const daysOf = proposedDaysReader(store);
  const broken = standing.filter((one) => one.standing.name === 'breached');
  const late = standing.filter(
    (one) => one.standing.name === 'proposed' && proposedUntil(one.plan.madeOn, daysOf(one.plan.schoolId)) < today,
  );
  const growing = standing.filter((one) => one.standing.name !== 'completed');
  const asked = Map.groupBy(
    claimsToAsk(
      store,
      growing.map(({ plan }) => plan.planId),
    ),
    ({ planId }) => planId,
  );
  const asking = growing.filter(({ plan }) => asked.has(plan.planId));
  const names = namesOf(store, [...broken, ...late, ...asking], today);
  const line = ({ plan }: Standing, what: string): Pick<WorklistItem, 'title' | 'householdId' | 'planId'> => ({
    title: `${what}: ${names.get(plan.planId) ?? ''}`,
    householdId: plan.householdId,
    planId: plan.planId,
  });
  return [
    ...broken.map((one) => ({
      ...toNothing,
      ...line(one, 'Afbetaalplan niet gevolgd'),
      key: `broken-plan-${one.plan.planId}`,
      kind: 'brokenPlan' as const,
      detail: `Sinds ${formatPlainDate(one.standing.breachesOn ?? today)}; spreek de betaler eerst aan.`,
      dueDate: one.standing.breachesOn,
      isUrgent: true,
    })),
    ...late.map((one) => ({
      ...toNothing,
      ...line(one, 'Afbetaalplan nog niet aanvaard'),
      key: `plan-not-accepted-${one.plan.planId}`,
      kind: 'planNotAccepted' as const,
      detail: `Gemaakt op ${formatPlainDate(one.plan.madeOn)}; het houdt geen herinneringen meer tegen.`,
      dueDate: proposedUntil(one.plan.madeOn, daysOf(one.plan.schoolId)),
    })),
    ...asking.map((one) => ({
      ...toNothing,
      ...line(one, 'Nieuwe factuur voor een afbetaalplan'),
      key: `new-claim-${one.plan.planId}`,
      kind: 'newClaim' as const,
      detail: 'Hoort ze bij het plan of niet?',
      invoiceId: asked.get(one.plan.planId)?.[0]?.invoiceId ?? null,
    })),
  ];
}

function namesOf(store: Context['store'], found: readonly Standing[], today: PlainDate): Map<number, string> {
  const plans = [...new Set(found.map(({ plan }) => plan))];
  return new Map(planRows(store, plans, today).map(({ planId, householdName }) => [planId, householdName]));
}
