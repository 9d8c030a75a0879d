import type { ImportCounts, ImportKind } from '#shared/imports/contract.ts';
import { invoiceKey, type KnownInvoice } from '#shared/imports/decide-invoice.ts';
import type { KnownSchool } from '#shared/imports/find-school.ts';
import type { StoredHousehold, StoredLiability, StoredPayer, StoredPupil } from '#shared/imports/pupil-plan.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';

/** The newest import of exactly these bytes that was not undone. */
export function findEarlierImport(store: Store, fileSha256: string): { importId: number; at: string } | undefined {
  return store.sql
    .prepare(
      'SELECT id AS importId, created_at AS at FROM imports WHERE file_sha256 = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1',
    )
    .get(fileSha256) as { importId: number; at: string } | undefined;
}

/** The schools that a row can name: those of the caller. */
export function loadSchools(store: Store, schools: Schools): KnownSchool[] {
  const known = store.sql.prepare('SELECT id, name, level, payment_term_days AS paymentTermDays FROM schools').all();
  return (known as KnownSchool[]).filter(({ id }) => includesSchool(schools, id));
}

export function loadBillingGroups(store: Store): { readonly schoolId: number; readonly name: string }[] {
  return store.sql.prepare('SELECT school_id AS schoolId, name FROM billing_groups').all() as {
    schoolId: number;
    name: string;
  }[];
}

export function loadPupils(store: Store): StoredPupil[] {
  return store.sql
    .prepare(
      `SELECT pupils.id, pupils.school_id AS schoolId, household_id AS householdId, student_number AS studentNumber,
         first_name AS firstName, last_name AS lastName, birth_date AS birthDate, class_name AS className,
         left_on AS leftOn, sites.name AS site
       FROM pupils LEFT JOIN sites ON sites.id = pupils.site_id ORDER BY pupils.id`,
    )
    .all() as StoredPupil[];
}

/** Every invoice that was not withdrawn, by `invoiceKey`. */
export function loadInvoices(store: Store, schoolIds: readonly number[]): Map<string, KnownInvoice> {
  const known = new Map<string, KnownInvoice>();
  const rows = store.sql
    .prepare(
      `SELECT invoices.id, invoices.school_id AS schoolId, pupil_id AS pupilId, billing_groups.name AS billingGroup,
         iif(kind = 'credit', 'creditNote', kind) AS kind, kind = 'credit' AS isCredit, number, external_number AS externalNumber, structured_reference AS structuredReference, description,
         issue_date AS issueDate, due_date AS dueDate, balance_cents AS balanceCents
       FROM invoices JOIN billing_groups ON billing_groups.id = invoices.billing_group_id
       WHERE withdrawn_at IS NULL AND invoices.school_id IN (SELECT value FROM json_each(?))`,
    )
    .iterate(JSON.stringify(schoolIds)) as IterableIterator<
    Omit<KnownInvoice, 'bookedHereCents' | 'isCredit'> & { isCredit: number }
  >;
  const bookedHere = bookedHereCents(store);
  for (const row of rows) {
    const invoice = { ...row, isCredit: row.isCredit === 1, bookedHereCents: bookedHere.get(row.id) ?? 0 };
    known.set(invoiceKey(invoice.schoolId, invoice.number), invoice);
  }
  return known;
}

/** Per invoice what was booked here: everything that no file brought. Few, beside all postings. */
function bookedHereCents(store: Store): ReadonlyMap<number, number> {
  const rows = store.sql
    .prepare(
      `SELECT invoice_id AS id, sum(amount_cents) AS cents FROM postings INDEXED BY postings_entry
       WHERE entry_id IS NOT NULL GROUP BY invoice_id`,
    )
    .all() as { readonly id: number; readonly cents: number }[];
  return new Map(rows.map(({ id, cents }) => [id, cents]));
}

