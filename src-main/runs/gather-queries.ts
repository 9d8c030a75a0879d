import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { PendingDelivery, SentEvent } from '#shared/dunning/decision.ts';
import { attributedJson } from '#main/ledger/claims.ts';
import { isOpen } from '#main/ledger/sql.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Which open bills: of these schools; of these households only, when they are given. */
export type Reach = { readonly schoolIds: Schools; readonly householdIds?: readonly number[] | undefined };

/** Rows as plain lists: never read as objects, which is half the work for a hundred thousand of them. */
export type OpenItemRow = readonly [
  invoiceId: number,
  householdId: number,
  schoolId: number,
  pupilId: number,
  openCents: number,
  issueDate: PlainDate,
  dueDate: PlainDate,
  creditOfPayerId: number | null,
  /** As `attributedOf` reads it; null: nothing stands on anybody's own share. */
  attributed: string | null,
  kind: 'invoice' | 'creditNote' | 'credit',
  number: string,
  billingGroupId: number,
  /** The day on which the pupil left. */
  pupilLeftOn: PlainDate | null,
];

const itemColumns = `i.id, p.household_id, i.school_id, i.pupil_id, i.balance_cents, i.issue_date, i.due_date, i.payer_id,
  ${attributedJson('i')}, i.kind, i.number, i.billing_group_id, p.left_on`;

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
  return statement(store, `SELECT ${itemColumns} ${from} ${where}`)
    .raw()
    .all({
      ...(schools === null ? {} : { schools }),
      ...(householdIds === undefined ? {} : { households: JSON.stringify(householdIds) }),
    }) as OpenItemRow[];
}

export type LiabilityRow = readonly [
  pupilId: number,
  payerId: number,
  kind: 'joint' | 'split',
  shareBp: number,
  fromDate: PlainDate,
  untilDate: PlainDate | null,
];

/** Who owes for these pupils, and when. */
export function liabilityRows(store: Store, pupilIds: readonly number[]): LiabilityRow[] {
  return statement(
    store,
    `SELECT l.pupil_id, l.payer_id, l.kind, l.share_bp, l.from_date, l.until_date
     FROM json_each(?) k CROSS JOIN liabilities l ON l.pupil_id = k.value`,
  )
    .raw()
    .all(JSON.stringify(pupilIds)) as LiabilityRow[];
}

/** What was sent for bills that are still open, less what was taken back. */
export function sentEventRows(store: Store, invoiceIds: readonly number[]): SentEvent[] {
  const rows = statement(
    store,
    `SELECT e.invoice_id, e.payer_id, e.stage, e.on_date, e.term_last_day, p.procedure_id
     FROM json_each(?) k CROSS JOIN stage_events e ON e.invoice_id = k.value
       CROSS JOIN procedure_versions p ON p.id = e.procedure_version_id
     WHERE e.voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)`,
  )
    .raw()
    .all(JSON.stringify(invoiceIds)) as [number, number, number, PlainDate, PlainDate | null, number][];
  return rows.map(([invoiceId, payerId, stage, sentOn, termLastDay, procedureId]) => ({
    invoiceId,
    payerId,
    stage,
    sentOn,
    termLastDay,
    voided: false,
    procedureId,
  }));
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

export type PayerRow = readonly [
  payerId: number,
  householdId: number,
  name: string,
  isRemoved: 0 | 1,
  thirdPartyPayerId: number | null,
  /** Street, postal code and city are filled in; of anybody else the whole address decides. */
  hasAddress: 0 | 1,
];

export function payerRows(store: Store, payerIds: readonly number[]): PayerRow[] {
  return statement(
    store,
    `SELECT p.id, p.household_id, trim(p.first_name || ' ' || p.last_name), p.removed_at IS NOT NULL, p.third_party_payer_id,
       p.third_party_payer_id IS NULL AND trim(p.street) <> '' AND trim(p.postal_code) <> '' AND trim(p.city) <> ''
     FROM json_each(?) k CROSS JOIN payers p ON p.id = k.value`,
  )
    .raw()
    .all(JSON.stringify(payerIds)) as PayerRow[];
}

/** Everybody in these households. */
export function payerIdsOf(store: Store, householdIds: readonly number[]): number[] {
  return statement(store, 'SELECT p.id FROM json_each(?) k CROSS JOIN payers p ON p.household_id = k.value')
    .pluck()
    .all(JSON.stringify(householdIds)) as number[];
}
