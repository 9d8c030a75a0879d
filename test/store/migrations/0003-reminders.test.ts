import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdKinds } from '#shared/holds/contract.ts';
import { readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';

// A school that has sent, held and approved for a while: nothing of it may change, and everything still guards it.

const folder = temporaryFolder();
const file = join(folder, 'test.sqlite');
const at = '2026-10-01T09:00:00.000Z';
let store: Store;
let schoolId: number;
let family: FamilyIds;
let before: Readonly<Record<string, unknown[]>>;
/** By what they are: a waiting one, an approved one with its entry, a rejected one and the one that replaced it. */
const approval = { waiting: 0, approved: 0, rejected: 0, replacing: 0 };

const all = (sql: string, ...values: (string | number)[]): unknown[] => store.sql.prepare(sql).all(...values);
const value = (sql: string): unknown => store.sql.prepare(sql).pluck().get();

/** Every row of what was rebuilt, in the columns that there were, and of everything that points at it. */
const look = () => ({
  holds: all(`SELECT id, school_id, invoice_id, reason, from_date, until_date, author, created_at, lifted_at, lifted_by
    FROM holds ORDER BY id`),
  batches: all('SELECT id, text_id, request_key, request_sha256, as_of, author, created_at FROM batches ORDER BY id'),
  messages: all(
    'SELECT id, batch_id, payer_id, status, model, total_cents, evidence_sha256, reserved_at, finished_at FROM messages ORDER BY id',
  ),
  items: all('SELECT * FROM message_items ORDER BY message_id, invoice_id'),
  payers: all('SELECT * FROM message_payers ORDER BY message_id, payer_id'),
  approvals: all('SELECT * FROM approvals ORDER BY id'),
  entries: all('SELECT id, kind, amount_cents, approval_id FROM journal_entries ORDER BY id'),
  postings: all('SELECT * FROM postings ORDER BY id'),
  balances: all('SELECT id, balance_cents FROM invoices ORDER BY id'),
});

function hold(invoiceId: number, row: Readonly<Record<string, string | null>>): void {
  insert(store, 'holds', {
    school_id: schoolId,
    invoice_id: invoiceId,
    reason: 'betwist',
    from_date: '2026-10-01',
    author: 'test',
    created_at: at,
    ...row,
  });
}

function ask(row: Readonly<Record<string, string | number | null>>): number {
  return insert(store, 'approvals', {
    school_id: schoolId,
    household_id: family.householdId,
    kind: 'refund',
    amount_cents: 10_00,
    request: '{"invoiceId":1}',
    summary: '€ 10,00 terugbetalen',
    difference: '[]',
    state_sha256: 'a',
    maker: 'Els',
    created_at: at,
    ...row,
  });
}

/** A batch with a message about the first bill, as an office that sends leaves it. */
function sent(key: string, status: string): void {
  const [payerId = 0] = family.payerIds;
  const batchId = insert(store, 'batches', {
    text_id: Number(value('SELECT max(id) FROM texts')),
    request_key: key,
    request_sha256: key,
    as_of: '2026-10-20',
    author: 'test',
    created_at: at,
  });
  const messageId = insert(store, 'messages', {
    batch_id: batchId,
    school_id: schoolId,
    household_id: family.householdId,
    payer_id: payerId,
    channel: 'email',
    text_version_id: Number(value('SELECT max(id) FROM text_versions')),
    language: 'nl',
    recipient_name: 'Elif',
    recipient_address: 'elif@voorbeeld.be',
    subject: 'Bericht',
    model: '{"blocks":[]}',
    total_cents: 80_00,
    status,
    reserved_at: at,
  });
  insert(store, 'message_payers', { message_id: messageId, payer_id: payerId, batch_id: batchId, school_id: schoolId });
  insert(store, 'message_items', {
    message_id: messageId,
    school_id: schoolId,
    invoice_id: family.invoiceIds[0] ?? 0,
    amount_cents: 80_00,
  });
}

beforeAll(async () => {
  store = await openStore(file, readMigrations().slice(0, 2));
  schoolId = addSchool(store);
  family = addFamily(store, schoolId, {
    name: 'Gezin Öztürk',
    payers: [{ firstName: 'Elif', lastName: 'Öztürk', email: 'elif@voorbeeld.be' }],
    pupils: [
      {
        firstName: 'Émile',
        lastName: 'Öztürk',
        invoices: [
          { number: '2026-1', amountCents: 80_00 },
          { number: '2026-2', amountCents: 50_00, paidCents: 60_00 },
        ],
      },
    ],
  });
  const [first = 0, second = 0] = family.invoiceIds;
  hold(first, { until_date: '2026-12-15' });
  hold(second, {});
  hold(second, { reason: 'vroeger', lifted_at: at, lifted_by: 'Els' });
  // Written by hand or by an older version: it cannot be read, so it holds.
  hold(first, { reason: 'kapot', from_date: '' });
  const textId = insert(store, 'texts', { name: 'Herinnering', tone: 'friendly', created_at: at });
  insert(store, 'text_versions', {
    text_id: textId,
    language: 'nl',
    version: 1,
    subject: 'Bericht',
    body: '{}',
    author: 'test',
    created_at: at,
  });
  for (const status of ['sent', 'uncertain', 'reserved', 'cancelled']) sent(status, status);
  approval.waiting = ask({});
  approval.approved = ask({ status: 'approved', decided_by: 'Dora', decided_at: at });
  approval.rejected = ask({ status: 'rejected', decided_by: 'Dora', decided_at: at, rejection_reason: 'niet nu' });
  approval.replacing = ask({ replaces_id: approval.rejected });
  insert(store, 'journal_entries', {
    school_id: schoolId,
    household_id: family.householdId,
    kind: 'refund',
    method: 'bank',
    amount_cents: 10_00,
    booking_date: '2026-10-21',
    value_date: '2026-10-21',
    approval_id: approval.approved,
    author: 'test',
    created_at: at,
  });
  post(store, second, 'refund', 10_00, '2026-10-21');
  before = look();
  store.close();
  store = await openStore(file, readMigrations().slice(0, 3));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a school that goes from the second version to the third', () => {
  it('keeps every hold, batch, message, request and posting', () => {
    expect(value('PRAGMA user_version')).toBe(3);
    expect(before['holds']).toHaveLength(4);
    expect(before['messages']).toHaveLength(4);
    expect(before['approvals']).toHaveLength(4);
    expect(look()).toEqual(before);
    expect(store.sql.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('still points from messages, entries and replaced requests to what was rebuilt', () => {
    const targets = (table: string): string[] =>
      (store.sql.pragma(`foreign_key_list(${table})`) as { table: string }[]).map((key) => key.table);
    expect(targets('messages')).toContain('batches');
    expect(targets('message_payers')).toContain('batches');
    expect(targets('journal_entries')).toContain('approvals');
    expect(targets('approvals')).toContain('approvals');
    expect(() => sentTo(9999)).toThrow('FOREIGN KEY');
    expect(value("SELECT count(*) FROM sqlite_schema WHERE name GLOB '*_new'")).toBe(0);
    expect(value("SELECT count(*) FROM sqlite_schema WHERE sql GLOB '*_new*'")).toBe(0);
  });

  it('knows every hold there was as one of a bill, not to be processed, that leaves costs alone', () => {
    expect(all('SELECT DISTINCT scope, kind, freezes_costs AS freezes, review_date AS review FROM holds')).toEqual([
      { scope: 'invoice', kind: 'doNotProcess', freezes: 0, review: null },
    ]);
  });

  it('takes holds of every kind, and of what each scope is about only', () => {
    const [payerId = 0] = family.payerIds;
    const attempt = (scope: string, kind: string, held: Readonly<Record<string, number>>): boolean => {
      try {
        insert(store, 'holds', { scope, kind, reason: 'x', from_date: '', author: 'x', created_at: at, ...held });
        return true;
      } catch (error) {
        if (!String(error).includes('CHECK')) throw error;
        return false;
      }
    };
    const things = {
      household: { household_id: family.householdId },
      payer: { payer_id: payerId },
      school: { school_id: schoolId },
      invoice: { school_id: schoolId, invoice_id: family.invoiceIds[0] ?? 0 },
    };
    for (const kind of holdKinds) expect([kind, attempt('household', kind, things.household)]).toEqual([kind, true]);
    for (const scope of ['household', 'payer', 'school', 'invoice']) {
      for (const [thing, held] of Object.entries(things)) {
        expect([scope, thing, attempt(scope, 'other', held)]).toEqual([scope, thing, scope === thing]);
      }
    }
    expect(attempt('pupil', 'other', things.household)).toBe(false);
    expect(attempt('household', 'holiday', things.household)).toBe(false);
    expect(attempt('household', 'other', {})).toBe(false);
  });

  it('finds holds by what they hold, without reading all of them', () => {
    const plan = (where: string): string =>
      JSON.stringify(all(`EXPLAIN QUERY PLAN SELECT id FROM holds WHERE ${where}`));
    expect(plan('invoice_id = 1 AND lifted_at IS NULL')).toContain('holds_invoice');
    expect(plan('household_id = 1 AND lifted_at IS NULL')).toContain('holds_household');
    expect(plan('payer_id = 1')).toContain('holds_payer');
    expect(plan("scope = 'school' AND school_id = 1 AND lifted_at IS NULL")).toContain('holds_school');
    expect(plan('invoice_id = 1 ORDER BY created_at')).toContain('holds_history');
  });

  it('goes on guarding requests: never deleted, never changed once decided, and a run is one more kind', () => {
    expect(() => store.sql.exec(`DELETE FROM approvals WHERE id = ${approval.waiting}`)).toThrow('never deleted');
    for (const id of [approval.approved, approval.rejected]) {
      expect(() => store.sql.exec(`UPDATE approvals SET summary = 'x' WHERE id = ${id}`)).toThrow('never changes');
    }
    expect(() => store.sql.exec(`UPDATE approvals SET status = 'withdrawn' WHERE id = ${approval.approved}`)).toThrow(
      'never changes',
    );
    expect(() =>
      store.sql.exec(`UPDATE approvals SET status = 'withdrawn' WHERE id = ${approval.rejected}`),
    ).not.toThrow();
    expect(() => ask({ replaces_id: approval.rejected })).toThrow('UNIQUE');
    expect(ask({ kind: 'run', household_id: null, amount_cents: null })).toBeGreaterThan(approval.replacing);
    expect(() => ask({ kind: 'party' })).toThrow('CHECK');
  });

  it('goes on asking a text of a batch of its own, and none of a run', () => {
    const batch = (row: Readonly<Record<string, string | number | null>>): number =>
      insert(store, 'batches', { request_sha256: 'x', as_of: '2026-11-01', author: 'x', created_at: at, ...row });
    const runId = insert(store, 'runs', { request_key: 'run', as_of: '2026-11-01', author: 'x', created_at: at });
    expect(() => batch({ request_key: 'sent', text_id: 1 })).toThrow('UNIQUE');
    expect(() => batch({ request_key: 'nothing' })).toThrow('CHECK');
    expect(() => batch({ request_key: 'both', text_id: 1, run_id: runId })).toThrow('CHECK');
    expect(batch({ request_key: 'of a run', run_id: runId })).toBeGreaterThan(0);
  });

  it('goes on keeping what was sent as it was', () => {
    expect(() => store.sql.exec('UPDATE message_payers SET payer_id = 1')).toThrow('append-only');
    expect(() => store.sql.exec('DELETE FROM message_payers')).toThrow('append-only');
    expect(() => store.sql.exec('DELETE FROM postings')).toThrow('append-only');
    expect(() => store.sql.exec('UPDATE journal_entries SET approval_id = NULL')).toThrow('append-only');
  });
});

/** A payer of a message of a batch that does not exist. */
function sentTo(batchId: number): void {
  insert(store, 'message_payers', {
    message_id: Number(value('SELECT max(id) FROM messages')),
    payer_id: insert(store, 'payers', {
      household_id: family.householdId,
      relation: 'parent',
      first_name: 'A',
      last_name: 'B',
      created_at: at,
    }),
    batch_id: batchId,
    school_id: schoolId,
  });
}