/** What was charged on an invoice, before payments: charges and credits, and their reversals. */
export function chargedCents(store: Store): (invoiceId: number) => number {
  const statement = store.sql
    .prepare(
      `SELECT coalesce(sum(p.amount_cents), 0) FROM postings p LEFT JOIN postings r ON r.id = p.reverses_id
       WHERE p.invoice_id = ? AND coalesce(r.kind, p.kind) IN ('charge', 'credit')`,
    )
    .pluck();
  return (invoiceId) => statement.get(invoiceId) as number;
}

export function loadHouseholds(store: Store): StoredHousehold[] {
  return store.sql
    .prepare('SELECT id, name FROM households WHERE merged_into_id IS NULL ORDER BY id')
    .all() as StoredHousehold[];
}

export function loadPayers(store: Store): StoredPayer[] {
  const rows = store.sql
    .prepare(
      `SELECT id, household_id AS householdId, removed_at IS NOT NULL AS removed, relation, first_name AS firstName,
         last_name AS lastName, language, email, phone, street, postal_code AS postalCode, city, country
       FROM payers ORDER BY id`,
    )
    .all() as (Omit<StoredPayer, 'removed'> & { removed: number })[];
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }));
}

/** Who owes for whom today. */
export function loadLiabilities(store: Store, today: string): StoredLiability[] {
  return store.sql
    .prepare(
      `SELECT pupil_id AS pupilId, payer_id AS payerId, kind FROM liabilities
       WHERE from_date <= @today AND (until_date IS NULL OR until_date >= @today) ORDER BY id`,
    )
    .all({ today }) as StoredLiability[];
}

export type ImportRecord = {
  readonly id: number;
  readonly schoolId: number | null;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly counts: ImportCounts;
  readonly author: string;
  readonly createdAt: string;
  readonly undoneAt: string | null;
};

const importColumns = `id, school_id AS schoolId, kind, file_name AS fileName, counts, author, created_at AS createdAt,
  undone_at AS undoneAt`;

type KeptImport = Omit<ImportRecord, 'counts'> & { readonly counts: string };

function toImport(row: KeptImport): ImportRecord {
  return { ...row, counts: JSON.parse(row.counts) as ImportCounts };
}

export function findImport(store: Store, importId: number): ImportRecord | undefined {
  const row = store.sql.prepare(`SELECT ${importColumns} FROM imports WHERE id = ?`).get(importId) as
    | KeptImport
    | undefined;
  return row && toImport(row);
}

/** The imports, newest first. */
export function listImportRecords(store: Store, limit: number): ImportRecord[] {
  const rows = store.sql
    .prepare(`SELECT ${importColumns} FROM imports ORDER BY id DESC LIMIT ?`)
    .all(limit) as KeptImport[];
  return rows.map(toImport);
}

export type OpenImportedInvoice = {
  readonly invoiceId: number;
  readonly schoolId: number;
  readonly billingGroup: string;
  readonly number: string;
  readonly pupilName: string;
  readonly dueDate: string;
  readonly openCents: number;
};

/** Open invoices of these schools that an import brought. */
export function listOpenImported(store: Store, schoolIds: readonly number[]): OpenImportedInvoice[] {
  return store.sql
    .prepare(
      `SELECT invoices.id AS invoiceId, invoices.school_id AS schoolId, billing_groups.name AS billingGroup, number,
         pupils.last_name || ', ' || pupils.first_name AS pupilName, due_date AS dueDate, balance_cents AS openCents
       FROM invoices JOIN billing_groups ON billing_groups.id = invoices.billing_group_id
         JOIN pupils ON pupils.id = invoices.pupil_id
       WHERE balance_cents <> 0 AND withdrawn_at IS NULL AND invoices.import_id IS NOT NULL
         AND invoices.school_id IN (SELECT value FROM json_each(?))
       ORDER BY due_date, invoices.id`,
    )
    .all(JSON.stringify(schoolIds)) as OpenImportedInvoice[];
}
