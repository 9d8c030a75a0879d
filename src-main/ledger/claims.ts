import type { Claim } from '#shared/ledger/claim.ts';
import type { Liability } from '#shared/people/contract.ts';
import { type Attributed, sumPerPayer } from '#shared/people/owed-share.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { isInForce } from './sql.ts';

type ClaimRow = Omit<Claim, 'liabilities' | 'attributed'> & {
  readonly liabilities: string;
  readonly attributed: string | null;
};

const columns = `i.id AS invoiceId, i.school_id AS schoolId, p.household_id AS householdId, i.pupil_id AS pupilId, i.kind, i.number,
  trim(p.first_name || ' ' || p.last_name) AS pupilName, i.balance_cents AS openCents, i.issue_date AS issueDate,
  i.due_date AS dueDate, i.payer_id AS payerId,
  (SELECT json_group_array(json_object('payerId', l.payer_id, 'kind', l.kind, 'shareBp', l.share_bp) ORDER BY l.payer_id)
    FROM liabilities l WHERE l.pupil_id = i.pupil_id AND ${isInForce}) AS liabilities,
  ${attributedJson('i')} AS attributed`;

/** What stands on the own share of payers of an invoice, as JSON for `attributedOf`; null: nothing, as nearly always. */
export function attributedJson(invoice: string): string {
  return `CASE WHEN ${invoice}.attributed_cents <> 0 THEN (
    SELECT json_group_array(json_array(a.payer_id, a.amount_cents)) FROM postings a
    WHERE a.invoice_id = ${invoice}.id AND a.payer_id IS NOT NULL) END`;
}

/** Adds the postings of `attributedJson` up per payer. */
export function attributedOf(json: string | null): Attributed {
  return sumPerPayer(JSON.parse(json ?? '[]') as [number, number][]);
}

function toClaim({ liabilities, attributed, ...row }: ClaimRow): Claim {
  return { ...row, liabilities: JSON.parse(liabilities) as Liability[], attributed: attributedOf(attributed) };
}

/** What stands open, above or below zero, of a household; of one school when it is given. Oldest due date first. */
export function openClaimsOf(store: Store, householdId: number, schoolId?: number): Claim[] {
  return store.sql
    .prepare<[object], ClaimRow>(
      `SELECT ${columns} FROM pupils p CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = p.id
       WHERE p.household_id = @householdId AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL
         AND (@schoolId IS NULL OR i.school_id = @schoolId)
       ORDER BY i.due_date, i.issue_date, i.id`,
    )
    .all({ householdId, schoolId: schoolId ?? null })
    .map(toClaim);
}

/** These claims, whatever they stand at; those that do not exist or were withdrawn are left out. */
export function claimsById(store: Store, invoiceIds: readonly number[]): Map<number, Claim> {
  const rows = statement(
    store,
    `SELECT ${columns} FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN pupils p ON p.id = i.pupil_id
       WHERE i.withdrawn_at IS NULL`,
  ).all(JSON.stringify(invoiceIds)) as ClaimRow[];
  return new Map(rows.map((row) => [row.invoiceId, toClaim(row)]));
}
