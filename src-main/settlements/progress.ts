import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Settlement } from '#shared/settlements/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { refuseDay, runningSettlement, settlementById } from './settlements.ts';

/** The claim was filed with the mediator. */
export function recordFiled(
  context: Context,
  { settlementId, filedOn }: { readonly settlementId: number; readonly filedOn: PlainDate },
): Settlement {
  return runCommand(context, () => {
    const { orderSentOn, householdId } = runningSettlement(context, settlementId);
    refuseDay(filedOn, orderSentOn, context.clock.today(), 'filedOn');
    statement(context.store, 'UPDATE debt_settlements SET claim_filed_on = ? WHERE id = ?').run(filedOn, settlementId);
    return {
      result: settlementById(context, settlementId),
      audit: { command: 'settlements.recordFiled', householdId, detail: { settlementId, filedOn } },
    };
  });
}

type Closing = {
  readonly settlementId: number;
  readonly outcome: NonNullable<Settlement['outcome']>;
  readonly closedOn: PlainDate;
  readonly reason: string;
};

/**
 * Ends a settlement. Rejected or revoked, the creditors have their rights back: the hold is lifted and letters go to the payer
 * again. After any other end the hold stays until somebody decides what becomes of the frozen bills. Source: law.md 5.1
 * ("revived on rejection/revocation").
 */
export function closeSettlement(context: Context, { settlementId, outcome, closedOn, reason }: Closing): Settlement {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const { orderSentOn, householdId, holdId, payerId, mediatorId } = runningSettlement(context, settlementId);
    refuseDay(closedOn, orderSentOn, clock.today(), 'closedOn');
    statement(store, 'UPDATE debt_settlements SET outcome = ?, closed_on = ?, close_reason = ? WHERE id = ?').run(
      outcome,
      closedOn,
      reason,
      settlementId,
    );
    if (outcome === 'rejected' || outcome === 'revoked') {
      statement(store, 'UPDATE holds SET lifted_at = ?, lifted_by = ? WHERE id = ? AND lifted_at IS NULL').run(
        clock.now(),
        actor,
        holdId,
      );
      statement(store, 'UPDATE payers SET third_party_payer_id = NULL WHERE id = ? AND third_party_payer_id IS ?').run(
        payerId,
        mediatorId,
      );
    }
    return {
      result: settlementById(context, settlementId),
      audit: { command: 'settlements.close', householdId, detail: { settlementId, outcome, closedOn } },
    };
  });
}
