import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Store } from '#main/store/store.ts';
import { type ComposedProposal, composeProposals } from './compose.ts';
import { decidePayers } from './decide-payers.ts';
import type { RunProposalRow, RunRow } from './run-rows.ts';

/** What becomes of one row of a run, decided from what stands in the store at this moment. */
export type Leaving = {
  readonly composed: ComposedProposal;
  /** The rows it carries out, each with the proposal as it is now. */
  readonly rows: readonly { readonly row: RunProposalRow; readonly proposal: Proposal; readonly remark: string }[];
};
export type Settlement = {
  readonly leaving: readonly Leaving[];
  readonly dropped: readonly { readonly row: RunProposalRow; readonly reason: string }[];
  readonly raised: readonly { readonly row: RunProposalRow; readonly proposal: Proposal; readonly reason: string }[];
  /** Why something cannot leave now although it should, each sentence once. */
  readonly blocked: readonly string[];
};

/**
 * Decides about rows of a run anew: gone or held since is dropped with the reason, what went up above what was approved is
 * asked again, the rest leaves as it is now. Writes nothing. Source: domain.md "The balance is read again at the moment of
 * sending", S-19.
 */
export function settle(store: Store, run: RunRow, rows: readonly RunProposalRow[], today: PlainDate): Settlement {
  const anew = decidePayers(store, run, [...new Set(rows.map(({ payerId }) => payerId))], today);
  const dropped: { row: RunProposalRow; reason: string }[] = [];
  const raised: { row: RunProposalRow; proposal: Proposal; reason: string }[] = [];
  const going: { row: RunProposalRow; proposal: Proposal }[] = [];
  for (const row of rows) {
    const proposal = anew.proposal(row);
    if (proposal === null) {
      dropped.push({ row, reason: anew.whyNot(row) });
      continue;
    }
    const reason = whyRaised(row, proposal);
    if (reason === null) going.push({ row, proposal });
    else raised.push({ row, proposal, reason });
  }
  const { leaving, unreachable, blocked } = composeGoing(store, going, today);
  return { leaving, dropped: [...dropped, ...unreachable], raised, blocked };
}

/** More than a person said yes to; null: it is not. */
function whyRaised(row: RunProposalRow, now: Proposal): string | null {
  if (row.approvedStage === null || row.approvedCents === null) return 'Dit is nog niet goedgekeurd.';
  if (now.stage > row.approvedStage) return `Fase ${now.stage} in plaats van fase ${row.approvedStage}.`;
  if (now.totalCents > row.approvedCents) {
    return `${formatCents(now.totalCents)} in plaats van ${formatCents(row.approvedCents)}.`;
  }
  return null;
}

function remarkOf(row: RunProposalRow, now: Proposal): string {
  const approved = row.approvedCents ?? now.totalCents;
  return now.totalCents < approved
    ? `Intussen deels betaald: ${formatCents(now.totalCents)} in plaats van ${formatCents(approved)}.`
    : '';
}

function composeGoing(
  store: Store,
  going: readonly { readonly row: RunProposalRow; readonly proposal: Proposal }[],
  today: PlainDate,
) {
  const requests = going.map(({ row, proposal }) => ({
    proposal,
    chosenChannel: row.chosenChannel,
    letterNumber: row.number,
  }));
  const rowOf = new Map(going.map(({ row, proposal }) => [proposal, row]));
  const leaving: Leaving[] = [];
  const unreachable: { row: RunProposalRow; reason: string }[] = [];
  const blocked = new Set<string>();
  for (const composed of requests.length > 0 ? composeProposals(store, requests, { asOf: today }) : []) {
    const rows = composed.requests.flatMap(({ proposal }) => {
      const row = rowOf.get(proposal);
      return row ? [{ row, proposal, remark: remarkOf(row, proposal) }] : [];
    });
    const [blocker] = composed.blockers;
    if (blocker !== undefined) blocked.add(blocker);
    else if (composed.message === null && isMessage(composed.channel)) {
      const [why] = composed.exceptions;
      for (const { row } of rows) unreachable.push({ row, reason: why?.sentence ?? 'Geen bruikbaar adres.' });
    } else leaving.push({ composed, rows });
  }
  return { leaving, unreachable, blocked: [...blocked] };
}

/** A message goes out; the rest is work for a person. */
export function isMessage(channel: ComposedProposal['channel']): boolean {
  return channel === 'email' || channel === 'letter' || channel === 'registeredLetter';
}
