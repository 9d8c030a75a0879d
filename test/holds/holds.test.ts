import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Selection } from '#shared/ledger/contract.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';

let application: TestApplication;
let family: FamilyIds;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  const schoolId = addSchool(application.context.store);
  family = addFamily(application.context.store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Els', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '2026-1', amountCents: 8450 },
          { number: '2026-2', amountCents: 6120 },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

const held = async (): Promise<string[]> =>
  (await application.api.ledger.openItems({ filter: { held: true } })).rows.map((row) => row.number ?? '');

describe('niet verwerken', () => {
  it('holds invoices with a reason until a date, that day included', async () => {
    const [first = 0] = family.invoiceIds;
    const answer = await application.api.holds.place({
      invoiceIds: [first],
      reason: 'Gesprek met mama',
      untilDate: '2026-12-15',
    });
    expect(answer).toMatchObject({ alreadyHeld: 0 });
    const { rows } = await application.api.ledger.openItems({ filter: { held: true } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hold).toEqual({
      holdId: answer.holdIds[0],
      kind: 'doNotProcess',
      scope: 'invoice',
      reason: 'Gesprek met mama',
      untilDate: '2026-12-15',
    });
  });

  it('counts what is held already and leaves its own reason and date', async () => {
    const [first = 0, second = 0] = family.invoiceIds;
    await application.api.holds.place({ invoiceIds: [first], reason: 'Betwist' });
    const again = await application.api.holds.place({ invoiceIds: [first, second, second], reason: 'Ander' });
    expect(again).toMatchObject({ alreadyHeld: 1 });
    expect(again.holdIds).toHaveLength(1);
    const { rows } = await application.api.ledger.openItems({ filter: { held: true } });
    expect(rows.map((row) => row.hold?.reason)).toEqual(['Betwist', 'Ander']);
  });

  it('lifts: the invoice is back in the list and the hold stays in the history', async () => {
    const { holdIds } = await application.api.holds.place({ invoiceIds: [...family.invoiceIds], reason: 'Betwist' });
    expect(await application.api.holds.lift({ holdIds })).toEqual({ holdIds });
    expect(await held()).toEqual([]);
    const kept = application.context.store.sql.prepare('SELECT reason, lifted_by FROM holds').all();
    expect(kept).toEqual([
      { reason: 'Betwist', lifted_by: 'test' },
      { reason: 'Betwist', lifted_by: 'test' },
    ]);
  });

  it('can be held again after it was lifted or ran out', async () => {
    const [first = 0] = family.invoiceIds;
    const { holdIds } = await application.api.holds.place({ invoiceIds: [first], reason: 'Een' });
    await application.api.holds.lift({ holdIds });
    application.context.store.sql
      .prepare(
        `INSERT INTO holds (scope, kind, school_id, invoice_id, reason, from_date, until_date, author, created_at)
         SELECT 'invoice', 'doNotProcess', school_id, id, 'Voorbij', '2026-10-01', '2026-11-19', 'test', '2026-10-01T09:00:00.000Z'
         FROM invoices WHERE id = ?`,
      )
      .run(first);
    expect(await held()).toEqual([]);
    const again = await application.api.holds.place({ invoiceIds: [first], reason: 'Twee', untilDate: '2026-11-20' });
    expect(again.alreadyHeld).toBe(0);
    expect(await held()).toEqual(['2026-1']);
  });

  it('refuses a date that is over, naming the field, and changes nothing', async () => {
    await expect(
      application.api.holds.place({
        invoiceIds: [...family.invoiceIds],
        reason: 'Te laat',
        untilDate: '2026-11-19',
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'untilDate' } });
    expect(await held()).toEqual([]);
  });

  it('refuses an invoice that does not exist and holds none of the others', async () => {
    await expect(
      application.api.holds.place({ invoiceIds: [...family.invoiceIds, 999], reason: 'Betwist' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await held()).toEqual([]);
  });

  it('refuses to lift what nobody holds, and lifts nothing twice', async () => {
    const { holdIds } = await application.api.holds.place({ invoiceIds: [...family.invoiceIds], reason: 'Betwist' });
    await application.api.holds.lift({ holdIds: holdIds.slice(0, 1) });
    expect(await application.api.holds.lift({ holdIds })).toEqual({ holdIds: holdIds.slice(1) });
    await expect(application.api.holds.lift({ holdIds })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves one line in the trail for each command, without the reason', async () => {
    const { holdIds } = await application.api.holds.place({ invoiceIds: [...family.invoiceIds], reason: 'Papa ziek' });
    await application.api.holds.lift({ holdIds });
    const lines = application.context.store.sql
      .prepare('SELECT command, household_id AS householdId, detail FROM audit_entries ORDER BY id')
      .all() as { command: string; householdId: number; detail: string }[];
    expect(lines.map(({ command, householdId }) => ({ command, householdId }))).toEqual([
      { command: 'holds.place', householdId: family.householdId },
      { command: 'holds.lift', householdId: family.householdId },
    ]);
    expect(lines.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
      { count: 2, firstId: holdIds[0], lastId: holdIds[1], untilDate: null },
      { count: 2, firstId: holdIds[0], lastId: holdIds[1] },
    ]);
  });

  it('takes a lift back: each with its own reason and date, and without what ran out meanwhile', async () => {
    const [first = 0, second = 0] = family.invoiceIds;
    await application.api.holds.place({ invoiceIds: [first], reason: 'Betwist' });
    await application.api.holds.place({ invoiceIds: [second], reason: 'Belofte', untilDate: '2026-12-15' });
    const { holdIds } = await application.api.holds.lift({
      selection: { grouping: 'invoice', keys: [first, second] },
    });
    expect(await held()).toEqual([]);
    const again = await application.api.holds.placeAgain({ holdIds });
    expect(again.holdIds).toHaveLength(2);
    const { rows } = await application.api.ledger.openItems({ filter: { held: true } });
    expect(rows.map(({ hold }) => [hold?.reason, hold?.untilDate])).toEqual([
      ['Betwist', null],
      ['Belofte', '2026-12-15'],
    ]);
    expect(await application.api.holds.placeAgain({ holdIds })).toEqual({ holdIds: [] });
  });
});

describe('niet verwerken for a selection', () => {
  /** Two families; the second has two payers who share, and a paid invoice that no selection stands for. */
  let second: FamilyIds;
  beforeEach(() => {
    const { store } = application.context;
    second = addFamily(store, addSchool(store, 'Middenschool De Linde'), {
      name: 'Gezin Baert',
      payers: [
        { firstName: 'An', lastName: 'Baert' },
        { firstName: 'Bob', lastName: 'Baert' },
      ],
      pupils: [
        {
          firstName: 'Lou',
          lastName: 'Baert',
          invoices: [
            { number: '2026-11', amountCents: 5000, dueDate: '2026-10-05' },
            { number: '2026-12', amountCents: 2500, paidCents: 2500 },
            { number: '2026-13', amountCents: 2500 },
          ],
        },
        {
          firstName: 'Mil',
          lastName: 'Baert',
          shares: [5000, 5000],
          invoices: [{ number: '2026-14', amountCents: 3000 }],
        },
      ],
    });
  });

  const cases: readonly (readonly [what: string, selection: () => Selection, expected: readonly string[]])[] = [
    [
      'invoices',
      () => ({ grouping: 'invoice', keys: [family.invoiceIds[1] ?? 0, second.invoiceIds[0] ?? 0] }),
      ['2026-11', '2026-2'],
    ],
    ['pupils', () => ({ grouping: 'pupil', keys: second.pupilIds.slice(0, 1) }), ['2026-11', '2026-13']],
    ['households', () => ({ grouping: 'household', keys: [second.householdId] }), ['2026-11', '2026-13', '2026-14']],
    ['payers', () => ({ grouping: 'payer', keys: second.payerIds.slice(1) }), ['2026-11', '2026-13', '2026-14']],
    [
      'unique pupils',
      () => ({ grouping: 'invoice', keys: second.invoiceIds.slice(0, 1), unique: 'pupil' }),
      ['2026-11', '2026-13'],
    ],
    [
      'unique households',
      () => ({ grouping: 'invoice', keys: second.invoiceIds.slice(0, 1), unique: 'household' }),
      ['2026-11', '2026-13', '2026-14'],
    ],
  ];

  it.each(cases)('holds and lifts what the running total of %s counts', async (_what, selectionOf, expected) => {
    const { api } = application;
    const selection = selectionOf();
    const totals = await api.ledger.selectionTotals(selection);
    expect(totals).toMatchObject({ invoices: expected.length, held: 0 });
    const { holdIds } = await api.holds.place({ selection, reason: 'Betwist' });
    expect(holdIds).toHaveLength(expected.length);
    expect((await held()).toSorted()).toEqual(expected);
    expect(await api.ledger.selectionTotals(selection)).toMatchObject({ held: expected.length });
    expect(await api.holds.lift({ selection })).toEqual({ holdIds });
    expect(await held()).toEqual([]);
  });

  it('refuses a selection of which nothing is open or nothing is held any more', async () => {
    const { api } = application;
    const selection: Selection = { grouping: 'invoice', keys: second.invoiceIds.slice(1, 2) };
    await expect(api.holds.place({ selection, reason: 'Betwist' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(api.holds.lift({ selection })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('holds, lifts and holds again 100,000 invoices in one go', async () => {
    const { api, context } = application;
    context.store.transaction(() => {
      context.store.sql
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99998)
           INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, created_at)
           SELECT school_id, pupil_id, billing_group_id, 'bulk-' || n.i, school_year, issue_date, due_date, created_at
           FROM invoices, n WHERE invoices.id = ?`,
        )
        .run(family.invoiceIds[0]);
      context.store.sql
        .prepare(
          `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
           SELECT school_id, id, 'charge', 100, issue_date, issue_date, 'test', created_at
           FROM invoices WHERE number LIKE 'bulk-%'`,
        )
        .run();
    });
    const selection: Selection = { grouping: 'pupil', keys: [...family.pupilIds] };
    const { holdIds } = await api.holds.place({ selection, reason: 'Alles' });
    expect(holdIds).toHaveLength(100_000);
    expect(await api.holds.lift({ selection })).toEqual({ holdIds });
    expect((await api.holds.placeAgain({ holdIds })).holdIds).toHaveLength(100_000);
    expect((await api.ledger.selectionTotals(selection)).held).toBe(100_000);
  });
});
