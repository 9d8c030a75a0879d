import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { holdsEnding } from '#main/holds/active-holds.ts';
import type { Store } from '#main/store/store.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';

const today = '2026-11-20';
let application: TestApplication;
let store: Store;
let api: TestApplication['api'];
let schoolId: number;
let family: FamilyIds;

beforeEach(async () => {
  application = await testApplication(today);
  // Every moment a second after the one before, so that the order is sure.
  let moment = Date.parse('2026-11-20T10:00:00.000Z');
  const now = () => new Date((moment += 1000)).toISOString();
  api = createRouterClient(router, { context: { ...application.context, clock: { today: () => today, now } } });
  ({ store } = application.context);
  schoolId = addSchool(store);
  family = addFamily(store, schoolId, {
    name: 'Gezin Çelik',
    payers: [
      { firstName: 'Ayşe', lastName: 'Çelik' },
      { firstName: 'Bram', lastName: 'Den' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Çelik',
        shares: [6000, 4000],
        invoices: [
          { number: 'F-1', amountCents: 80_00 },
          { number: 'F-2', amountCents: 45_01, paidCents: 20_00 },
          { number: 'F-3', amountCents: -10_00 },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

const [firstInvoice, payer] = [() => family.invoiceIds[0] ?? 0, () => family.payerIds[0] ?? 0];
const reasons = async (input: Parameters<typeof api.holds.list>[0] = {}) =>
  (await api.holds.list(input)).map(({ reason }) => reason);

describe('the list of holds', () => {
  beforeEach(async () => {
    await api.holds.place({ schoolId, reason: 'vakantie', fromDate: '2026-12-21', untilDate: '2027-01-03' });
    await api.holds.place({ householdId: family.householdId, kind: 'socialFile', reason: 'OCMW' });
    await api.holds.place({ payerId: payer(), kind: 'promise', reason: 'betaalt', untilDate: '2026-12-01' });
    await api.holds.place({ invoiceIds: [firstInvoice()], kind: 'dispute', reason: 'twist', reviewDate: '2026-11-25' });
  });

  it('names whom each holds, how many days are left and what it keeps out, what ends first on top', async () => {
    const rows = await api.holds.list({});
    expect(
      rows.map((row) => [row.reason, row.scope, row.householdName, row.payerName, row.invoiceNumber, row.schoolName]),
    ).toEqual([
      ['twist', 'invoice', 'Gezin Çelik', null, 'F-1', 'Basisschool De Wilg'],
      ['betaalt', 'payer', 'Gezin Çelik', 'Ayşe Çelik', null, null],
      ['vakantie', 'school', null, null, null, 'Basisschool De Wilg'],
      ['OCMW', 'household', 'Gezin Çelik', null, null, null],
    ]);
    expect(rows.map(({ daysLeft, openCents }) => [daysLeft, openCents])).toEqual([
      [5, 80_00],
      // 60 % of 80,00 and of 25,01: the cent that is left over goes to the largest remainder.
      [11, 63_01],
      [44, 105_01],
      [null, 105_01],
    ]);
    expect(rows.every(({ author, liftedAt }) => author === 'test' && liftedAt === null)).toBe(true);
  });

  it('narrows to a kind, a scope, words and a household', async () => {
    addFamily(store, addSchool(store, 'De Linde'), { name: 'Gezin Elders', pupils: [] });
    expect(await reasons({ kind: 'promise' })).toEqual(['betaalt']);
    expect(await reasons({ scope: 'school' })).toEqual(['vakantie']);
    expect(await reasons({ search: 'ayse CELIK' })).toEqual(['betaalt']);
    expect(await reasons({ search: 'sociaal dossier' })).toEqual(['OCMW']);
    expect(await reasons({ search: 'f-1' })).toEqual(['twist']);
    expect(await reasons({ search: 'gezin', limit: 2 })).toEqual(['twist', 'betaalt']);
    expect(await reasons({ householdId: family.householdId })).toHaveLength(4);
    const other = addFamily(store, schoolId, { name: 'Ander', pupils: [{ firstName: 'A', lastName: 'B' }] });
    expect(await reasons({ householdId: other.householdId })).toEqual(['vakantie']);
  });

  it('shows what was lifted or ran out only when asked', async () => {
    const [row] = await api.holds.list({ kind: 'dispute' });
    await api.holds.lift({ holdIds: [row?.holdId ?? 0] });
    insert(store, 'holds', {
      scope: 'payer',
      kind: 'promise',
      payer_id: payer(),
      reason: 'vorig jaar',
      from_date: '2025-01-01',
      until_date: '2025-02-01',
      author: 'x',
      created_at: '2025-01-01T00:00:00.000Z',
    });
    expect(await reasons()).toEqual(['betaalt', 'vakantie', 'OCMW']);
    const all = await api.holds.list({ withEnded: true });
    expect(all.map(({ reason, liftedBy }) => [reason, liftedBy])).toEqual([
      ['vorig jaar', null],
      ['twist', 'test'],
      ['betaalt', null],
      ['vakantie', null],
      ['OCMW', null],
    ]);
  });

  it('tells the worklist which end or must be looked at, bills of one household in one line', async () => {
    await api.holds.place({
      invoiceIds: [...family.invoiceIds],
      reason: 'samen',
      untilDate: '2026-11-22',
    });
    const ending = holdsEnding(store, today, 7);
    expect(
      ending.map(({ endsOn, kind, householdName, invoiceNumbers }) => [endsOn, kind, householdName, invoiceNumbers]),
    ).toEqual([
      ['2026-11-22', 'doNotProcess', 'Gezin Çelik', ['F-1', 'F-2', 'F-3']],
      ['2026-11-25', 'dispute', 'Gezin Çelik', ['F-1']],
    ]);
    expect(holdsEnding(store, today, 11).at(-1)).toMatchObject({ kind: 'promise', payerName: 'Ayşe Çelik' });
    expect(holdsEnding(store, '2026-12-01', 0).map(({ kind }) => kind)).toEqual(['dispute', 'promise']);
    expect(holdsEnding(store, today, 60, [])).toEqual([]);
    expect(holdsEnding(store, today, 60, [schoolId])).toHaveLength(4);
    store.sql.exec(`UPDATE holds SET until_date = '2026-02-30' WHERE kind = 'promise'`);
    expect(holdsEnding(store, today, 0)).toEqual([expect.objectContaining({ kind: 'promise', endsOn: null })]);
  });
});

describe('changing a hold', () => {
  it('puts a new row in its place: the same thing, kind, first day and freezing', async () => {
    const { holdIds } = await api.holds.place({
      payerId: payer(),
      kind: 'promise',
      reason: 'tegen 1/12',
      fromDate: '2026-11-18',
      untilDate: '2026-12-01',
      freezesCosts: true,
    });
    const { holdId } = await api.holds.change({
      holdId: holdIds[0] ?? 0,
      reason: 'tegen 15/12',
      untilDate: '2026-12-15',
      reviewDate: '2026-12-10',
    });
    expect(await api.holds.list({})).toMatchObject([
      {
        holdId,
        kind: 'promise',
        scope: 'payer',
        reason: 'tegen 15/12',
        fromDate: '2026-11-18',
        untilDate: '2026-12-15',
        reviewDate: '2026-12-10',
        freezesCosts: true,
        daysLeft: 20,
      },
    ]);
    expect(await reasons({ withEnded: true })).toEqual(['tegen 1/12', 'tegen 15/12']);
    const again = api.holds.change({ holdId: holdIds[0] ?? 0, reason: 'x', untilDate: null });
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses to leave a promise without a day, and a day that is over', async () => {
    const { holdIds } = await api.holds.place({
      payerId: payer(),
      kind: 'promise',
      reason: 'a',
      untilDate: '2026-12-01',
    });
    for (const untilDate of [null, '2026-11-19']) {
      const change = api.holds.change({ holdId: holdIds[0] ?? 0, reason: 'a', untilDate });
      await expect(change).rejects.toMatchObject({ code: 'INVALID', data: { field: 'untilDate' } });
    }
    expect(await reasons()).toEqual(['a']);
  });
});

describe('lifting and taking that back', () => {
  it('of every scope: each comes back with its own kind, days and freezing, and not twice', async () => {
    const placed = [
      await api.holds.place({ schoolId, reason: 's', fromDate: '2026-12-21', untilDate: '2027-01-03' }),
      await api.holds.place({ householdId: family.householdId, kind: 'debtSettlement', reason: 'h' }),
      await api.holds.place({ payerId: payer(), kind: 'plan', reason: 'p', reviewDate: '2026-12-01' }),
      await api.holds.place({ invoiceIds: [firstInvoice()], kind: 'dispute', reason: 'i' }),
    ].flatMap(({ holdIds }) => holdIds);
    const before = await api.holds.list({});
    const { holdIds } = await api.holds.lift({ holdIds: placed });
    expect(await api.holds.list({})).toEqual([]);
    const again = await api.holds.placeAgain({ holdIds });
    expect(again.holdIds).toHaveLength(4);
    const bare = (rows: typeof before) => rows.map(({ holdId: _holdId, at: _at, ...row }) => row);
    expect(bare(await api.holds.list({}))).toEqual(bare(before));
    expect(await api.holds.placeAgain({ holdIds })).toMatchObject({ holdIds: [] });
  });

  it('refuses to lift what an open debt settlement stands on', async () => {
    const { holdIds } = await api.holds.place({ payerId: payer(), kind: 'debtSettlement', reason: 'rechtbank' });
    insert(store, 'debt_settlements', {
      household_id: family.householdId,
      payer_id: payer(),
      hold_id: holdIds[0] ?? 0,
      order_sent_on: today,
      frozen: '[]',
      author: 'x',
      created_at: today,
    });
    await expect(api.holds.lift({ holdIds })).rejects.toMatchObject({ code: 'REFUSED' });
    const { holdId } = await api.holds.change({ holdId: holdIds[0] ?? 0, reason: 'rechtbank Gent', untilDate: null });
    await expect(api.holds.lift({ holdIds: [holdId] })).rejects.toMatchObject({ code: 'REFUSED' });
    store.sql.exec(`UPDATE debt_settlements SET closed_on = '${today}', outcome = 'revoked'`);
    expect(await api.holds.lift({ holdIds: [holdId] })).toEqual({ holdIds: [holdId] });
  });

  it('a trail of whose it was, without why', async () => {
    const { holdIds } = await api.holds.place({ payerId: payer(), kind: 'bereavement', reason: 'Oma gestorven' });
    await api.holds.change({ holdId: holdIds[0] ?? 0, reason: 'Oma gestorven', untilDate: '2026-12-01' });
    const lines = store.sql
      .prepare(
        'SELECT command, household_id AS householdId, school_id AS schoolId, detail FROM audit_entries ORDER BY id',
      )
      .all() as { command: string; householdId: number; schoolId: number | null; detail: string }[];
    expect(lines.map(({ command, householdId, schoolId: of }) => [command, householdId, of])).toEqual([
      ['holds.place', family.householdId, null],
      ['holds.change', family.householdId, null],
    ]);
    expect(lines.map(({ detail }) => detail).join()).not.toContain('Oma');
  });
});

describe('when families change', () => {
  it('a merge takes the holds of the household along, those that were lifted too', async () => {
    const other = addFamily(store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Bram', lastName: 'Den' }],
      pupils: [{ firstName: 'Lou', lastName: 'Den', invoices: [{ number: 'D-1', amountCents: 50_00 }] }],
    });
    const lifted = await api.holds.place({ householdId: family.householdId, reason: 'vroeger' });
    await api.holds.lift({ holdIds: lifted.holdIds });
    await api.holds.place({ householdId: family.householdId, kind: 'mediation', reason: 'CAW' });
    await api.people.mergeHouseholds({
      fromHouseholdId: family.householdId,
      intoHouseholdId: other.householdId,
    });
    const { rows } = await api.ledger.openItems({ filter: { held: true } });
    expect(rows.map(({ number, hold }) => [number, hold?.kind]).toSorted()).toEqual(
      ['D-1', 'F-1', 'F-2', 'F-3'].map((number) => [number, 'mediation']),
    );
    expect(await reasons({ householdId: other.householdId, withEnded: true })).toEqual(['CAW', 'vroeger']);
    const { entries } = await api.dossier.timeline({ householdId: other.householdId });
    expect(entries.filter(({ kind }) => kind === 'hold' || kind === 'lift').map(({ summary }) => summary)).toEqual([
      'Heel het gezin opgeschort tot en met 06/01/2027 (bemiddeling): CAW',
      'Heel het gezin niet meer opgeschort (was niet verwerken: vroeger)',
      'Heel het gezin opgeschort (niet verwerken): vroeger',
    ]);
    // What was held under the old address is found under the new one.
    expect(
      (await api.holds.place({ householdId: family.householdId, kind: 'mediation', reason: 'x' })).alreadyHeld,
    ).toBe(1);
  });

  it('a split leaves both halves held', async () => {
    const two = addFamily(store, schoolId, {
      name: 'Gezin Els',
      payers: [
        { firstName: 'An', lastName: 'Els' },
        { firstName: 'Bo', lastName: 'Els' },
      ],
      pupils: [],
    });
    const pupils = [0, 1].map((index) => {
      const pupilId = insert(store, 'pupils', {
        school_id: schoolId,
        household_id: two.householdId,
        first_name: `Kind ${index}`,
        last_name: 'Els',
        class_name: '1A',
        created_at: today,
      });
      insert(store, 'liabilities', {
        school_id: schoolId,
        pupil_id: pupilId,
        payer_id: two.payerIds[index] ?? 0,
        kind: 'joint',
        share_bp: 10_000,
      });
      return pupilId;
    });
    await api.holds.place({ householdId: two.householdId, kind: 'socialFile', reason: 'OCMW' });
    const { householdId } = await api.people.splitHousehold({
      householdId: two.householdId,
      pupilIds: pupils.slice(1),
      payerIds: two.payerIds.slice(1),
      name: 'Gezin Els 2',
    });
    for (const half of [two.householdId, householdId]) {
      expect(await api.holds.list({ householdId: half })).toMatchObject([{ kind: 'socialFile', reason: 'OCMW' }]);
    }
  });

  it('the dossier tells of a payer by name', async () => {
    const { holdIds } = await api.holds.place({
      payerId: payer(),
      kind: 'promise',
      reason: 'a',
      untilDate: '2026-12-01',
    });
    await api.holds.lift({ holdIds });
    const { entries } = await api.dossier.timeline({ householdId: family.householdId });
    expect(entries.slice(0, 2).map(({ kind, summary }) => [kind, summary])).toEqual([
      ['lift', 'Betaler Ayşe Çelik niet meer opgeschort (was betaalbelofte: a)'],
      ['hold', 'Betaler Ayşe Çelik opgeschort tot en met 01/12/2026 (betaalbelofte): a'],
    ]);
  });
});
