import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    const answer = await application.api.dunning.hold({
      invoiceIds: [first],
      reason: 'Gesprek met mama',
      untilDate: '2026-12-15',
    });
    expect(answer).toMatchObject({ alreadyHeld: 0 });
    const { rows } = await application.api.ledger.openItems({ filter: { held: true } });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hold).toEqual({
      holdId: answer.holdIds[0],
      reason: 'Gesprek met mama',
      untilDate: '2026-12-15',
    });
  });

  it('counts what is held already and leaves its own reason and date', async () => {
    const [first = 0, second = 0] = family.invoiceIds;
    await application.api.dunning.hold({ invoiceIds: [first], reason: 'Betwist' });
    const again = await application.api.dunning.hold({ invoiceIds: [first, second, second], reason: 'Ander' });
    expect(again).toMatchObject({ alreadyHeld: 1 });
    expect(again.holdIds).toHaveLength(1);
    const { rows } = await application.api.ledger.openItems({ filter: { held: true } });
    expect(rows.map((row) => row.hold?.reason)).toEqual(['Betwist', 'Ander']);
  });

  it('lifts: the invoice is back in the list and the hold stays in the history', async () => {
    const { holdIds } = await application.api.dunning.hold({ invoiceIds: [...family.invoiceIds], reason: 'Betwist' });
    expect(await application.api.dunning.lift({ holdIds })).toEqual({ lifted: 2 });
    expect(await held()).toEqual([]);
    const kept = application.context.store.sql.prepare('SELECT reason, lifted_by FROM holds').all();
    expect(kept).toEqual([
      { reason: 'Betwist', lifted_by: 'test' },
      { reason: 'Betwist', lifted_by: 'test' },
    ]);
  });

  it('can be held again after it was lifted or ran out', async () => {
    const [first = 0] = family.invoiceIds;
    const { holdIds } = await application.api.dunning.hold({ invoiceIds: [first], reason: 'Een' });
    await application.api.dunning.lift({ holdIds });
    application.context.store.sql
      .prepare(
        `INSERT INTO holds (school_id, invoice_id, reason, from_date, until_date, author, created_at)
         SELECT school_id, id, 'Voorbij', '2026-10-01', '2026-11-19', 'test', '2026-10-01T09:00:00.000Z'
         FROM invoices WHERE id = ?`,
      )
      .run(first);
    expect(await held()).toEqual([]);
    const again = await application.api.dunning.hold({ invoiceIds: [first], reason: 'Twee', untilDate: '2026-11-20' });
    expect(again.alreadyHeld).toBe(0);
    expect(await held()).toEqual(['2026-1']);
  });

  it('refuses a date that is over, naming the field, and changes nothing', async () => {
    await expect(
      application.api.dunning.hold({
        invoiceIds: [...family.invoiceIds],
        reason: 'Te laat',
        untilDate: '2026-11-19',
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'untilDate' } });
    expect(await held()).toEqual([]);
  });

  it('refuses an invoice that does not exist and holds none of the others', async () => {
    await expect(
      application.api.dunning.hold({ invoiceIds: [...family.invoiceIds, 999], reason: 'Betwist' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await held()).toEqual([]);
  });

  it('refuses to lift what nobody holds, and lifts nothing twice', async () => {
    const { holdIds } = await application.api.dunning.hold({ invoiceIds: [...family.invoiceIds], reason: 'Betwist' });
    await application.api.dunning.lift({ holdIds: holdIds.slice(0, 1) });
    expect(await application.api.dunning.lift({ holdIds })).toEqual({ lifted: 1 });
    await expect(application.api.dunning.lift({ holdIds })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves one line in the trail for each command, without the reason', async () => {
    const { holdIds } = await application.api.dunning.hold({ invoiceIds: [...family.invoiceIds], reason: 'Papa ziek' });
    await application.api.dunning.lift({ holdIds });
    const lines = application.context.store.sql
      .prepare('SELECT command, household_id AS householdId, detail FROM audit_entries ORDER BY id')
      .all() as { command: string; householdId: number; detail: string }[];
    expect(lines.map(({ command, householdId }) => ({ command, householdId }))).toEqual([
      { command: 'dunning.hold', householdId: family.householdId },
      { command: 'dunning.lift', householdId: family.householdId },
    ]);
    expect(lines.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
      { count: 2, firstId: holdIds[0], lastId: holdIds[1], untilDate: null },
      { count: 2, firstId: holdIds[0], lastId: holdIds[1] },
    ]);
  });

  it('holds and lifts 20,000 invoices in one go', async () => {
    const { sql, transaction } = application.context.store;
    transaction(() => {
      sql
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
           INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, school_year, issue_date, due_date, created_at)
           SELECT school_id, pupil_id, billing_group_id, 'bulk-' || n.i, school_year, issue_date, due_date, created_at
           FROM invoices, n WHERE invoices.id = ?`,
        )
        .run(family.invoiceIds[0]);
    });
    const invoiceIds = sql.prepare(`SELECT id FROM invoices WHERE number LIKE 'bulk-%'`).pluck().all() as number[];
    const { holdIds } = await application.api.dunning.hold({ invoiceIds, reason: 'Alles' });
    expect(holdIds).toHaveLength(20_000);
    expect(await application.api.dunning.lift({ holdIds })).toEqual({ lifted: 20_000 });
  });
});
