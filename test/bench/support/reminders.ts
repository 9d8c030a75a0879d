import type Database from 'better-sqlite3';

/**
 * What a store of `fillLedger` needs to be reminded: a second payer in every household (jointly liable, in one of ten a
 * split share), a procedure of four stages at every school, and the first stage sent for four in nine open bills.
 */
export function fillReminders(sql: Database.Database): void {
  const at = `'2026-09-01T08:00:00.000Z'`;
  const stages = JSON.stringify(
    [15, 30, 45, 60].map((days, index) => ({
      name: `Herinnering ${index + 1}`,
      days,
      minimumGapDays: null,
      minimumCents: 0,
      channel: index === 0 ? 'email' : 'letter',
      textId: 1,
      approver: 'nobody',
      cost: 'none',
    })),
  );
  const body = JSON.stringify({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: '$$AANSPREKING$$' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '$$OPENSTAANDE_FACTUREN$$' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '$$BETAALBLOK$$' }] },
    ],
  });
  sql.transaction(() => {
    sql.exec(`
      UPDATE schools SET iban = 'BE68539007547034', enterprise_number = '0417497106', street = 'Kerkstraat 1', postal_code = '9000', city = 'Gent';
      UPDATE payers SET email = 'ouder' || id || '@voorbeeld.example', street = 'Wilgenlaan ' || id, postal_code = '9000', city = 'Gent';
      INSERT INTO payers (household_id, relation, first_name, last_name, email, street, postal_code, city, created_at)
        SELECT id, 'parent', 'Tweede', name, 'tweede' || id || '@voorbeeld.example', 'Wilgenlaan ' || id, '9000', 'Gent', ${at} FROM households;
      INSERT INTO liabilities (school_id, pupil_id, payer_id, kind)
        SELECT p.school_id, p.id, y.id, 'joint' FROM pupils p JOIN payers y ON y.household_id = p.household_id AND y.first_name = 'Tweede';
      UPDATE liabilities SET kind = 'split', share_bp = 5000 WHERE pupil_id IN (SELECT id FROM pupils WHERE household_id % 10 = 0);
      INSERT INTO texts (id, name, tone, created_at) VALUES (1, 'Herinnering', 'friendly', ${at});
    `);
    sql
      .prepare(
        `INSERT INTO text_versions (text_id, language, version, subject, body, author, created_at)
         VALUES (1, 'nl', 1, 'Bericht van $$SCHOOL$$', ?, 'bench', ${at})`,
      )
      .run(body);
    sql.exec(`
      INSERT INTO procedures (id, school_id, name, created_at) SELECT id, id, 'De Horizon', ${at} FROM schools;`);
    sql
      .prepare(
        `INSERT INTO procedure_versions (id, procedure_id, school_id, version, valid_from, stages, author, created_at)
         SELECT id, id, id, 1, '2020-01-01', ?, 'bench', ${at} FROM schools`,
      )
      .run(stages);
    sql.exec(`
      INSERT INTO runs (id, request_key, as_of, status, author, created_at) VALUES (1, 'bench', '2026-10-20', 'done', 'bench', ${at});
      INSERT INTO run_schools (run_id, school_id) SELECT 1, id FROM schools;
      INSERT INTO tasks (id, school_id, household_id, kind, due_date, author, created_at, done_at) VALUES (1, 1, 1, 'phone', '2026-10-20', 'bench', ${at}, ${at});
      INSERT INTO stage_events (school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel, on_date, amount_cents, task_id, created_at)
        SELECT i.school_id, 1, p.household_id, i.id, i.school_id, 1, 'email', '2026-10-20', i.balance_cents, 1, ${at}
        FROM invoices i JOIN pupils p ON p.id = i.pupil_id WHERE i.balance_cents > 0 AND i.id % 9 < 4;
    `);
  })();
  sql.exec('ANALYZE');
}
