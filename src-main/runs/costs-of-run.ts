import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { CostKind } from '#shared/costs/contract.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { Stage, StageChannel } from '#shared/dunning/procedure.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { chargeCosts, plannedCosts } from '#main/costs/charge-costs.ts';
import type { CostRequest } from '#main/costs/cost-items.ts';
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
      const request = costRequest(context.store, runId, proposal, channel);
      if (request) booked += chargeCosts(context, request).length;
    }
  }
  return booked > 0;
}

export type CostToCome = {
  readonly cents: number;
  /** Dutch: what will be asked beside the bills, or why nothing can be. */
  readonly sentence: string;
};

/** What a proposal will ask beside its bills when it leaves on that day; null: nothing. */
export function costToCome(
  store: Store,
  row: { readonly runId: number; readonly proposal: Proposal; readonly channel: StageChannel },
  today: PlainDate,
): CostToCome | null {
  const channel = row.channel === 'registeredLetter' ? 'letter' : row.channel;
  if (channel !== 'email' && channel !== 'letter') return null;
  const request = costRequest(store, row.runId, row.proposal, channel);
  if (!request) return null;
  const { costs, blockedBy } = plannedCosts(store, request, today);
  if (blockedBy !== null) return { cents: 0, sentence: `Er komen geen kosten bij. ${blockedBy}` };
  const cents = sumCents(costs.map(({ amountCents }) => amountCents));
  return cents === 0 ? null : { cents, sentence: `Er komt ${formatCents(cents)} ${words[request.kind]} bij.` };
}

const words = {
  lumpSum: 'schadevergoeding',
  reminderCost: 'herinneringskost',
  interest: 'rente',
} as const satisfies Record<CostKind, string>;

function costRequest(store: Store, runId: number, proposal: Proposal, channel: 'email' | 'letter'): CostRequest | null {
  const kind = costOf(store, proposal);
  if (kind === 'none') return null;
  const { schoolId, householdId, payerId, stage } = proposal;
  const items = proposal.items.filter((item) => item.kind === 'invoice');
  return { runId, schoolId, householdId, payerId, stage, kind, channel, items };
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
