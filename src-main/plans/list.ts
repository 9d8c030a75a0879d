import { foldName } from '#shared/bank/match/names.ts';
import { type PlanRow, planStates, type PlanStateName } from '#shared/plans/shapes.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { planFacts } from './facts.ts';
import { planRows } from './rows.ts';

type Question = {
  readonly schoolId?: number | undefined;
  readonly householdId?: number | undefined;
  readonly state?: PlanStateName | undefined;
  readonly text: string;
};

/** What asks for attention first: breached, missed, not accepted; then by the next instalment. */
const order: readonly PlanStateName[] = ['breached', 'proposed', 'live', 'completed', 'ended'];

/** Plans with their state today; the counts are of the same question in every state. */
export function listPlans(
  context: Context,
  question: Question,
): { rows: PlanRow[]; counts: Record<PlanStateName, number> } {
  const { store, clock } = context;
  const mine = schoolsOf(context);
  const { schoolId, householdId, state, text } = question;
  const schoolIds =
    schoolId === undefined ? (mine === 'all' ? undefined : mine) : includesSchool(mine, schoolId) ? [schoolId] : [];
  const householdIds = householdId === undefined ? undefined : [liveHouseholdId(store, householdId)];
  const wanted = foldName(text);
  const all = planRows(store, planFacts(store, { schoolIds, householdIds }), clock.today()).filter((row) =>
    [row.householdName, row.structuredReference, ...row.payers.map(({ name }) => name)].some((name) =>
      foldName(name).includes(wanted),
    ),
  );
  const counts = Object.fromEntries(planStates.map((name) => [name, 0])) as Record<PlanStateName, number>;
  for (const row of all) counts[row.state] += 1;
  const rows = all
    .filter((row) => state === undefined || row.state === state)
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        (a.missedOn ?? '9999').localeCompare(b.missedOn ?? '9999') ||
        (a.next?.dueDate ?? '9999').localeCompare(b.next?.dueDate ?? '9999') ||
        a.planId - b.planId,
    );
  return { rows, counts };
}
