import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type InstalmentProgress, instalmentProgress, nextInstalment } from '#shared/plans/instalment-progress.ts';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type PlanFacts, standingOf } from './facts.ts';

type Names = {
  readonly planId: number;
  readonly structuredReference: string;
  readonly schoolName: string;
  readonly householdName: string;
  readonly thirdPartyPayerName: string | null;
};

/** Plans as a list shows them on a day. */
export function planRows(store: Store, plans: readonly PlanFacts[], asOf: PlainDate): PlanRow[] {
  const names = namesOf(store, plans);
  return plans.map((plan) => rowOf(plan, names.get(plan.planId), instalmentProgress(plan, asOf), asOf));
}

function rowOf(
  plan: PlanFacts,
  names: Names | undefined,
  instalments: readonly InstalmentProgress[],
  asOf: PlainDate,
): PlanRow {
  const standing = standingOf(plan, asOf);
  const isRunning = standing.name !== 'ended' && standing.name !== 'completed';
  const isBreached = standing.name === 'breached';
  return {
    planId: plan.planId,
    schoolId: plan.schoolId,
    schoolName: names?.schoolName ?? '',
    householdId: plan.householdId,
    householdName: names?.householdName ?? '',
    payers: [...plan.payers],
    thirdPartyPayerId: plan.thirdPartyPayerId,
    thirdPartyPayerName: names?.thirdPartyPayerName ?? null,
    structuredReference: names?.structuredReference ?? '',
    state: standing.name,
    isCombined: plan.claims.length > 1,
    pausedUntil: plan.pausedUntil !== null && plan.pausedUntil >= asOf ? plan.pausedUntil : null,
    totalCents: plan.totalCents,
    receivedCents: plan.receivedCents,
    balanceCents: standing.balanceCents,
    breachedByCents: isBreached ? standing.breachedByCents : 0,
    breachesOn: isRunning ? standing.breachesOn : null,
    missedOn: isRunning ? (instalments.find(({ status }) => status === 'missed')?.dueDate ?? null) : null,
    next: isRunning ? nextInstalment(instalments, asOf) : null,
    lastDueDate: plan.instalments.at(-1)?.dueDate ?? asOf,
  };
}

function namesOf(store: Store, plans: readonly PlanFacts[]): Map<number, Names> {
  const rows = statement(
    store,
    `SELECT p.id AS planId, p.structured_reference AS structuredReference, s.name AS schoolName, h.name AS householdName,
       t.name AS thirdPartyPayerName
     FROM json_each(?) k CROSS JOIN plans p ON p.id = k.value CROSS JOIN schools s ON s.id = p.school_id
       CROSS JOIN households h ON h.id = p.household_id LEFT JOIN third_party_payers t ON t.id = p.third_party_payer_id`,
  ).all(JSON.stringify(plans.map(({ planId }) => planId))) as Names[];
  return new Map(rows.map((row) => [row.planId, row]));
}
