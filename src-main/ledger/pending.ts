import type { PendingApproval } from '#shared/ledger/booking-shapes.ts';
import type { Store } from '#main/store/store.ts';

type About = { readonly invoiceId: number } | { readonly householdId: number };

/**
 * Requests about a claim, or about a household and its claims, that wait for a second pair of eyes. They change no balance;
 * of a claim the amount is the part that is about it.
 */
export function pendingOf(store: Store, about: About): PendingApproval[] {
  const ofClaim = 'invoiceId' in about;
  return store.sql
    .prepare<[object], PendingApproval>(
      `SELECT a.id AS approvalId, a.kind, ${ofClaim ? 'x.amount_cents' : 'a.amount_cents'} AS amountCents, a.maker, a.created_at AS at
       FROM ${ofClaim ? 'approval_items x CROSS JOIN approvals a ON a.id = x.approval_id' : 'approvals a'}
       WHERE a.status = 'waiting' AND ${ofClaim ? 'x.invoice_id = @invoiceId' : ofHousehold} ORDER BY a.id`,
    )
    .all(about);
}

/** Also money that comes from another household to this one. */
const ofHousehold = `(a.household_id = @householdId OR a.id IN (
  SELECT x.approval_id FROM pupils u CROSS JOIN invoices i ON i.pupil_id = u.id CROSS JOIN approval_items x ON x.invoice_id = i.id
  WHERE u.household_id = @householdId))`;
