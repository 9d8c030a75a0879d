import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import type { liabilities } from '#main/store/schema/people.ts';
import type { Store } from '#main/store/store.ts';
import { attributedJson } from '#main/ledger/claims.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { shownHoldJson } from '#main/holds/held-sql.ts';
import { sumOfKinds } from '#main/ledger/sql.ts';
import { familyOfHousehold } from './household.ts';
import type { DossierDocument } from './documents.ts';
import type { NextStep } from './next-steps.ts';

export type PupilRow = Omit<HouseholdPage['pupils'][number], 'liabilities'>;
export type PayerRow = PayerDetails & {
  readonly payerId: number;
  readonly emailBouncedAt: string | null;
  readonly thirdPartyPayerName: string | null;
};
export type LiabilityRow = Readonly<Omit<typeof liabilities.$inferSelect, 'id' | 'schoolId'>>;
export type InvoiceRow = Omit<HouseholdPage['invoices'][number], 'overdueDays' | 'hold' | 'paidCents'> & {
  /** Written off and remitted: no longer open, and not paid. */
  readonly givenUpCents: number;
  /** JSON of what payers paid on a share of their own; null: nothing. */
  readonly attributed: string | null;
  /** JSON; null: not held. */
  readonly hold: string | null;
};

export function pupilRows(store: Store, householdId: number): PupilRow[] {
  return store.sql
    .prepare<[number], PupilRow>(
      `SELECT u.id AS pupilId, u.school_id AS schoolId, s.name AS schoolName, t.name AS siteName,
         u.first_name AS firstName, u.last_name AS lastName, u.class_name AS className,
         u.student_number AS studentNumber, u.birth_date AS birthDate, u.left_on AS leftOn, n.body AS infoNote
       FROM pupils u JOIN schools s ON s.id = u.school_id LEFT JOIN sites t ON t.id = u.site_id
       LEFT JOIN info_notes n ON n.pupil_id = u.id
       WHERE u.household_id = ? ORDER BY u.birth_date, u.first_name, u.id`,
    )
    .all(householdId);
}

export function payerRows(store: Store, householdId: number): PayerRow[] {
  return store.sql
    .prepare<[number], PayerRow>(
      `SELECT p.id AS payerId, p.relation, p.first_name AS firstName, p.last_name AS lastName, p.language,
         p.salutation, p.email, p.email_bounced_at AS emailBouncedAt, p.phone, p.channel, p.street,
         p.postal_code AS postalCode, p.city, p.country, p.third_party_payer_id AS thirdPartyPayerId,
         t.name AS thirdPartyPayerName
       FROM payers p LEFT JOIN third_party_payers t ON t.id = p.third_party_payer_id
       WHERE p.household_id = ? AND p.removed_at IS NULL ORDER BY p.id`,
    )
    .all(householdId);
}

/** Of every pupil of the household, all periods. */
export function liabilityRows(store: Store, householdId: number): LiabilityRow[] {
  return store.sql
    .prepare<[number], LiabilityRow>(
      `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.share_bp AS shareBp, l.from_date AS fromDate,
         l.until_date AS untilDate
       FROM liabilities l JOIN pupils u ON u.id = l.pupil_id WHERE u.household_id = ? ORDER BY l.pupil_id, l.payer_id`,
    )
    .all(householdId);
}

/** Invoices that are not withdrawn, the oldest due date first; those at zero only when asked for. */
export function invoiceRows(
  store: Store,
  householdId: number,
  today: string,
  withClosed: boolean,
  schools: Schools,
): InvoiceRow[] {
  return store.sql
    .prepare<[object], InvoiceRow>(
      `SELECT i.id AS invoiceId, i.number, i.kind, i.structured_reference AS structuredReference,
         s.name AS schoolName, u.id AS pupilId, trim(u.first_name || ' ' || u.last_name) AS pupilName,
         b.name AS billingGroup, i.description, i.school_year AS schoolYear, i.issue_date AS issueDate,
         i.due_date AS dueDate, i.balance_cents AS openCents,
         ${sumOfKinds('charges')} AS totalCents, -${sumOfKinds('writeOff')} - ${sumOfKinds('remission')} AS givenUpCents,
         ${attributedJson('i')} AS attributed,
         ${shownHoldJson} AS hold
       FROM pupils u JOIN invoices i ON i.pupil_id = u.id JOIN schools s ON s.id = i.school_id
       JOIN billing_groups b ON b.id = i.billing_group_id
       WHERE u.household_id = @householdId AND i.withdrawn_at IS NULL AND (@withClosed = 1 OR i.balance_cents <> 0)
         AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
       ORDER BY i.due_date, i.id`,
    )
    .all({ householdId, today, withClosed: withClosed ? 1 : 0, schools: schoolsParameter(schools) });
}

export function countClosedInvoices(store: Store, householdId: number, schools: Schools): number {
  return store.sql
    .prepare(
      `SELECT count(*) FROM pupils u JOIN invoices i ON i.pupil_id = u.id
       WHERE u.household_id = @householdId AND i.withdrawn_at IS NULL AND i.balance_cents = 0
         AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))`,
    )
    .pluck()
    .get({ householdId, schools: schoolsParameter(schools) }) as number;
}

export function openNextSteps(store: Store, householdId: number): NextStep[] {
  return store.sql
    .prepare<[number], NextStep>(
      `SELECT id AS nextStepId, what, due_date AS dueDate, author FROM next_steps
       WHERE household_id = ? AND done_at IS NULL ORDER BY due_date, id`,
    )
    .all(householdId);
}

export function documentRows(store: Store, householdId: number): DossierDocument[] {
  return store.sql
    .prepare<[number], DossierDocument>(
      `SELECT id AS documentId, file_name AS fileName, media_type AS mediaType, byte_count AS byteCount, author,
         created_at AS at
       FROM documents WHERE household_id = ? AND removed_at IS NULL ORDER BY created_at DESC, id DESC`,
    )
    .all(householdId);
}

/** The last message that left, call or talk; also from before a merge. */
export function lastContact(store: Store, householdId: number): HouseholdPage['lastContact'] {
  return (
    store.sql
      .prepare<[object], NonNullable<HouseholdPage['lastContact']>>(
        `WITH RECURSIVE ${familyOfHousehold}
         SELECT finished_at AS at, channel FROM messages
         WHERE household_id IN (SELECT id FROM family) AND status = 'sent'
         UNION ALL
         SELECT m.finished_at, m.channel FROM payers p JOIN message_payers mp ON mp.payer_id = p.id
         JOIN messages m ON m.id = mp.message_id AND m.status = 'sent' WHERE p.household_id = @householdId
         UNION ALL
         SELECT created_at, kind FROM notes WHERE household_id = @householdId AND kind IN ('call', 'talk')
         ORDER BY at DESC LIMIT 1`,
      )
      .get({ householdId }) ?? null
  );
}
