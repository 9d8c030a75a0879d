import type Database from 'better-sqlite3';
import { rows } from './ledger.ts';

const most = 20_000;
const createdAt = `'2026-09-10T08:00:00.000Z'`;

/**
 * A plan for every household from the first one on, over its three oldest open bills, in ten instalments, accepted; two
 * instalments paid by most, one in eight paid none.
 */
export function fillPlans(sql: Database.Database): void {
  const plans = Math.min(most, sql.prepare('SELECT count(*) FROM households').pluck().get() as number);
  sql.transaction(() => {
    sql.exec(`
      ${rows(plans)} INSERT INTO plans (id, request_key, request_sha256, school_id, household_id, structured_reference, author, created_at)
        SELECT i, 'plan-' || i, '', 1 + i % 50, i, printf('8%011d', i), 'bench', ${createdAt} FROM n;
      INSERT INTO plan_payers (plan_id, payer_id) SELECT id, household_id FROM plans;
      CREATE TEMP TABLE newest AS SELECT max(id) AS id FROM postings;
      INSERT INTO plan_versions (id, plan_id, school_id, version, kind, starts_on, spread, tolerance_days, total_cents, author, created_at)
        SELECT id, id, school_id, 1, 'agreed', '2026-09-15', '{"count":10}', 5, 30000, 'bench', ${createdAt} FROM plans;
      INSERT INTO plan_claims (plan_version_id, position, invoice_id, school_id, open_cents, after_posting_id)
        SELECT household_id, number, id, school_id, balance_cents, (SELECT id FROM newest) FROM (
          SELECT p.household_id, i.id, i.school_id, i.balance_cents,
            row_number() OVER (PARTITION BY p.household_id ORDER BY i.due_date, i.id) AS number
          FROM invoices i JOIN pupils p ON p.id = i.pupil_id WHERE i.balance_cents > 0 AND p.household_id <= ${plans}) WHERE number <= 3;
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
        INSERT INTO plan_instalments (plan_version_id, number, due_date, amount_cents)
        SELECT p.id, n.i, date('2026-08-17', n.i || ' months'), 1500 FROM plans p, n ORDER BY p.id, n.i;
      INSERT INTO documents (id, household_id, file_name, media_type, byte_count, sha256, author, created_at)
        SELECT id, id, 'plan.pdf', 'application/pdf', 1, '', 'bench', ${createdAt} FROM plans;
      INSERT INTO plan_signatures (plan_version_id, school_id, payer_id, how, signed_on, document_id, author, created_at)
        SELECT id, school_id, household_id, 'paper', '2026-09-12', id, 'bench', ${createdAt} FROM plans;
    `);
    for (const date of ['2026-09-15', '2026-10-16']) {
      sql.exec(`
        CREATE TEMP TABLE started AS SELECT coalesce(max(id), 0) AS id FROM journal_entries;
        INSERT INTO journal_entries (school_id, household_id, kind, method, amount_cents, booking_date, value_date, payer_id, plan_id, author, created_at)
          SELECT school_id, household_id, 'receipt', 'bank', 1500, '${date}', '${date}', household_id, id, 'bench', ${createdAt}
          FROM plans WHERE id % 8 <> 3;
        INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, entry_id, author, created_at)
          SELECT c.school_id, c.invoice_id, 'receipt', -1500, '${date}', '${date}', e.id, 'bench', ${createdAt}
          FROM journal_entries e JOIN plan_claims c ON c.plan_version_id = e.plan_id AND c.position = 1
          WHERE e.id > (SELECT id FROM started);
        DROP TABLE started;
      `);
    }
  })();
  sql.exec('ANALYZE');
}
