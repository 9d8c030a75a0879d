import type { PendingApproval } from '#shared/ledger/booking-shapes.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';

type About = { readonly invoiceId: number } | { readonly householdId: number };

/**
 * Requests about a claim, or about a household and its claims, that wait for a second pair of eyes. They change no balance;
 * of a claim the amount is the part that is about it.
 */
export function pendingOf(context: Context, about: About): PendingApproval[] {
  const ofClaim = 'invoiceId' in about;
  const within = withinSchools(context, 'a.school_id');
  return context.store.sql
    .prepare<[object], PendingApproval>(
      `SELECT a.id AS approvalId, a.kind, ${ofClaim ? 'x.amount_cents' : 'a.amount_cents'} AS amountCents, a.maker, a.created_at AS at
       FROM ${ofClaim ? 'approval_items x CROSS JOIN approvals a ON a.id = x.approval_id' : 'approvals a'}
       WHERE a.status = 'waiting' AND ${ofClaim ? 'x.invoice_id = @invoiceId' : ofHousehold} ${within.and} ORDER BY a.id`,
    )
    .all({ ...about, ...within.parameters });
}

/** Also money that comes from another household to this one. */
const ofHousehold = `(a.household_id = @householdId OR a.id IN (
  SELECT x.approval_id FROM pupils u CROSS JOIN invoices i ON i.pupil_id = u.id CROSS JOIN approval_items x ON x.invoice_id = i.id
  WHERE u.household_id = @householdId))`;
