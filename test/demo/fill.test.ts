import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateDemo } from '#shared/demo/generate.ts';
import { openCents } from '#shared/demo/group.ts';
import { fillStore } from '#main/demo/fill.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

const group = generateDemo({ asOf: '2026-11-20', pupils: 120 });
let application: TestApplication;

beforeEach(async () => {
  application = await testApplication();
});
afterEach(() => application.close());

function fill(progress?: (done: number, total: number) => void): void {
  fillStore(application.context.store, group, {
    author: 'test',
    createdAt: '2026-11-20T08:00:00.000Z',
    ...(progress && { progress }),
  });
}

function value(sql: string): unknown {
  return application.context.store.sql.prepare(sql).pluck().get();
}

test('writes every row of the group, with whole references', () => {
  fill();
  expect(application.context.store.sql.pragma('foreign_key_check')).toEqual([]);
  for (const [table, rows] of [
    ['schools', group.schools],
    ['households', group.households],
    ['payers', group.payers],
    ['pupils', group.pupils],
    ['liabilities', group.liabilities],
    ['invoices', group.invoices],
    ['holds', group.holds],
    ['notes', group.notes],
    ['info_notes', group.infoNotes],
    ['next_steps', group.nextSteps],
  ] as const) {
    expect([table, value(`SELECT count(*) FROM ${table}`)]).toEqual([table, rows.length]);
  }
});

test('keeps balances that are the sum of the postings and what the group says is open', () => {
  fill();
  const wrong = value(`
    SELECT count(*) FROM invoices i
    WHERE balance_cents <> (SELECT coalesce(sum(amount_cents), 0) FROM postings WHERE invoice_id = i.id)`);
  expect(wrong).toBe(0);
  expect(value('SELECT sum(balance_cents) FROM invoices')).toBe(
    group.invoices.reduce((sum, invoice) => sum + openCents(invoice), 0),
  );
  expect(value("SELECT count(*) FROM postings WHERE kind = 'credit' AND amount_cents < 0")).toBe(
    group.invoices.filter(({ kind }) => kind === 'creditNote').length,
  );
});

test('keeps split shares that add up to the whole, each payer in the household of the pupil', () => {
  fill();
  const wrongShares = value(`
    SELECT count(*) FROM (SELECT 1 FROM liabilities WHERE kind = 'split' GROUP BY pupil_id HAVING sum(share_bp) <> 10000)`);
  expect(wrongShares).toBe(0);
  const strangers = value(`
    SELECT count(*) FROM liabilities l JOIN pupils p ON p.id = l.pupil_id JOIN payers y ON y.id = l.payer_id
    WHERE p.household_id <> y.household_id OR p.school_id <> l.school_id`);
  expect(strangers).toBe(0);
});

test('knows which households have no e-mail address that works', () => {
  fill();
  const reachable = new Set(
    group.payers
      .filter(({ email, emailBouncedOn }) => email !== null && emailBouncedOn === null)
      .map(({ householdId }) => householdId),
  );
  expect(value('SELECT count(*) FROM households WHERE has_email = 1')).toBe(reachable.size);
  expect(reachable.size).toBeLessThan(group.households.length);
});

test('can follow on schools that are there already', () => {
  fill();
  application.context.store.sql.exec("UPDATE pupils SET student_number = 'oud' || student_number");
  application.context.store.sql.exec("UPDATE schools SET name = 'Oud ' || name");
  fill();
  expect(value('SELECT count(*) FROM pupils')).toBe(2 * group.pupils.length);
  expect(application.context.store.sql.pragma('foreign_key_check')).toEqual([]);
});

test('tells how far it is, up to the last row', () => {
  const steps: [number, number][] = [];
  fill((done, total) => steps.push([done, total]));
  const total = group.households.length + group.payers.length + group.pupils.length + group.invoices.length;
  expect(steps.at(-1)).toEqual([total, total]);
  expect(steps.length).toBeLessThan(250);
});

test('leaves nothing behind when it is broken off', () => {
  expect(() =>
    fill(() => {
      throw new Error('broken off');
    }),
  ).toThrow('broken off');
  expect(value('SELECT count(*) FROM schools')).toBe(0);
  expect(value('SELECT count(*) FROM invoices')).toBe(0);
});
