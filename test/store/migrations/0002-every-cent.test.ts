import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postingKinds } from '#shared/ledger/posting-kinds.ts';
import { readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';

// A school that has worked with the first version for a while: nothing of it may change, and everything still guards it.

const folder = temporaryFolder();
const file = join(folder, 'test.sqlite');
let store: Store;
let schoolId: number;
let family: FamilyIds;
let before: {
  readonly invoices: unknown[];
  readonly postings: unknown[];
  readonly balances: unknown[];
  readonly found: unknown[];
};

const keptInvoices = `SELECT id, school_id, pupil_id, billing_group_id, kind, number, external_number, structured_reference, description,
  school_year, issue_date, due_date, balance_cents, withdrawn_at, import_id, created_at FROM invoices ORDER BY id`;
const keptPostings = `SELECT id, school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, reverses_id,
  import_id, author, created_at FROM postings ORDER BY id`;

const all = (sql: string, ...values: string[]): unknown[] => store.sql.prepare(sql).all(...values);
const value = (sql: string): unknown => store.sql.prepare(sql).pluck().get();
const found = (words: string): unknown[] =>
  store.sql.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid').pluck().all(words);
const look = () => ({
  invoices: all(keptInvoices),
  postings: all(keptPostings),
  balances: all('SELECT invoice_id, sum(amount_cents) FROM postings GROUP BY invoice_id'),
  found: [...found('2026*'), ...found('ozturk'), ...found('202500123437')],
});

beforeAll(async () => {
  store = await openStore(file, readMigrations().slice(0, 1));
  schoolId = addSchool(store);
  addSchool(store, 'Middenschool De Linde');
  insert(store, 'schools', { name: 'Zonder rekening', level: 'primary', created_at: '' });
  store.sql.exec(`UPDATE schools SET iban = 'be71 0961 2345 6769' WHERE name = 'Middenschool De Linde'`);
  insert(store, 'schools', { name: 'Zelfde rekening', level: 'primary', iban: 'BE71096123456769', created_at: '' });
  family = addFamily(store, schoolId, {
    name: 'Gezin Öztürk',
    payers: [{ firstName: 'Elif', lastName: 'Öztürk', email: 'elif@voorbeeld.be' }],
    pupils: [
      {
        firstName: 'Émile',
        lastName: 'Öztürk',
        invoices: [
          { number: '2026-1', amountCents: 8450, paidCents: 450, structuredReference: '202500123437' },
          { number: '2026-2', amountCents: -2000 },
          { number: '2026-3', amountCents: 5000, paidCents: 5000 },
        ],
      },
    ],
  });
  const [invoiceId = 0, , withdrawn = 0] = family.invoiceIds;
  const receipt = post(store, invoiceId, 'receipt', -1000, '2026-10-21');
  insert(store, 'postings', {
    school_id: schoolId,
    invoice_id: invoiceId,
    kind: 'reversal',
    amount_cents: 1000,
    booking_date: '2026-10-22',
    value_date: '2026-10-22',
    reverses_id: receipt,
    author: 'test',
    created_at: '2026-10-22T09:00:00.000Z',
  });
  post(store, invoiceId, 'settledElsewhere', -100, '2026-10-23');
  store.sql.prepare(`UPDATE invoices SET withdrawn_at = '2026-11-01T09:00:00.000Z' WHERE id = ?`).run(withdrawn);
  insert(store, 'holds', {
    school_id: schoolId,
    invoice_id: invoiceId,
    reason: 'betwist',
    from_date: '2026-10-01',
    author: 'test',
    created_at: '2026-10-01T09:00:00.000Z',
  });
  insert(store, 'notes', { household_id: family.householdId, kind: 'note', body: 'x', author: 'test', created_at: '' });
  before = look();
  store.close();
  store = await openStore(file, readMigrations().slice(0, 2));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const invoiceOf = (): number => family.invoiceIds[0] ?? 0;

describe('a school that goes from the first version to the second', () => {
  it('keeps every invoice, posting, balance and what can be searched', () => {
    expect(value('PRAGMA user_version')).toBe(2);
    expect(look()).toEqual(before);
    expect(before.postings).toHaveLength(8);
    expect(
      value(
        'SELECT count(*) FROM invoices i WHERE balance_cents <> (SELECT sum(amount_cents) FROM postings WHERE invoice_id = i.id)',
      ),
    ).toBe(0);
    expect(value('SELECT count(*) FROM invoices WHERE attributed_cents <> 0 OR payer_id IS NOT NULL')).toBe(0);
    expect(store.sql.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('has its account as a bank account, an account of two schools once', () => {
    expect(all('SELECT school_id AS schoolId, iban, label FROM bank_accounts ORDER BY id')).toEqual([
      { schoolId, iban: 'BE68539007547034', label: 'Basisschool De Wilg' },
      { schoolId: schoolId + 1, iban: 'BE71096123456769', label: 'Middenschool De Linde' },
    ]);
  });

  it('goes on keeping balances, also what stands on the name of a payer', () => {
    const posting = post(store, invoiceOf(), 'receipt', -500, '2026-11-02', family.payerIds[0]);
    expect(
      all(`SELECT balance_cents AS balance, attributed_cents AS own FROM invoices WHERE number = '2026-1'`),
    ).toEqual([{ balance: 7400, own: -500 }]);
    expect(() => store.sql.exec(`UPDATE postings SET amount_cents = 1 WHERE id = ${posting}`)).toThrow('append-only');
    expect(() => store.sql.exec(`DELETE FROM postings WHERE id = ${posting}`)).toThrow('append-only');
    expect(() =>
      store.sql.exec(`INSERT OR REPLACE INTO postings SELECT * FROM postings WHERE id = ${posting}`),
    ).toThrow('append-only');
    expect(() => store.sql.exec('DELETE FROM invoices')).toThrow('never deleted');
  });

  it('goes on finding by number and reference, and forgets what is withdrawn', () => {
    const [pupilId = 0] = family.pupilIds;
    const invoiceId = addInvoice(store, schoolId, pupilId, { number: 'F77', amountCents: 100 });
    expect(found('F77')).toEqual([4 * invoiceId + 2]);
    store.sql.prepare(`UPDATE invoices SET withdrawn_at = '2026-11-01' WHERE id = ?`).run(invoiceId);
    expect(found('F77')).toEqual([]);
  });

  it('still lets a number be used once in a school, until it is withdrawn', () => {
    const [pupilId = 0] = family.pupilIds;
    expect(() => addInvoice(store, schoolId, pupilId, { number: '2026-1', amountCents: 100 })).toThrow('UNIQUE');
    expect(() => addInvoice(store, schoolId, pupilId, { number: '2026-3', amountCents: 100 })).not.toThrow();
  });

  it('finds what is open through the same indexes', () => {
    const plan = (sql: string): string => JSON.stringify(all(`EXPLAIN QUERY PLAN ${sql}`));
    const open = 'balance_cents <> 0 AND withdrawn_at IS NULL';
    expect(plan(`SELECT id FROM invoices INDEXED BY invoices_open WHERE ${open} ORDER BY due_date`)).not.toContain(
      'TEMP B-TREE',
    );
    expect(
      plan(
        `SELECT sum(balance_cents), max(attributed_cents), max(payer_id) FROM invoices WHERE pupil_id = 1 AND ${open}`,
      ),
    ).toContain('COVERING INDEX invoices_open_pupil');
    expect(plan('SELECT id FROM postings WHERE invoice_id = 1')).toContain('postings_invoice');
    expect(plan(`SELECT id FROM invoices WHERE structured_reference = 'x'`)).toContain('invoices_reference');
  });

  it('takes every kind of posting with its own sign only', () => {
    const attempt = (kind: string, cents: number): boolean => {
      try {
        post(store, invoiceOf(), kind, cents, '2026-11-03');
        return true;
      } catch {
        return false;
      }
    };
    for (const [kind, { sign }] of Object.entries(postingKinds)) {
      if (kind === 'reversal') continue;
      expect([kind, attempt(kind, 10), attempt(kind, -10), attempt(kind, 0)]).toEqual([
        kind,
        sign !== 'lowers',
        sign !== 'raises',
        false,
      ]);
    }
    expect(attempt('discount', -10)).toBe(false);
    expect(attempt('reversal', -10)).toBe(false);
  });

  it('knows a credit as a claim, whose money it may be', () => {
    const [pupilId = 0] = family.pupilIds;
    const [payerId = 0] = family.payerIds;
    const claim = (kind: string, payer: number | null): number =>
      insert(store, 'invoices', {
        school_id: schoolId,
        pupil_id: pupilId,
        billing_group_id: 1,
        kind,
        number: `${kind}-${payer}`,
        school_year: '2026-2027',
        issue_date: '2026-11-01',
        due_date: '2026-11-01',
        payer_id: payer,
        created_at: '',
      });
    expect(claim('credit', payerId)).toBeGreaterThan(0);
    expect(claim('credit', null)).toBeGreaterThan(0);
    expect(() => claim('invoice', payerId)).toThrow('CHECK');
    expect(() => claim('voucher', null)).toThrow('CHECK');
  });

  it('never changes what happened with money', () => {
    const entryId = insert(store, 'journal_entries', {
      school_id: schoolId,
      kind: 'receipt',
      method: 'cash',
      amount_cents: 100,
      booking_date: '2026-11-03',
      value_date: '2026-11-03',
      author: 'test',
      created_at: '',
    });
    expect(() => store.sql.exec(`UPDATE journal_entries SET reason = 'x' WHERE id = ${entryId}`)).toThrow(
      'append-only',
    );
    expect(() => store.sql.exec(`DELETE FROM journal_entries WHERE id = ${entryId}`)).toThrow('append-only');
    expect(() =>
      insert(store, 'journal_entries', {
        school_id: schoolId,
        kind: 'reversal',
        amount_cents: 100,
        booking_date: '2026-11-03',
        value_date: '2026-11-03',
        author: 'test',
        created_at: '',
      }),
    ).toThrow('CHECK');
  });

  it('marks notes that were there as not social', () => {
    expect(all('SELECT is_social FROM notes')).toEqual([{ is_social: 0 }]);
  });
});
