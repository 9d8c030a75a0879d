import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Selection } from '#shared/correspondence/contract.ts';
import type { SenderFacts, ThirdPartyFacts } from '#shared/correspondence/message-facts.ts';
import type {
  PlanInvoice,
  PlanLiability,
  PlanPayer,
  PlanPupil,
  RecentContact,
} from '#shared/correspondence/plan-input.ts';
import { attributedJson, attributedOf } from '#main/ledger/claims.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import { isActiveHold, isHeld } from '#main/holds/held-sql.ts';
import { separatedHouseholds } from '#main/people/separated-households.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Ids travel as one JSON array, so that one statement serves one household and ten thousand. */
function rowsFor<Row>(
  store: Store,
  sql: string,
  ids: readonly number[],
  others: Readonly<Record<string, string>> = {},
): Row[] {
  return statement(store, sql).all({ ids: JSON.stringify(ids), ...others }) as Row[];
}

const pupilsByRows: Readonly<Record<Selection['grouping'] | 'uniqueHousehold', string>> = {
  invoice: 'SELECT DISTINCT pupil_id AS id FROM invoices WHERE id IN (SELECT value FROM json_each(@ids))',
  pupil: 'SELECT id FROM pupils WHERE id IN (SELECT value FROM json_each(@ids))',
  household: 'SELECT id FROM pupils WHERE household_id IN (SELECT value FROM json_each(@ids))',
  payer: `WITH chosen AS (SELECT value AS id FROM json_each(@ids))
    SELECT pupils.id FROM pupils JOIN payers ON payers.household_id = pupils.household_id
    WHERE payers.id IN (SELECT id FROM chosen)
    UNION SELECT pupil_id FROM liabilities WHERE payer_id IN (SELECT id FROM chosen)`,
  uniqueHousehold: `SELECT id FROM pupils WHERE household_id IN (
    SELECT p.household_id FROM invoices i JOIN pupils p ON p.id = i.pupil_id
    WHERE i.id IN (SELECT value FROM json_each(@ids)))`,
};

export function selectedPupils(store: Store, { grouping, unique, keys }: Selection): number[] {
  const rows = grouping === 'invoice' && unique === 'household' ? 'uniqueHousehold' : grouping;
  return rowsFor<{ id: number }>(store, pupilsByRows[rows], keys).map((row) => row.id);
}

export function householdsOfPupils(store: Store, pupilIds: readonly number[]): number[] {
  return rowsFor<{ id: number }>(
    store,
    'SELECT DISTINCT household_id AS id FROM pupils WHERE id IN (SELECT value FROM json_each(@ids))',
    pupilIds,
  ).map((row) => row.id);
}

export function householdNames(store: Store, ids: readonly number[]): { householdId: number; name: string }[] {
  return rowsFor(
    store,
    'SELECT id AS householdId, name FROM households WHERE id IN (SELECT value FROM json_each(@ids))',
    ids,
  );
}

