import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { isOpen } from './sql.ts';

type Found = { readonly invoiceId: number; readonly householdId: number };

/** The claims at the schools of the caller that stand at exactly one of these balances (signed cents), the oldest first. */
export function claimsThatStandAt(context: Context, balances: readonly number[], limit: number): Found[] {
  const within = withinSchools(context, 'i.school_id');
  return statement(
    context.store,
    `SELECT i.id AS invoiceId, p.household_id AS householdId
     FROM invoices i INDEXED BY invoices_open CROSS JOIN pupils p ON p.id = i.pupil_id
     WHERE i.balance_cents IN (SELECT value FROM json_each(@balances)) AND ${isOpen} ${within.and}
     ORDER BY i.due_date, i.id LIMIT @limit`,
  ).all({ balances: JSON.stringify(balances), limit, ...within.parameters }) as Found[];
}
