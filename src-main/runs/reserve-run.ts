import { createHash } from 'node:crypto';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { Mark } from '#main/correspondence/outbox-marks.ts';
import { reserveMessage } from '#main/correspondence/reserve.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { RunProposalRow, RunRow } from './run-rows.ts';
import type { Leaving, Settlement } from './settle.ts';
import { addTaskOfRun } from './tasks-of-run.ts';

/** Writes what was settled, inside one transaction: what became of every row stands beside the message that carries it out. */
export function writeSettlement(
  store: Store,
  mark: Mark,
  run: RunRow,
  settled: Settlement,
  letterOf: (leaving: Leaving) => Buffer | null,
): void {
  for (const { row, reason } of settled.dropped) end(store, row, 'dropped', reason);
  for (const { row, proposal, reason } of settled.raised) {
    keepProposal(store, row, proposal);
    end(store, row, 'raised', reason);
  }
  for (const leaving of settled.leaving) {
    for (const { row, proposal } of leaving.rows) keepProposal(store, row, proposal);
    if (leaving.composed.message === null) putOnWorklist(store, mark, leaving);
    else reserve(store, mark, run, leaving, letterOf(leaving));
  }
}

function reserve(store: Store, mark: Mark, run: RunRow, { composed, rows }: Leaving, letter: Buffer | null): void {
  const { message, payBefore, payerReference } = composed;
  if (message === null) throw new Error('A message of a run was reserved before it was composed');
  const batchId = batchFor(
    store,
    mark,
    run,
    rows.map(({ row }) => row),
  );
  const messageId = reserveMessage(store, mark, batchId, { message, letter, payerReference });
  const goes = statement(
    store,
    `UPDATE run_proposals SET outcome = 'out', outcome_reason = @remark, message_id = @messageId, pay_before = @payBefore,
       announced_cents = @announcedCents
     WHERE id = @runProposalId`,
  );
  const announcedCents = message.draft.facts.lumpSumCents ?? null;
  for (const { row, remark } of rows) {
    goes.run({ runProposalId: row.runProposalId, remark, messageId, payBefore, announcedCents });
  }
}

function putOnWorklist(store: Store, mark: Mark, { composed, rows }: Leaving): void {
  const goes = statement(
    store,
    "UPDATE run_proposals SET outcome = 'out', outcome_reason = @remark, task_id = @taskId WHERE id = @runProposalId",
  );
  for (const { row, remark } of rows) {
    const taskId = addTaskOfRun(store, mark, row, composed.channel);
    goes.run({ runProposalId: row.runProposalId, remark, taskId });
  }
}

function end(store: Store, { runProposalId }: RunProposalRow, outcome: 'dropped' | 'raised', reason: string): void {
  statement(store, 'UPDATE run_proposals SET outcome = ?, outcome_reason = ? WHERE id = ?').run(
    outcome,
    reason,
    runProposalId,
  );
}

/** The row says what leaves, not what was proposed days ago. */
function keepProposal(store: Store, { runProposalId }: RunProposalRow, proposal: Proposal): void {
  statement(
    store,
    `UPDATE run_proposals SET stage = @stage, channel = @channel, text_id = @textId, total_cents = @totalCents,
       procedure_version_id = coalesce(@versionId, procedure_version_id), proposal = @proposal WHERE id = @runProposalId`,
  ).run({
    stage: proposal.stage,
    channel: proposal.channel,
    textId: proposal.textId,
    totalCents: proposal.totalCents,
    versionId: proposal.procedureVersionId,
    proposal: JSON.stringify(proposal),
    runProposalId,
  });
}

/**
 * The batch of a message: one per day and attempt, so that a payer whose message was withheld gets a new one in the next. The
 * key of the run stands in it: it keeps databases, and with them the ids of their mails, apart.
 */
function batchFor(store: Store, mark: Mark, run: RunRow, rows: readonly RunProposalRow[]): number {
  const attempts = Math.max(...rows.map((row) => attemptsOf(store, run, row)));
  const requestKey = `${run.requestKey}/${mark.today}/${attempts}`;
  const known = statement(store, 'SELECT id FROM batches WHERE request_key = ?').pluck().get(requestKey) as
    | number
    | undefined;
  if (known !== undefined) return known;
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO batches (text_id, run_id, request_key, request_sha256, as_of, author, created_at)
     VALUES (NULL, ?, ?, ?, ?, ?, ?)`,
  ).run(run.runId, requestKey, sha256(requestKey), mark.today, mark.actor, mark.at);
  return Number(lastInsertRowid);
}

function attemptsOf(store: Store, { runId }: RunRow, { payerId, schoolId }: RunProposalRow): number {
  return statement(
    store,
    `SELECT count(*) FROM message_payers mp JOIN batches b ON b.id = mp.batch_id
     WHERE b.run_id = ? AND mp.payer_id = ? AND mp.school_id = ?`,
  )
    .pluck()
    .get(runId, payerId, schoolId) as number;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