/** Those at these schools. */
export function pupilsOfHouseholds(store: Store, householdIds: readonly number[], schools: Schools): PlanPupil[] {
  const rows = rowsFor<PlanPupil>(
    store,
    `SELECT id AS pupilId, household_id AS householdId, school_id AS schoolId, first_name AS firstName, last_name AS lastName, class_name AS className
     FROM pupils WHERE household_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
    householdIds,
  );
  return schools === 'all' ? rows : rows.filter(({ schoolId }) => includesSchool(schools, schoolId));
}

export function liabilitiesOfPupils(store: Store, pupilIds: readonly number[]): PlanLiability[] {
  return rowsFor(
    store,
    `SELECT pupil_id AS pupilId, payer_id AS payerId, kind, share_bp AS shareBp, from_date AS fromDate, until_date AS untilDate
     FROM liabilities WHERE pupil_id IN (SELECT value FROM json_each(@ids)) ORDER BY id`,
    pupilIds,
  );
}

/** The payers of the households and every other payer who is liable, those taken away included. */
export function payersOf(store: Store, householdIds: readonly number[], liable: readonly number[]): PlanPayer[] {
  const rows = rowsFor<
    Omit<PlanPayer, 'removed' | 'emailBounced'> & { removedAt: string | null; bouncedAt: string | null }
  >(
    store,
    `SELECT id AS payerId, household_id AS householdId, relation, salutation, first_name AS firstName,
       last_name AS lastName, language, email, email_bounced_at AS bouncedAt, channel, street,
       postal_code AS postalCode, city, country, third_party_payer_id AS thirdPartyPayerId, removed_at AS removedAt
     FROM payers WHERE household_id IN (SELECT value FROM json_each(@ids)) OR id IN (SELECT value FROM json_each(@liable))
     ORDER BY id`,
    householdIds,
    { liable: JSON.stringify(liable) },
  );
  const separated = separatedHouseholds(store);
  return rows.map(({ removedAt, bouncedAt, ...payer }) => ({
    ...payer,
    removed: removedAt !== null,
    emailBounced: bouncedAt !== null,
    ...(separated.has(payer.householdId) ? { ownLetters: true } : {}),
  }));
}

/** Those of them who are held by name today. */
export function heldPayerIds(store: Store, payerIds: readonly number[], today: PlainDate): ReadonlySet<number> {
  const rows = rowsFor<{ id: number }>(
    store,
    `SELECT k.value AS id FROM json_each(@ids) k
     WHERE EXISTS (SELECT 1 FROM holds x WHERE x.payer_id = k.value AND ${isActiveHold})`,
    payerIds,
    { today },
  );
  return new Set(rows.map(({ id }) => id));
}

export function thirdPartiesById(store: Store, ids: readonly number[]): ThirdPartyFacts[] {
  return rowsFor(
    store,
    `SELECT id AS thirdPartyPayerId, name, contact_name AS contactName, language, email, channel, street,
       postal_code AS postalCode, city, country
     FROM third_party_payers WHERE id IN (SELECT value FROM json_each(@ids))`,
    ids,
  );
}

/** Open invoices and credits; a hold that cannot be read counts as a hold. A credit is never asked, whatever stands on it. */
export function openInvoicesOf(store: Store, pupilIds: readonly number[], today: PlainDate): PlanInvoice[] {
  const rows = rowsFor<Omit<PlanInvoice, 'held' | 'attributed'> & { held: 0 | 1; attributed: string | null }>(
    store,
    `SELECT i.id AS invoiceId, i.school_id AS schoolId, i.pupil_id AS pupilId, i.number, g.name AS billingGroup,
       i.issue_date AS issueDate, i.due_date AS dueDate, i.balance_cents AS openCents,
       i.structured_reference AS structuredReference, i.payer_id AS creditOfPayerId, ${attributedJson('i')} AS attributed,
       ${isHeld} AS held
     FROM invoices i JOIN billing_groups g ON g.id = i.billing_group_id
     WHERE i.pupil_id IN (SELECT value FROM json_each(@ids)) AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL
       AND NOT (i.kind = 'credit' AND i.balance_cents > 0)
     ORDER BY i.id`,
    pupilIds,
    { today },
  );
  return rows.map((row) => ({ ...row, attributed: attributedOf(row.attributed), held: row.held === 1 }));
}

export function schoolsById(store: Store, ids: readonly number[]): SenderFacts[] {
  return rowsFor(
    store,
    `SELECT id AS schoolId, name, board_name AS boardName, level, enterprise_number AS enterpriseNumber, iban, bic,
       account_holder AS accountHolder, street, postal_code AS postalCode, city, 'BE' AS country, phone, email,
       contact_name AS contactName, contact_phone AS contactPhone, contact_email AS contactEmail,
       payment_term_days AS paymentTermDays, address_window AS addressWindow
     FROM schools WHERE id IN (SELECT value FROM json_each(@ids))`,
    ids,
  );
}

/** Messages since a date, and those that wait or are uncertain, whatever their age. */
export function recentContactsOf(store: Store, payerIds: readonly number[], since: PlainDate): RecentContact[] {
  return rowsFor(
    store,
    `SELECT message_payers.payer_id AS payerId, messages.school_id AS schoolId,
       substr(coalesce(finished_at, reserved_at), 1, 10) AS date,
       CASE status WHEN 'sent' THEN 'sent' WHEN 'uncertain' THEN 'uncertain' ELSE 'waiting' END AS status
     FROM message_payers JOIN messages ON messages.id = message_payers.message_id
     WHERE message_payers.payer_id IN (SELECT value FROM json_each(@ids))
       AND (status IN ('reserved', 'sending', 'uncertain') OR (status = 'sent' AND finished_at >= @since))`,
    payerIds,
    { since },
  );
}

/** The school of the first pupil, for a preview of a household that owes nothing; 0 when there is no pupil. */
export function schoolOfHousehold(store: Store, householdId: number): number {
  const found = statement(
    store,
    'SELECT school_id AS id FROM pupils WHERE household_id = ? ORDER BY left_on IS NOT NULL, id',
  ).get(householdId) as { id: number } | undefined;
  return found?.id ?? 0;
}
