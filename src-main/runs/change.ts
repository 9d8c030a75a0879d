import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { decideNow } from './decide.ts';
import { keepDecision } from './keep-proposals.ts';
import { type RunRow, runById } from './run-rows.ts';
import { finishRun } from './send.ts';
import { withdrawApprovals } from './submit.ts';

/** Decides again for today; what a person dropped or changed stays so. */
export function refresh(context: Context, runId: number): { runId: number } {
  return runCommand(context, () => {
    const { store, clock } = context;
    const run = draftById(store, runId);
    const today = clock.today();
    const decision = decideNow(store, { asOf: today, today, schoolIds: run.schoolIds, ownRunId: runId });
    statement(store, 'UPDATE runs SET as_of = ? WHERE id = ?').run(today, runId);
    keepDecision(store, runId, decision);
    return { result: { runId }, audit: auditOf('runs.refresh', run, { proposals: decision.proposals.length }) };
  });
}

export type Change = {
  readonly runId: number;
  readonly runProposalIds: readonly number[];
  readonly isDropped?: boolean | undefined;
  readonly channel?: 'email' | 'letter' | 'registeredLetter' | 'phone' | 'talk' | null | undefined;
  readonly reason: string;
};

/** Drops payers from a draft, takes them back in, or gives them another channel. */
export function change(context: Context, input: Change): { changed: number } {
  return runCommand(context, () => {
    const { store } = context;
    const run = changeableRun(store, input);
    if (input.isDropped === true && input.reason === '') {
      throw new Problem('INVALID', 'Zeg waarom u dit schrapt. Er is niets veranderd.', 'reason');
    }
    const { changes } = statement(
      store,
      `UPDATE run_proposals SET is_dropped = coalesce(@isDropped, is_dropped),
         chosen_channel = iif(@hasChannel, @channel, chosen_channel),
         choice_reason = CASE WHEN @reason <> '' THEN @reason WHEN @isDropped = 0 THEN '' ELSE choice_reason END
       WHERE run_id = @runId AND id IN (SELECT value FROM json_each(@ids)) AND outcome IN ('open', 'raised')`,
    ).run({
      runId: input.runId,
      ids: JSON.stringify(input.runProposalIds),
      isDropped: input.isDropped === undefined ? null : Number(input.isDropped),
      hasChannel: Number(input.channel !== undefined),
      channel: input.channel ?? null,
      reason: input.reason,
    });
    if (changes !== new Set(input.runProposalIds).size) {
      throw new Problem(
        'NOT_FOUND',
        'Niet al deze voorstellen staan nog in de run: hij werd intussen ververst. Er is niets veranderd; kies opnieuw.',
        'runProposalIds',
      );
    }
    finishRun(context, input.runId);
    const { isDropped, channel } = input;
    return {
      result: { changed: changes },
      audit: auditOf('runs.change', run, {
        changed: changes,
        ...(isDropped === undefined ? {} : { isDropped }),
        ...(channel === undefined ? {} : { channel }),
      }),
    };
  });
}

/** Goes on although the bank asks for a look; why stays with the run. */
export function overrideBank(context: Context, runId: number, reason: string): { runId: number } {
  return runCommand(context, () => {
    const run = runById(context.store, runId);
    if (run.status !== 'draft' && run.status !== 'approved' && run.status !== 'sending') {
      throw new Problem('CONFLICT', 'Deze run is al afgerond of geannuleerd. Er is niets veranderd.');
    }
    statement(context.store, 'UPDATE runs SET bank_override = ? WHERE id = ?').run(reason, runId);
    return { result: { runId }, audit: auditOf('runs.overrideBank', run, {}) };
  });
}

/** Puts a run away of which nothing left; what waits for a second person is withdrawn. */
export function cancel(context: Context, runId: number): { runId: number } {
  return runCommand(context, () => {
    const run = runById(context.store, runId);
    if (run.status !== 'draft' && run.status !== 'approved') {
      throw new Problem(
        'CONFLICT',
        run.status === 'cancelled'
          ? 'Deze run is al geannuleerd. Er is niets veranderd.'
          : 'Deze run is al begonnen. Er is niets veranderd; draai hem terug om tegen te houden wat nog niet vertrok.',
      );
    }
    withdrawApprovals(context, runId);
    statement(context.store, "UPDATE runs SET status = 'cancelled', finished_at = ? WHERE id = ?").run(
      context.clock.now(),
      runId,
    );
    return { result: { runId }, audit: auditOf('runs.cancel', run, {}) };
  });
}

/** A draft; and of a run that has begun what waits may still be dropped: what went up and nobody wants to send after all. */
function changeableRun(store: Store, { runId, isDropped, channel }: Change): RunRow {
  const run = runById(store, runId);
  return run.status === 'sending' && isDropped === true && channel === undefined ? run : draftById(store, runId);
}

function draftById(store: Store, runId: number): RunRow {
  const run = runById(store, runId);
  if (run.status === 'draft') return run;
  throw new Problem(
    'CONFLICT',
    run.status === 'approved'
      ? 'Deze run is al klaargezet. Er is niets veranderd; open hem opnieuw om iets te wijzigen.'
      : 'Deze run is al begonnen of afgerond. Er is niets veranderd.',
  );
}

type Command = 'runs.refresh' | 'runs.change' | 'runs.overrideBank' | 'runs.cancel';

function auditOf(command: Command, { runId, schoolIds }: RunRow, detail: Readonly<Record<string, unknown>>) {
  return { command, ...(schoolIds.length === 1 ? { schoolId: schoolIds[0] } : {}), detail: { runId, ...detail } };
}
