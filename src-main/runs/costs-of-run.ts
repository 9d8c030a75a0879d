import type { Stage } from '#shared/dunning/procedure.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { Context } from '#main/api/context.ts';
import { chargeCosts } from '#main/costs/charge-costs.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { RunRow } from './run-rows.ts';
import type { Leaving } from './settle.ts';

/**
 * Books what the stages of these messages ask beside the bills, each on a claim of its own; asked again it books nothing.
 * True when something was booked: what leaves then has to be composed anew, so that it tells of it. Call it inside a
 * transaction. A call or talk never costs anything.
 */
export function chargeCostsOf(context: Context, { runId }: RunRow, leaving: readonly Leaving[]): boolean {
  let booked = 0;
  for (const { composed, rows } of leaving) {
    const channel = composed.message?.draft.destination.channel;
    if (channel === undefined) continue;
    for (const { proposal } of rows) {
      const kind = costOf(context.store, proposal);
      if (kind === 'none') continue;
      const { schoolId, householdId, payerId, stage } = proposal;
      const items = proposal.items.filter((item) => item.kind === 'invoice');
      booked += chargeCosts(context, { runId, schoolId, householdId, payerId, stage, kind, channel, items }).length;
    }
  }
  return booked > 0;
}

function costOf(store: Store, { procedureVersionId, stage }: Proposal): Stage['cost'] {
  const found = statement(
    store,
    "SELECT s.value ->> 'cost' FROM procedure_versions v, json_each(v.stages) s WHERE v.id = ? AND s.key = ?",
  )
    .pluck()
    .get(procedureVersionId, stage - 1) as Stage['cost'] | null | undefined;
  return found ?? 'none';
}
