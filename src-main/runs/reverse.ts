import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { sendingLock, settleInterrupted } from '#main/correspondence/deliver.ts';
import { markOf, moveMessage } from '#main/correspondence/outbox-marks.ts';
import { supersedeCostsOfRun } from '#main/costs/give-up.ts';
import { tryExclusive } from '#main/store/exclusive.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type RunRow, runById } from './run-rows.ts';
import { cancelTasksOfRun } from './tasks-of-run.ts';

const reasonOfMessage = 'De run is teruggedraaid.';

/**
 * Takes a run back: what was not posted or sent yet becomes void and keeps its number, work that nobody did leaves the
 * worklist, costs are taken back once. What left stays sent. The stage falls back by itself for who got nothing: it follows
 * from what was sent. Source: domain.md "A run can be reversed", S-22.
 */
export function reverse(
  context: Context,
  { runId, reason }: { readonly runId: number; readonly reason: string },
): { runId: number; voided: number; stayed: number } {
  const { store } = context;
  settleInterrupted(context);
  const blocked = reverseBlockedBy(store, runById(store, runId));
  if (blocked !== null) throw new Problem('REFUSED', `${blocked} Er is niets veranderd.`);
  const release = tryExclusive(store.path, sendingLock);
  if (release === null) {
    throw new Problem(
      'REFUSED',
      'Er vertrekken op dit moment e-mails. Er is niets veranderd; pauzeer eerst het verzenden.',
    );
  }
  try {
    return runCommand(context, () => {
      const run = runById(store, runId);
      const now = reverseBlockedBy(store, run);
      if (now !== null) throw new Problem('REFUSED', `${now} Er is niets veranderd.`);
      const counts = takeBack(context, run, reason);
      return {
        result: { runId, ...counts },
        audit: {
          command: 'runs.reverse',
          ...(run.schoolIds.length === 1 ? { schoolId: run.schoolIds[0] } : {}),
          detail: { runId, ...counts },
        },
      };
    });
  } finally {
    release();
  }
}

/** Why a run cannot be taken back, in Dutch; null: it can. */
export function reverseBlockedBy(store: Store, { runId, status }: RunRow): string | null {
  switch (status) {
    case 'reversed':
      return 'Deze run is al teruggedraaid.';
    case 'draft':
    case 'approved':
      return 'Deze run is nog niet begonnen: annuleer hem.';
    case 'cancelled':
      return 'Deze run is geannuleerd: er is niets vertrokken.';
    case 'sending':
    case 'done':
      return isLeaving(store, runId)
        ? 'Van deze run vertrekt op dit moment een e-mail. Pauzeer eerst het verzenden.'
        : null;
  }
}

function isLeaving(store: Store, runId: number): boolean {
  const leaving = statement(
    store,
    "SELECT 1 FROM messages m JOIN batches b ON b.id = m.batch_id WHERE b.run_id = ? AND m.status = 'sending' LIMIT 1",
  ).get(runId);
  return leaving !== undefined;
}

function takeBack(context: Context, { runId }: RunRow, reason: string): { voided: number; stayed: number } {
  const { store } = context;
  const mark = markOf(context);
  const waiting = statement(
    store,
    `SELECT m.id FROM messages m JOIN batches b ON b.id = m.batch_id
     WHERE b.run_id = ? AND m.status IN ('reserved', 'failed') ORDER BY m.id`,
  )
    .pluck()
    .all(runId) as number[];
  for (const messageId of waiting) {
    moveMessage(store, mark, { messageId, from: ['reserved', 'failed'], to: 'cancelled', detail: reasonOfMessage });
  }
  cancelTasksOfRun(store, mark, runId, reasonOfMessage);
  supersedeCostsOfRun(context, runId, voidProposals(store, runId));
  statement(
    store,
    `UPDATE runs SET status = 'reversed', reversed_at = @at, reversed_by = @actor, reversal_reason = @reason,
       finished_at = coalesce(finished_at, @at) WHERE id = @runId`,
  ).run({ at: mark.at, actor: mark.actor, reason, runId });
  return { voided: countOf(store, runId, 'void'), stayed: countOf(store, runId, 'out') };
}

/** Rows of which nothing left or was done; answers their payers. */
function voidProposals(store: Store, runId: number): number[] {
  return statement(
    store,
    `UPDATE run_proposals SET outcome = 'void', outcome_reason = @reason
     WHERE run_id = @runId AND is_dropped = 0 AND (outcome IN ('open', 'raised')
       OR message_id IN (SELECT id FROM messages WHERE status = 'cancelled' AND failure = @reason)
       OR outcome = 'out' AND task_id IN (SELECT id FROM tasks WHERE cancelled_at IS NOT NULL))
     RETURNING payer_id`,
  )
    .pluck()
    .all({ runId, reason: reasonOfMessage }) as number[];
}

function countOf(store: Store, runId: number, outcome: 'void' | 'out'): number {
  return statement(store, 'SELECT count(*) FROM run_proposals WHERE run_id = ? AND is_dropped = 0 AND outcome = ?')
    .pluck()
    .get(runId, outcome) as number;
}
