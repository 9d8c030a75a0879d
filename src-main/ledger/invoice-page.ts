import { daysBetween } from '#shared/calendar/plain-date.ts';
import { Problem } from '#shared/api/problem.ts';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import type { Claim } from '#shared/ledger/claim.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import type { Context } from '#main/api/context.ts';
import { payerNames } from '#main/people/payer-rows.ts';
import type { Store } from '#main/store/store.ts';
import { claimsById } from './claims.ts';
import { entriesOfClaim } from './entries-of-claim.ts';
import { arrearsRows } from './obligations.ts';
import { pendingOf } from './pending.ts';
import { listPostings } from './postings.ts';
import { sumOfKinds } from './sql.ts';

type Owed = InvoicePage['owed'][number];
type Head = Omit<
  InvoicePage,
  'overdueDays' | 'paidCents' | 'owed' | 'postings' | 'entries' | 'related' | 'arrears' | 'pending'
>;

const headSql = `
  SELECT i.id AS invoiceId, i.number, i.kind, i.structured_reference AS structuredReference, i.school_id AS schoolId,
    s.name AS schoolName, h.id AS householdId, h.name AS householdName, u.id AS pupilId,
    trim(u.first_name || ' ' || u.last_name) AS pupilName, g.name AS billingGroup, i.description, i.school_year AS schoolYear,
    i.issue_date AS issueDate, i.due_date AS dueDate, ${sumOfKinds('charges')} AS totalCents, i.balance_cents AS openCents,
    -${sumOfKinds('writeOff')} AS writtenOffCents, -${sumOfKinds('remission')} AS remittedCents
  FROM invoices i JOIN schools s ON s.id = i.school_id JOIN pupils u ON u.id = i.pupil_id
  JOIN households h ON h.id = u.household_id JOIN billing_groups g ON g.id = i.billing_group_id
  WHERE i.id = ? AND i.withdrawn_at IS NULL`;

/** Everything about one claim: where it stands, who owes it, and each movement that brought it there. */
export function readInvoicePage(context: Context, invoiceId: number): InvoicePage {
  const { store, clock } = context;
  const head = store.sql.prepare<[number], Head>(headSql).get(invoiceId);
  const claim = claimsById(store, [invoiceId]).get(invoiceId);
  if (!head || !claim) throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. Zoek ze opnieuw.');
  return {
    ...head,
    overdueDays: daysBetween(head.dueDate, clock.today()),
    // What was given up is not paid.
    paidCents: head.totalCents - head.openCents - head.writtenOffCents - head.remittedCents,
    owed: owedRows(store, claim),
    postings: listPostings(context, { of: { invoiceId }, offset: 0, limit: 100_000 }).rows,
    entries: entriesOfClaim(store, invoiceId),
    related: relatedRows(store, invoiceId),
    arrears: arrearsRows(store, claim),
    pending: pendingOf(context, { invoiceId }),
  };
}

function owedRows(store: Store, claim: Claim): Owed[] {
  const shares =
    claim.payerId === null
      ? owedShares(claim.openCents, claim.liabilities, claim.attributed)
      : new Map([[claim.payerId, claim.openCents]]);
  const names = payerNames(store, [...shares.keys()]);
  return [...shares].map(([payerId, openCents]): Owed => {
    const liability = claim.liabilities.find((one) => one.payerId === payerId);
    return {
      payerId,
      payerName: names.get(payerId) ?? '',
      kind: liability?.kind ?? 'joint',
      shareBp: liability?.shareBp ?? 10_000,
      openCents,
    };
  });
}

function relatedRows(store: Store, invoiceId: number): InvoicePage['related'] {
  return store.sql
    .prepare<[object], InvoicePage['related'][number]>(
      `SELECT r.id AS relatedClaimId, i.id AS invoiceId, i.number, trim(u.first_name || ' ' || u.last_name) AS pupilName,
         i.balance_cents AS openCents, r.reason
       FROM (
         SELECT id, related_invoice_id AS other, reason FROM related_claims WHERE invoice_id = @invoiceId AND removed_at IS NULL
         UNION ALL
         SELECT id, invoice_id, reason FROM related_claims WHERE related_invoice_id = @invoiceId AND removed_at IS NULL
       ) r JOIN invoices i ON i.id = r.other JOIN pupils u ON u.id = i.pupil_id
       WHERE i.withdrawn_at IS NULL ORDER BY i.due_date, i.id`,
    )
    .all({ invoiceId });
}
