import { Problem } from '#shared/api/problem.ts';
import type { CostClaim, CostStatus } from '#shared/costs/contract.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Filter = {
  readonly householdId?: number | undefined;
  readonly status?: CostStatus | undefined;
  readonly schoolId?: number | undefined;
};

/** Paid is what the ledger says, not what somebody marked. */
const statusSql = "CASE WHEN c.status = 'open' AND i.balance_cents <= 0 THEN 'paid' ELSE c.status END";

const rowsSql = `SELECT c.id AS costClaimId, c.kind, ${statusSql} AS status, c.school_id AS schoolId, c.household_id AS householdId,
    h.name AS householdName, c.payer_id AS payerId, trim(y.first_name || ' ' || y.last_name) AS payerName,
    c.invoice_id AS invoiceId, b.number AS invoiceNumber, i.number AS claimNumber, c.stage, c.amount_cents AS amountCents,
    i.balance_cents AS openCents, c.basis ->> 'sentence' AS basis, c.reason, c.created_at AS at, c.author
  FROM cost_claims c JOIN invoices i ON i.id = c.claim_id JOIN invoices b ON b.id = c.invoice_id
    JOIN households h ON h.id = c.household_id JOIN payers y ON y.id = c.payer_id`;

/** What was asked beside the bills, the newest first. */
export function listCostClaims(context: Context, { householdId, status, schoolId }: Filter): CostClaim[] {
  const { and, parameters } = withinSchools(context, 'c.school_id');
  return statement(
    context.store,
    `SELECT * FROM (${rowsSql} WHERE (@householdId IS NULL OR c.household_id = @householdId)
       AND (@schoolId IS NULL OR c.school_id = @schoolId) ${and})
     WHERE @status IS NULL OR status = @status ORDER BY costClaimId DESC`,
  ).all({
    householdId: householdId ?? null,
    schoolId: schoolId ?? null,
    status: status ?? null,
    ...parameters,
  }) as CostClaim[];
}

export function costClaimById(store: Store, costClaimId: number): CostClaim {
  const claim = statement(store, `${rowsSql} WHERE c.id = ?`).get(costClaimId) as CostClaim | undefined;
  if (!claim) throw new Problem('NOT_FOUND', 'Deze kost bestaat niet. Er is niets veranderd.');
  return claim;
}
