import { Problem } from '#shared/api/problem.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { send } from '#main/correspondence/send.ts';
import { statement } from '#main/store/statement.ts';
import { type RunRow, runById } from './run-rows.ts';

/**
 * Sends one text to everybody who really got a message of a run that was taken back, once: asked again it is the same
 * correction. Source: S-22.
 */
export async function correct(
  context: Context,
  { runId, textId }: { readonly runId: number; readonly textId: number },
): Promise<{ jobId: string }> {
  const run = runById(context.store, runId);
  if (run.status !== 'reversed') {
    throw new Problem(
      'REFUSED',
      'Een rechtzetting kan pas als de run teruggedraaid is. Er is niets verzonden; draai de run eerst terug.',
    );
  }
  const schools = run.schoolIds.filter((schoolId) => includesSchool(schoolsOf(context), schoolId));
  const keys = receiversOf(context, run);
  if (keys.length === 0) {
    throw new Problem('REFUSED', 'Van deze run kreeg niemand een bericht: er is niets recht te zetten.');
  }
  const { jobId } = await send(context, {
    selection: { grouping: 'payer', keys },
    textId,
    edits: [],
    requestKey: `${run.requestKey}/correction`,
    command: 'runs.correct',
    schools,
  });
  return { jobId };
}

function receiversOf({ store }: Context, { runId }: RunRow): number[] {
  return statement(
    store,
    `SELECT DISTINCT mp.payer_id FROM batches b JOIN message_payers mp ON mp.batch_id = b.id
       JOIN messages m ON m.id = mp.message_id
     WHERE b.run_id = ? AND m.status = 'sent' ORDER BY 1`,
  )
    .pluck()
    .all(runId) as number[];
}
