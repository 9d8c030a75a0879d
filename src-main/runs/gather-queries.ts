import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { PlanLiability } from '#shared/correspondence/plan-input.ts';
import type { DecisionPayer, PendingDelivery, SentEvent } from '#shared/dunning/decision.ts';
import { attributedJson } from '#main/ledger/claims.ts';
import { isOpen } from '#main/ledger/sql.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Which open bills: of these schools; of these households only, when they are given. */
export type Reach = { readonly schoolIds: Schools; readonly householdIds?: readonly number[] | undefined };

export type OpenItemRow = {
  readonly invoiceId: number;
  readonly number: string;
  readonly kind: 'invoice' | 'creditNote' | 'credit';
  readonly schoolId: number;
  readonly billingGroupId: number;
  readonly householdId: number;
  readonly pupilId: number;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly openCents: number;
  readonly creditOfPayerId: number | null;
  /** As `attributedOf` reads it; null: nothing stands on anybody's own share. */
  readonly attributed: string | null;
  /** The day on which the pupil left. */
  readonly pupilLeftOn: PlainDate | null;
};

const itemColumns = `i.id AS invoiceId, i.number, i.kind, i.school_id AS schoolId, i.billing_group_id AS billingGroupId,
  p.household_id AS householdId, i.pupil_id AS pupilId, i.issue_date AS issueDate, i.due_date AS dueDate,
  i.balance_cents AS openCents, i.payer_id AS creditOfPayerId, ${attributedJson('i')} AS attributed, p.left_on AS pupilLeftOn`;

/** A credit stands below zero; above it, it was used for more than there was and is no bill. */
const isItem = `${isOpen} AND NOT (i.kind = 'credit' AND i.balance_cents > 0)`;

/** A credit counts wherever it stands, so that a family with money at another school of the board is recognised. */
const atSchools = '(i.school_id IN (SELECT value FROM json_each(@schools)) OR i.balance_cents < 0)';

/** What is open at these schools, and the credits of everybody at the others. */
export function openItemRows(store: Store, { schoolIds, householdIds }: Reach): OpenItemRow[] {
  const schools = schoolsParameter(schoolIds);
  const where = `WHERE ${isItem} ${schools === null ? '' : `AND ${atSchools}`}`;
  const from =
    householdIds === undefined
      ? 'FROM invoices i CROSS JOIN pupils p ON p.id = i.pupil_id'
      : `FROM json_each(@households) k CROSS JOIN pupils p ON p.household_id = k.value
         CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = p.id`;
  return statement(store, `SELECT ${itemColumns} ${from} ${where}`).all({
    ...(schools === null ? {} : { schools }),
    ...(householdIds === undefined ? {} : { households: JSON.stringify(householdIds) }),
  }) as OpenItemRow[];
}

/** Who owes for these pupils, and when; in the order of the pupils. */
export function liabilityRows(store: Store, pupilIds: readonly number[]): PlanLiability[] {
  return statement(
    store,
    `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.share_bp AS shareBp, l.from_date AS fromDate,
       l.until_date AS untilDate
     FROM json_each(?) k CROSS JOIN liabilities l ON l.pupil_id = k.value`,
  ).all(JSON.stringify(pupilIds)) as PlanLiability[];
}

/** What was sent for bills that are still open, less what was taken back. */
export function sentEventRows(store: Store, invoiceIds: readonly number[]): SentEvent[] {
  const rows = statement(
    store,
    `SELECT e.invoice_id AS invoiceId, e.payer_id AS payerId, e.stage, e.on_date AS sentOn, e.term_last_day AS termLastDay,
       p.procedure_id AS procedureId
     FROM json_each(?) k CROSS JOIN stage_events e ON e.invoice_id = k.value
       CROSS JOIN procedure_versions p ON p.id = e.procedure_version_id
     WHERE e.voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)`,
  ).all(JSON.stringify(invoiceIds)) as Omit<SentEvent, 'voided'>[];
  return rows.map((row) => ({ ...row, voided: false }));
}

