import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMigrations } from '#main/store/migrations.ts';
import { openStore } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';

let store: Store;
let schoolId: number;
let family: FamilyIds;

beforeEach(async () => {
  store = await openStore(':memory:', readMigrations().slice(0, 1));
  schoolId = addSchool(store);
  family = addFamily(store, schoolId, {
    name: 'Gezin Öztürk',
    payers: [{ firstName: 'Elif', lastName: 'Öztürk', email: 'elif@voorbeeld.be', phone: '+32 475/12.34.56' }],
    pupils: [
      {
        firstName: 'Émile',
        lastName: 'Öztürk',
        invoices: [{ number: '2026-1', amountCents: 8450, structuredReference: '202500123437' }],
      },
    ],
  });
});
afterEach(() => store.close());

const value = (sql: string): unknown => store.sql.prepare(sql).pluck().get();
const found = (query: string): unknown[] =>
  store.sql.prepare('SELECT rowid % 4 FROM search_index WHERE search_index MATCH ? ORDER BY 1').pluck().all(query);

describe('the first version', () => {
  it('keeps the balance of an invoice as the sum of its postings, through a reversal too', () => {
    const [invoiceId = 0] = family.invoiceIds;
    expect(value('SELECT balance_cents FROM invoices')).toBe(8450);
    const receipt = post(store, invoiceId, 'receipt', -8000, '2026-10-20');
    expect(value('SELECT balance_cents FROM invoices')).toBe(450);
    insert(store, 'postings', {
      school_id: schoolId,
      invoice_id: invoiceId,
      kind: 'reversal',
      amount_cents: 8000,
      booking_date: '2026-10-21',
      value_date: '2026-10-21',
      reverses_id: receipt,
      author: 'test',
      created_at: '2026-10-21T09:00:00.000Z',
    });
    expect(value('SELECT balance_cents FROM invoices')).toBe(8450);
  });

  it('lets one posting be reversed once, and only by a reversal', () => {
    const [invoiceId = 0] = family.invoiceIds;
    const receipt = post(store, invoiceId, 'receipt', -100, '2026-10-20');
    store.sql.prepare(reversal).run({ invoiceId, receipt, kind: 'reversal' });
    expect(() => store.sql.prepare(reversal).run({ invoiceId, receipt, kind: 'reversal' })).toThrow('UNIQUE');
    expect(() => store.sql.prepare(reversal).run({ invoiceId, receipt: null, kind: 'reversal' })).toThrow('CHECK');
    expect(() => post(store, invoiceId, 'receipt', 0, '2026-10-20')).toThrow('CHECK');
  });

  it('lets a number be used once in a school, and again after its invoice was withdrawn', () => {
    const [pupilId = 0] = family.pupilIds;
    const again = (): number => addInvoice(store, schoolId, pupilId, { number: '2026-1', amountCents: 100 });
    expect(again).toThrow('UNIQUE');
    store.sql.exec(`UPDATE invoices SET withdrawn_at = '2026-11-01T09:00:00.000Z'`);
    expect(again).not.toThrow();
  });

  it('knows whether a family can be reached by e-mail', () => {
    expect(value('SELECT has_email FROM households')).toBe(1);
    store.sql.exec(`UPDATE payers SET email_bounced_at = '2026-11-01T09:00:00.000Z'`);
    expect(value('SELECT has_email FROM households')).toBe(0);
    store.sql.exec(`UPDATE payers SET email_bounced_at = NULL`);
    store.sql.exec(`UPDATE payers SET removed_at = '2026-11-01T09:00:00.000Z'`);
    expect(value('SELECT has_email FROM households')).toBe(0);
  });

  it('remembers the last conversation, and not a note to oneself', () => {
    const note = (kind: string, at: string): number =>
      insert(store, 'notes', { household_id: family.householdId, kind, body: 'x', author: 'test', created_at: at });
    note('note', '2026-11-03T09:00:00.000Z');
    expect(value('SELECT last_contact_at FROM households')).toBeNull();
    note('call', '2026-11-02T09:00:00.000Z');
    note('talk', '2026-11-01T09:00:00.000Z');
    expect(value('SELECT last_contact_at FROM households')).toBe('2026-11-02T09:00:00.000Z');
  });

  it('finds a family by everything that is known of it, and follows changes', () => {
    const kinds = { pupil: 0, payer: 1, invoice: 2, household: 3 };
    expect(found('ozturk')).toEqual([kinds.pupil, kinds.payer, kinds.household]);
    expect(found('emile')).toEqual([kinds.pupil]);
    expect(found('0475123456')).toEqual([kinds.payer]);
    expect(found('202500123437')).toEqual([kinds.invoice]);
    store.sql.exec(`UPDATE pupils SET first_name = 'Emma'`);
    store.sql.exec(`UPDATE payers SET removed_at = '2026-11-01T09:00:00.000Z'`);
    expect(found('emile')).toEqual([]);
    expect(found('emma')).toEqual([kinds.pupil]);
    expect(found('elif')).toEqual([]);
  });

  it('sorts names as a person does: accents and capitals do not matter', () => {
    for (const name of ['Zoë', 'de Wilg', 'Émile', 'Šimić', 'Claes', 'Łukasz', 'İnan'])
      insert(store, 'households', { name, created_at: '' });
    const sorted = store.sql.prepare(`SELECT name FROM households WHERE id > 1 ORDER BY sort_name`).pluck().all();
    expect(sorted).toEqual(['Claes', 'de Wilg', 'Émile', 'İnan', 'Łukasz', 'Šimić', 'Zoë']);
  });

  it('refuses dates, kinds and references that are none', () => {
    const [pupilId = 0] = family.pupilIds;
    const [invoiceId = 0] = family.invoiceIds;
    expect(() => addInvoice(store, schoolId, pupilId, { number: '9', amountCents: 1, dueDate: '15/10/2026' })).toThrow(
      'CHECK',
    );
    expect(() => post(store, invoiceId, 'discount', 1, '2026-10-01')).toThrow('CHECK');
    expect(() => addInvoice(store, schoolId, 999, { number: '9', amountCents: 1 })).toThrow('FOREIGN KEY');
  });
});

describe('every migration', () => {
  it('has its own test', () => {
    const tests = readdirSync(import.meta.dirname).map((name) => name.replace('.test.ts', '.sql'));
    expect(readMigrations().map(({ name }) => name)).toEqual(tests.toSorted());
  });
});

const reversal = `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, reverses_id, author, created_at)
  SELECT school_id, id, @kind, 100, '2026-10-21', '2026-10-21', @receipt, 'test', '2026-10-21T09:00:00.000Z'
  FROM invoices WHERE id = @invoiceId`;
