import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';

// A school that booked, reversed, asked and froze for a while: nothing of it may change, and everything still guards it.

const folder = temporaryFolder();
const file = join(folder, 'test.sqlite');
const at = '2026-10-01T09:00:00.000Z';
const dated = { author: 'test', created_at: at };
let store: Store;
let schoolId: number;
let family: FamilyIds;
let before: ReturnType<typeof look>;

const all = (sql: string): unknown[] => store.sql.prepare(sql).all();
const look = () => ({
  entries:
    all(`SELECT id, school_id, household_id, kind, method, amount_cents, booking_date, value_date, description, reason, source,
    ground, payer_id, third_party_payer_id, paid_by, receipt_batch_id, bank_transaction_id, approval_id, reverses_id, author, created_at
    FROM journal_entries ORDER BY id`),
  postings: all('SELECT * FROM postings ORDER BY id'),
  balances: all('SELECT id, balance_cents FROM invoices ORDER BY id'),
  approvals: all('SELECT * FROM approvals ORDER BY id'),
  settlements: all('SELECT id, payer_id, order_sent_on, frozen, claim_filed_on FROM debt_settlements ORDER BY id'),
  obligations: all('SELECT id, invoice_id, payer_id, kind, amount_cents FROM obligations ORDER BY id'),
  payers: all('SELECT id, household_id, last_name, email FROM payers ORDER BY id'),
  liabilities: all('SELECT id, pupil_id, payer_id, kind, share_bp, from_date FROM liabilities ORDER BY id'),
});

beforeAll(async () => {
  store = await openStore(file, readMigrations().slice(0, 3));
  schoolId = addSchool(store);
  family = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' },
      { firstName: 'Jan', lastName: 'Abeel' },
    ],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '7001', amountCents: 100_00 }] }],
  });
  const [invoiceId = 0] = family.invoiceIds;
  const [payerId = 0] = family.payerIds;
  const approvalId = insert(store, 'approvals', {
    school_id: schoolId,
    kind: 'remission',
    amount_cents: 10_00,
    request: '{}',
    summary: 'x',
    difference: '[]',
    state_sha256: 'a',
    maker: 'Els',
    created_at: at,
  });
  const entry = (row: Readonly<Record<string, string | number | null>>): number =>
    insert(store, 'journal_entries', {
      school_id: schoolId,
      household_id: family.householdId,
      amount_cents: 10_00,
      booking_date: '2026-10-01',
      value_date: '2026-10-01',
      ...dated,
      ...row,
    });
  const given = entry({ kind: 'remission', source: 'socialFund', approval_id: approvalId });
  const posting = {
    school_id: schoolId,
    invoice_id: invoiceId,
    booking_date: '2026-10-01',
    value_date: '2026-10-01',
    ...dated,
  };
  const posted = insert(store, 'postings', { ...posting, kind: 'remission', amount_cents: -10_00, entry_id: given });
  const reversal = entry({ kind: 'reversal', reverses_id: given });
  insert(store, 'postings', {
    ...posting,
    kind: 'reversal',
    amount_cents: 10_00,
    entry_id: reversal,
    reverses_id: posted,
  });
  insert(store, 'obligations', {
    school_id: schoolId,
    invoice_id: invoiceId,
    payer_id: payerId,
    kind: 'obligation',
    amount_cents: 20_00,
    booking_date: '2026-10-01',
    ...dated,
  });
  const holdId = insert(store, 'holds', {
    scope: 'payer',
    payer_id: payerId,
    kind: 'debtSettlement',
    reason: 'x',
    from_date: '2026-10-01',
    ...dated,
  });
  insert(store, 'debt_settlements', {
    household_id: family.householdId,
    payer_id: payerId,
    hold_id: holdId,
    order_sent_on: '2026-09-20',
    frozen: JSON.stringify([{ invoiceId, schoolId, cents: 100_00 }]),
    ...dated,
  });
  before = look();
  store.close();
  store = await openStore(file, readMigrations().slice(0, 4));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the fourth version', () => {
  it('keeps every entry, posting, balance, request, settlement and obligation as it was', () => {
    expect(look()).toEqual(before);
    expect(store.sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('says of what there was that nobody agreed on more: no plan, a court, bills that join by hand', () => {
    expect(all('SELECT DISTINCT plan_id FROM journal_entries')).toEqual([{ plan_id: null }]);
    expect(all('SELECT kind, monthly_cents FROM debt_settlements')).toEqual([
      { kind: 'collective', monthly_cents: null },
    ]);
    expect(all('SELECT DISTINCT plan_rule, cost_category_id FROM billing_groups')).toEqual([
      { plan_rule: 'byHand', cost_category_id: null },
    ]);
    expect(all('SELECT DISTINCT basis FROM liabilities')).toEqual([{ basis: '' }]);
  });

  it('still refuses to change or delete what was booked or asked', () => {
    expect(() => store.sql.exec('UPDATE journal_entries SET amount_cents = 1')).toThrow('append-only');
    expect(() => store.sql.exec('DELETE FROM journal_entries')).toThrow('append-only');
    expect(() => store.sql.exec('DELETE FROM approvals')).toThrow('never deleted');
  });

  it('lets an entry be reversed once', () => {
    const again = `INSERT INTO journal_entries (school_id, kind, amount_cents, booking_date, value_date, reverses_id, author, created_at)
      SELECT school_id, 'reversal', amount_cents, booking_date, value_date, id, 'test', created_at FROM journal_entries WHERE kind = 'remission'`;
    expect(() => store.sql.exec(again)).toThrow('UNIQUE');
  });

  it('takes what is new, and nothing else', () => {
    const kinds = (kind: string) => () =>
      insert(store, 'journal_entries', {
        school_id: schoolId,
        kind,
        amount_cents: 1,
        booking_date: '2026-10-01',
        value_date: '2026-10-01',
        ...dated,
      });
    expect(kinds('correction')).not.toThrow();
    expect(kinds('present')).toThrow('CHECK');
  });
});
