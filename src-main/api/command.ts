import { type AuditedChange, recordAudit } from '#main/access/audit.ts';
import type { Context } from './context.ts';

/** What a command hands back: its answer, and the line for the audit trail. */
export type CommandOutcome<Result> = { readonly result: Result; readonly audit: AuditedChange };

/** Runs a command: one transaction, one audit line, all or nothing. */
export function runCommand<Result>(context: Context, work: () => CommandOutcome<Result>): Result {
  return context.store.transaction(() => {
    const { result, audit } = work();
    recordAudit(context.store, { actor: context.actor, at: context.clock.now() }, audit);
    return result;
  });
}
