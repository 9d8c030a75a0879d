import type Database from 'better-sqlite3';

const schools = 50;
/** Two years of bills; 15 in a hundred are open, of the others many were paid in two parts. */
export const invoicesPerPupil = 20;
export const pupilsPerHousehold = 2;

/** Numbers from 1, as the start of a statement. */
export const rows = (count: number): string =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;

const receipts = `INSERT INTO postings (school_id, invoice_id, kind, author, created_at, booking_date, value_date, amount_cents)
  SELECT school_id, id, 'receipt', 'bench', created_at,`;

/** Straight into the tables: what is measured is asking, not booking. */
export function fillLedger(sql: Database.Database, count: number): void {
  const pupils = count / invoicesPerPupil;
  const households = pupils / pupilsPerHousehold;
  const createdAt = `'2026-09-01T08:00:00.000Z'`;
  sql.pragma('synchronous = OFF');
  sql.transaction(() => {
    sql.exec(`
      ${rows(schools)} INSERT INTO schools (id, name, level, created_at) SELECT i, 'School ' || i, 'primary', ${createdAt} FROM n;
      INSERT INTO billing_groups (id, school_id, name) SELECT id, id, 'maandrekening' FROM schools;
      ${rows(households)} INSERT INTO households (id, name, created_at) SELECT i, 'Gezin ' || i, ${createdAt} FROM n;
      ${rows(households)} INSERT INTO payers (id, household_id, relation, first_name, last_name, created_at)
        SELECT i, i, 'parent', 'Ouder', 'Gezin ' || i, ${createdAt} FROM n;
      ${rows(pupils)} INSERT INTO pupils (id, school_id, household_id, first_name, last_name, created_at)
        SELECT i, 1 + i % ${schools}, 1 + (i - 1) / ${pupilsPerHousehold}, 'Kind', 'Gezin ' || (1 + (i - 1) / ${pupilsPerHousehold}), ${createdAt} FROM n;
      INSERT INTO liabilities (school_id, pupil_id, payer_id, kind) SELECT school_id, id, household_id, 'joint' FROM pupils;
      ${rows(count)} INSERT INTO invoices (id, school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, created_at)
        SELECT i, 1 + p % ${schools}, p, 1 + p % ${schools}, 'F' || i, '2026-2027', '2026-09-01', date('2026-01-01', (i * 7919 % 300) || ' days'), ${createdAt}
        FROM (SELECT i, 1 + (i - 1) / ${invoicesPerPupil} AS p FROM n);
      INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
        SELECT school_id, id, 'charge', 5000 + id % 9000, issue_date, issue_date, 'bench', ${createdAt} FROM invoices;
      ${receipts} '2026-10-01', '2026-10-01', -2000 FROM invoices WHERE id % 20 >= 3 AND id % 16 < 7;
      ${receipts} '2026-10-15', '2026-10-15', iif(id % 16 < 7, 2000, 0) - (5000 + id % 9000) FROM invoices WHERE id % 20 >= 3;
    `);
  })();
  sql.exec('ANALYZE');
}
