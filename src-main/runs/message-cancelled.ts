import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/**
 * A message of a run that will not leave: its payers are decided about again when something changed, else they get nothing
 * in this run, with the reason of whoever cancelled it.
 */
export function messageWasCancelled(
  store: Store,
  messageId: number,
  { detail, decideAgain = false }: { readonly detail: string; readonly decideAgain?: boolean },
): void {
  statement(
    store,
    "UPDATE run_proposals SET outcome = @outcome, outcome_reason = @detail WHERE message_id = @messageId AND outcome = 'out'",
  ).run({ messageId, outcome: decideAgain ? 'open' : 'dropped', detail });
}
