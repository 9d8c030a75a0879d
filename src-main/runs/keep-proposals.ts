import type { Decision, Exclusion, Proposal } from '#shared/dunning/decision.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/**
 * Writes what was decided as the draft of a run; call it inside a transaction. What a person dropped or changed for a payer
 * stays with that payer; who is no longer proposed goes.
 */
export function keepDecision(store: Store, runId: number, { proposals, exclusions }: Decision): void {
  const known = new Map(
    (
      statement(store, 'SELECT id, school_id, payer_id FROM run_proposals WHERE run_id = ?').raw().all(runId) as [
        number,
        number,
        number,
      ][]
    ).map(([id, schoolId, payerId]) => [keyOf({ schoolId, payerId }), id]),
  );
  for (const proposal of proposals) {
    const id = known.get(keyOf(proposal));
    known.delete(keyOf(proposal));
    if (id === undefined) insertProposal(store, runId, proposal);
    else updateProposal(store, id, proposal);
  }
  const remove = statement(store, 'DELETE FROM run_proposals WHERE id = ?');
  for (const id of known.values()) remove.run(id);
  statement(store, 'DELETE FROM run_exclusions WHERE run_id = ?').run(runId);
  for (const exclusion of exclusions) insertExclusion(store, runId, exclusion);
}

function keyOf({ schoolId, payerId }: Pick<Proposal, 'schoolId' | 'payerId'>): string {
  return `${schoolId}-${payerId}`;
}

function columnsOf(proposal: Proposal): Record<string, string | number | null> {
  const { householdId, procedureVersionId, stage, channel, textId, totalCents } = proposal;
  return { householdId, procedureVersionId, stage, channel, textId, totalCents, proposal: JSON.stringify(proposal) };
}

function insertProposal(store: Store, runId: number, proposal: Proposal): void {
  statement(
    store,
    `INSERT INTO run_proposals (run_id, school_id, household_id, payer_id, procedure_version_id, stage, channel, text_id,
       total_cents, proposal)
     VALUES (@runId, @schoolId, @householdId, @payerId, @procedureVersionId, @stage, @channel, @textId, @totalCents, @proposal)`,
  ).run({ runId, schoolId: proposal.schoolId, payerId: proposal.payerId, ...columnsOf(proposal) });
}

function updateProposal(store: Store, runProposalId: number, proposal: Proposal): void {
  statement(
    store,
    `UPDATE run_proposals SET household_id = @householdId, procedure_version_id = @procedureVersionId, stage = @stage,
       channel = @channel, text_id = @textId, total_cents = @totalCents, proposal = @proposal WHERE id = @runProposalId`,
  ).run({ runProposalId, ...columnsOf(proposal) });
}

function insertExclusion(store: Store, runId: number, exclusion: Exclusion): void {
  const { schoolId, householdId, payerId, reason } = exclusion;
  statement(
    store,
    `INSERT INTO run_exclusions (run_id, school_id, household_id, payer_id, reason, exclusion)
     VALUES (@runId, @schoolId, @householdId, @payerId, @reason, @exclusion)`,
  ).run({ runId, schoolId, householdId, payerId, reason, exclusion: JSON.stringify(exclusion) });
}