/** Cost claims of our own that are not paid or given up: who owes them. */
export function costClaimRows(store: Store): { claimId: number; payerId: number }[] {
  return statement(
    store,
    `SELECT claim_id AS claimId, payer_id AS payerId FROM cost_claims WHERE status = 'open'`,
  ).all() as { claimId: number; payerId: number }[];
}

/** Bills in the hands of a lawyer, bailiff or collector, and for which payer. */
export function handedOverRows(store: Store): { invoiceId: number; payerId: number }[] {
  return statement(
    store,
    `SELECT t.invoice_id AS invoiceId, o.payer_id AS payerId FROM hand_overs o
       JOIN hand_over_items t ON t.hand_over_id = o.id WHERE o.taken_back_on IS NULL`,
  ).all() as { invoiceId: number; payerId: number }[];
}

/** Messages that wait, failed or nobody knows of, and calls and talks that are not done; not those of one run. */
export function pendingRows(store: Store, schoolIds: Schools, ownRunId: number | undefined): PendingDelivery[] {
  const schools = schoolsParameter(schoolIds);
  return statement(
    store,
    `SELECT mp.payer_id AS payerId, mp.school_id AS schoolId,
       CASE m.status WHEN 'uncertain' THEN 'uncertain' WHEN 'failed' THEN 'failed' ELSE 'waiting' END AS status
     FROM messages m CROSS JOIN batches b ON b.id = m.batch_id CROSS JOIN message_payers mp ON mp.message_id = m.id
     WHERE m.status IN ('reserved', 'sending', 'failed', 'uncertain') AND b.run_id IS NOT @ownRunId
       AND (@schools IS NULL OR mp.school_id IN (SELECT value FROM json_each(@schools)))
     UNION ALL
     SELECT t.payer_id, t.school_id, 'task' FROM tasks t
     WHERE t.done_at IS NULL AND t.cancelled_at IS NULL AND t.payer_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM run_proposals r WHERE r.run_id = @ownRunId AND r.task_id = t.id)
       AND (@schools IS NULL OR t.school_id IN (SELECT value FROM json_each(@schools)))`,
  ).all({ schools, ownRunId: ownRunId ?? 0 }) as PendingDelivery[];
}

/** The newest statement of each school's accounts, and the lines that wait for a person. */
export function bankRows(
  store: Store,
  schoolIds: Schools,
): { schoolId: number; newestStatementOn: PlainDate | null; openLines: number }[] {
  const schools = schoolsParameter(schoolIds);
  return statement(
    store,
    `SELECT s.id AS schoolId,
       (SELECT max(t.closing_date) FROM bank_accounts a CROSS JOIN bank_statements t ON t.bank_account_id = a.id
        WHERE a.school_id = s.id AND t.undone_at IS NULL) AS newestStatementOn,
       (SELECT count(*) FROM bank_transactions x WHERE x.school_id = s.id AND x.status = 'open') AS openLines
     FROM schools s WHERE @schools IS NULL OR s.id IN (SELECT value FROM json_each(@schools)) ORDER BY s.id`,
  ).all({ schools }) as { schoolId: number; newestStatementOn: PlainDate | null; openLines: number }[];
}

export type PayerRow = Pick<DecisionPayer, 'payerId' | 'householdId' | 'name' | 'thirdPartyPayerId'> & {
  readonly isRemoved: 0 | 1;
  /** Street, postal code and city are filled in; of anybody else the whole address decides. */
  readonly hasAddress: 0 | 1;
};

export function payerRows(store: Store, payerIds: readonly number[]): PayerRow[] {
  return statement(
    store,
    `SELECT p.id AS payerId, p.household_id AS householdId, trim(p.first_name || ' ' || p.last_name) AS name,
       p.removed_at IS NOT NULL AS isRemoved, p.third_party_payer_id AS thirdPartyPayerId,
       p.third_party_payer_id IS NULL AND trim(p.street) <> '' AND trim(p.postal_code) <> '' AND trim(p.city) <> '' AS hasAddress
     FROM json_each(?) k CROSS JOIN payers p ON p.id = k.value`,
  ).all(JSON.stringify(payerIds)) as PayerRow[];
}
