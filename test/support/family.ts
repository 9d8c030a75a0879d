import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import type { Store } from '#main/store/store.ts';

/** A family as a test names it; what is left out gets an ordinary value. */
export type Family = {
  readonly name: string;
  readonly payers?: readonly FamilyPayer[];
  readonly pupils?: readonly FamilyPupil[];
};

export type FamilyPayer = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: 'nl' | 'fr' | 'en';
  readonly channel?: 'email' | 'letter';
};

export type FamilyPupil = {
  readonly firstName: string;
  readonly lastName: string;
  readonly className?: string;
  readonly schoolId?: number;
  /** Basis points per payer of the family, in order; left out: everyone jointly liable. */
  readonly shares?: readonly number[];
  readonly invoices?: readonly FamilyInvoice[];
};

export type FamilyInvoice = {
  readonly number: string;
  /** Negative: a credit note. */
  readonly amountCents: number;
  readonly paidCents?: number;
  readonly issueDate?: string;
  readonly dueDate?: string;
  readonly structuredReference?: string;
};

export type FamilyIds = {
  readonly householdId: number;
  readonly payerIds: readonly number[];
  readonly pupilIds: readonly number[];
  /** Of all pupils, in order. */
  readonly invoiceIds: readonly number[];
};

const createdAt = '2026-09-01T08:00:00.000Z';

export function addSchool(store: Store, name = 'Basisschool De Wilg'): number {
  const schoolId = insert(store, 'schools', {
    name,
    level: 'primary',
    iban: 'BE68539007547034',
    created_at: createdAt,
  });
  insert(store, 'billing_groups', { school_id: schoolId, name: 'maandrekening' });
  return schoolId;
}

/** Puts a family in the store as an import would: payers liable for every pupil, invoices with their postings. */
export function addFamily(store: Store, schoolId: number, family: Family): FamilyIds {
  const householdId = insert(store, 'households', { name: family.name, created_at: createdAt });
  const payerIds = (family.payers ?? []).map((payer) =>
    insert(store, 'payers', {
      household_id: householdId,
      relation: 'parent',
      first_name: payer.firstName,
      last_name: payer.lastName,
      language: payer.language ?? 'nl',
      email: payer.email ?? null,
      phone: payer.phone ?? null,
      channel: payer.channel ?? 'email',
      street: 'Wilgenlaan 1',
      postal_code: '9000',
      city: 'Gent',
      created_at: createdAt,
    }),
  );
  const invoiceIds: number[] = [];
  const pupilIds = (family.pupils ?? []).map((pupil) => {
    const pupilSchoolId = pupil.schoolId ?? schoolId;
    const pupilId = insert(store, 'pupils', {
      school_id: pupilSchoolId,
      household_id: householdId,
      first_name: pupil.firstName,
      last_name: pupil.lastName,
      class_name: pupil.className ?? '3A',
      created_at: createdAt,
    });
    payerIds.forEach((payerId, index) => {
      const shareBp = pupil.shares?.[index];
      insert(store, 'liabilities', {
        school_id: pupilSchoolId,
        pupil_id: pupilId,
        payer_id: payerId,
        kind: shareBp === undefined ? 'joint' : 'split',
        share_bp: shareBp ?? 10_000,
      });
    });
    for (const invoice of pupil.invoices ?? []) invoiceIds.push(addInvoice(store, pupilSchoolId, pupilId, invoice));
    return pupilId;
  });
  return { householdId, payerIds, pupilIds, invoiceIds };
}

export function addInvoice(store: Store, schoolId: number, pupilId: number, invoice: FamilyInvoice): number {
  const issueDate = invoice.issueDate ?? '2026-10-01';
  const invoiceId = insert(store, 'invoices', {
    school_id: schoolId,
    pupil_id: pupilId,
    billing_group_id: store.sql
      .prepare('SELECT id FROM billing_groups WHERE school_id = ? ORDER BY id LIMIT 1')
      .pluck()
      .get(schoolId) as number,
    kind: invoice.amountCents < 0 ? 'creditNote' : 'invoice',
    number: invoice.number,
    structured_reference:
      invoice.structuredReference ?? makeStructuredReference(invoice.number.replace(/\D/g, '').slice(0, 10) || '1'),
    school_year: '2026-2027',
    issue_date: issueDate,
    due_date: invoice.dueDate ?? '2026-10-15',
    created_at: createdAt,
  });
  post(store, invoiceId, invoice.amountCents < 0 ? 'credit' : 'charge', invoice.amountCents, issueDate);
  if (invoice.paidCents) post(store, invoiceId, 'receipt', -invoice.paidCents, '2026-10-20');
  return invoiceId;
}

/** One movement on an invoice, on the own share of a payer when one is given; signed, what is owed is positive. */
export function post(
  store: Store,
  invoiceId: number,
  kind: string,
  amountCents: number,
  date: string,
  payerId: number | null = null,
): number {
  return insert(store, 'postings', {
    school_id: store.sql.prepare('SELECT school_id FROM invoices WHERE id = ?').pluck().get(invoiceId) as number,
    invoice_id: invoiceId,
    kind,
    amount_cents: amountCents,
    booking_date: date,
    value_date: date,
    ...(payerId === null ? {} : { payer_id: payerId }),
    author: 'test',
    created_at: `${date}T09:00:00.000Z`,
  });
}

/** One row, its id back. */
export function insert(store: Store, table: string, row: Readonly<Record<string, string | number | null>>): number {
  const columns = Object.keys(row);
  const result = store.sql
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    )
    .run(row);
  return Number(result.lastInsertRowid);
}
