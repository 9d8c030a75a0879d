import { normaliseIban } from '#shared/bank/iban.ts';
import type { School, SchoolDetails } from '#shared/schools/contract.ts';
import type { schools, sites } from '#main/store/schema/schools.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type SchoolRow = Readonly<Omit<typeof schools.$inferSelect, 'createdAt'>>;
/** Sites and billing groups alike. */
type NamedRow = Readonly<typeof sites.$inferSelect>;

const columns = `
  id, name, board_name AS boardName, level, enterprise_number AS enterpriseNumber, iban, bic,
  account_holder AS accountHolder, street, postal_code AS postalCode, city, phone, email, contact_name AS contactName,
  contact_phone AS contactPhone, contact_email AS contactEmail, payment_term_days AS paymentTermDays,
  address_window AS addressWindow, logo, logo_media_type AS logoMediaType`;

/** Every school of the board, by name, with its sites and billing groups. */
export function listSchools(store: Store): School[] {
  const rows = store.sql.prepare(`SELECT ${columns} FROM schools ORDER BY name, id`).all() as SchoolRow[];
  const sites = namedRows(store, 'sites');
  const billingGroups = namedRows(store, 'billing_groups');
  return rows.map((row) => toSchool(row, sites, billingGroups));
}

export function findSchool(store: Store, schoolId: number): School | undefined {
  return listSchools(store).find((school) => school.id === schoolId);
}

export function hasSchools(store: Store): boolean {
  return store.sql.prepare('SELECT EXISTS (SELECT 1 FROM schools)').pluck().get() === 1;
}

export function schoolExists(store: Store, schoolId: number): boolean {
  return statement(store, 'SELECT EXISTS (SELECT 1 FROM schools WHERE id = ?)').pluck().get(schoolId) === 1;
}

export function insertSchool(store: Store, details: SchoolDetails, createdAt: string): number {
  const result = store.sql
    .prepare(
      `INSERT INTO schools (name, board_name, level, enterprise_number, iban, bic, account_holder, street, postal_code,
         city, phone, email, contact_name, contact_phone, contact_email, payment_term_days, address_window, created_at)
       VALUES (@name, @boardName, @level, @enterpriseNumber, @iban, @bic, @accountHolder, @street, @postalCode,
         @city, @phone, @email, @contactName, @contactPhone, @contactEmail, @paymentTermDays, @addressWindow, @createdAt)`,
    )
    .run({ ...asKept(details), createdAt });
  return Number(result.lastInsertRowid);
}

export function updateSchool(store: Store, schoolId: number, details: SchoolDetails): void {
  store.sql
    .prepare(
      `UPDATE schools SET name = @name, board_name = @boardName, level = @level, enterprise_number = @enterpriseNumber,
         iban = @iban, bic = @bic, account_holder = @accountHolder, street = @street, postal_code = @postalCode,
         city = @city, phone = @phone, email = @email, contact_name = @contactName, contact_phone = @contactPhone,
         contact_email = @contactEmail, payment_term_days = @paymentTermDays, address_window = @addressWindow
       WHERE id = @schoolId`,
    )
    .run({ ...asKept(details), schoolId });
}

export function updateLogo(store: Store, schoolId: number, logo: Uint8Array | null, mediaType: string | null): void {
  store.sql.prepare('UPDATE schools SET logo = ?, logo_media_type = ? WHERE id = ?').run(logo, mediaType, schoolId);
}

/** The billing group of that name, made when the school does not have it yet. Case and outer spaces do not count. */
export function ensureBillingGroup(store: Store, schoolId: number, name: string): number {
  return ensureNamed(store, 'billing_groups', schoolId, name);
}

/** The site of that name, made when the school does not have it yet. Case and outer spaces do not count. */
export function ensureSite(store: Store, schoolId: number, name: string): number {
  return ensureNamed(store, 'sites', schoolId, name);
}

type NamedTable = 'sites' | 'billing_groups';

function ensureNamed(store: Store, table: NamedTable, schoolId: number, name: string): number {
  const wanted = name.trim();
  // SQLite's NOCASE knows only ASCII; a school has a handful of names, so compare them here.
  const known = store.sql.prepare(`SELECT id, name FROM ${table} WHERE school_id = ?`).all(schoolId) as NamedRow[];
  const found = known.find((row) => row.name.toLocaleLowerCase('nl') === wanted.toLocaleLowerCase('nl'));
  if (found) return found.id;
  return Number(
    store.sql.prepare(`INSERT INTO ${table} (school_id, name) VALUES (?, ?)`).run(schoolId, wanted).lastInsertRowid,
  );
}

function namedRows(store: Store, table: NamedTable): NamedRow[] {
  return store.sql
    .prepare(`SELECT id, school_id AS schoolId, name FROM ${table} ORDER BY name, id`)
    .all() as NamedRow[];
}

function toSchool(row: SchoolRow, sites: readonly NamedRow[], billingGroups: readonly NamedRow[]): School {
  const { logo, logoMediaType, ...details } = row;
  const ofSchool = (rows: readonly NamedRow[]): { id: number; name: string }[] =>
    rows.filter(({ schoolId }) => schoolId === row.id).map(({ id, name }) => ({ id, name }));
  return {
    ...details,
    logo: logo && logoMediaType ? `data:${logoMediaType};base64,${logo.toString('base64')}` : null,
    sites: ofSchool(sites),
    billingGroups: ofSchool(billingGroups),
  };
}

/** Empty optional fields become null, the account number loses its spaces, the KBO number gets its dots. */
function asKept(details: SchoolDetails): SchoolDetails {
  const filled = (text: string | null): string | null => (text === '' ? null : text);
  const enterpriseDigits = details.enterpriseNumber?.replace(/\D/g, '') ?? '';
  return {
    ...details,
    enterpriseNumber:
      enterpriseDigits === ''
        ? null
        : `${enterpriseDigits.slice(0, 4)}.${enterpriseDigits.slice(4, 7)}.${enterpriseDigits.slice(7)}`,
    iban: details.iban ? normaliseIban(details.iban) : null,
    bic: filled(details.bic)?.replace(/\s/g, '').toUpperCase() ?? null,
    accountHolder: filled(details.accountHolder),
    phone: filled(details.phone),
    contactName: filled(details.contactName),
    contactPhone: filled(details.contactPhone),
  };
}
