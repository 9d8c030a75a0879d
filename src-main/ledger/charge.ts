import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { joinNewClaims } from '#main/plans/new-claims.ts';
import { writeEntry } from './journal.ts';
import { moneyClaim } from './money-claims.ts';

type ChargeRequest = { readonly invoiceId: number; readonly amountCents: number; readonly reason: string };

/** Adds a charge to an invoice, for everybody who owes it. */
export function charge(context: Context, { invoiceId, amountCents, reason }: ChargeRequest): { entryId: number } {
  return runCommand(context, () => {
    const claim = moneyClaim(context.store, invoiceId);
    if (claim.kind !== 'invoice') {
      throw new Problem(
        'REFUSED',
        `${claim.number} is een tegoed; daar kan niets bij aangerekend worden. Er is niets geboekt; kies een factuur.`,
        'invoiceId',
      );
    }
    const { schoolId, householdId } = claim;
    const entryId = writeEntry(
      context,
      {
        schoolId,
        householdId,
        kind: 'charge',
        amountCents,
        valueDate: context.clock.today(),
        description: `Aanrekening op ${claim.number}`,
        reason,
      },
      [{ invoiceId, kind: 'otherCharge', amountCents }],
    );
    joinNewClaims(context, [invoiceId]);
    return {
      result: { entryId },
      audit: { command: 'ledger.charge', schoolId, householdId, detail: { entryId, invoiceId, amountCents } },
    };
  });
}
