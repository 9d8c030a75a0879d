import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdKinds } from '#shared/holds/contract.ts';
import { holdKindRules } from '#shared/holds/kinds.ts';
import { holdsInForce } from '#main/holds/active-holds.ts';
import type { Store } from '#main/store/store.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { addUser, signedIn } from '#test/support/users.ts';

const today = '2026-11-20';
let application: TestApplication;
let store: Store;
let api: TestApplication['api'];
let wilg: number;
let linde: number;
/** Two parents; a child in each school. */
let abeel: FamilyIds;
/** One parent, in the first school. */
let beuk: FamilyIds;

beforeEach(async () => {
  application = await testApplication(today);
  ({ store } = application.context);
  ({ api } = application);
  wilg = addSchool(store);
  linde = addSchool(store, 'Middenschool De Linde');
  abeel = addFamily(store, wilg, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel' },
      { firstName: 'Bram', lastName: 'Den' },
    ],
    pupils: [
      { firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: 'W-1', amountCents: 80_00 }] },
      {
        firstName: 'Lou',
        lastName: 'Abeel',
        schoolId: linde,
        shares: [6000, 4000],
        invoices: [{ number: 'L-1', amountCents: 100_00 }],
      },
    ],
  });
  beuk = addFamily(store, wilg, {
    name: 'Gezin Beuk',
    payers: [{ firstName: 'Cis', lastName: 'Beuk' }],
    pupils: [
      {
        firstName: 'Mil',
        lastName: 'Beuk',
        invoices: [
          { number: 'W-2', amountCents: 30_00 },
          { number: 'W-3', amountCents: -5_00 },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

const held = async (): Promise<string[]> =>
  (await api.ledger.openItems({ filter: { held: true } })).rows.map(({ number }) => number ?? '').toSorted();
const shown = async (number: string) =>
  (await api.ledger.openItems({})).rows.find((row) => row.number === number)?.hold ?? null;

describe('what a hold holds', () => {
  it('a household: every bill of every child, in each school of the board', async () => {
    const { holdIds, alreadyHeld } = await api.holds.place({
      householdId: abeel.householdId,
      kind: 'bereavement',
      reason: 'Grootmoeder overleden',
    });
    expect({ count: holdIds.length, alreadyHeld }).toEqual({ count: 1, alreadyHeld: 0 });
    expect(await held()).toEqual(['L-1', 'W-1']);
    expect(await shown('L-1')).toEqual({
      holdId: holdIds[0],
      kind: 'bereavement',
      scope: 'household',
      reason: 'Grootmoeder overleden',
      untilDate: null,
    });
    const { invoices } = await api.dossier.page({ householdId: abeel.householdId });
    expect(invoices.map(({ hold }) => hold?.kind)).toEqual(['bereavement', 'bereavement']);
    await api.holds.lift({ holdIds });
    expect(await held()).toEqual([]);
  });

  it('a school: everything of that school, as long as the holidays last, and no day longer', async () => {
    await api.holds.place({ schoolId: wilg, reason: 'Kerstvakantie', untilDate: '2027-01-03' });
    expect(await held()).toEqual(['W-1', 'W-2', 'W-3']);
    expect((await shown('W-2'))?.scope).toBe('school');
    expect(holdsInForce(store, '2027-01-03')).toEqual([
      expect.objectContaining({ schoolId: wilg, householdId: null, payerId: null, invoiceId: null }),
    ]);
    expect(holdsInForce(store, '2027-01-04')).toEqual([]);
  });

  it('a payer: what others owe as well is still asked, what only that payer owes is not', async () => {
    await api.holds.place({ payerId: abeel.payerIds[0] ?? 0, kind: 'socialFile', reason: 'OCMW Gent' });
    expect(await held()).toEqual([]);
    await api.holds.place({ payerId: beuk.payerIds[0] ?? 0, kind: 'promise', reason: 'a', untilDate: '2026-12-01' });
    expect(await held()).toEqual(['W-2', 'W-3']);
    expect(await shown('W-2')).toMatchObject({ kind: 'promise', scope: 'payer', untilDate: '2026-12-01' });
    const { rows } = await api.ledger.openItems({ grouping: 'payer' });
    const heldOf = new Map(rows.map(({ payerName, heldCount, count }) => [payerName, [heldCount, count]]));
    expect(heldOf).toEqual(
      new Map([
        ['Anke Abeel', [2, 2]],
        ['Bram Den', [0, 2]],
        ['Cis Beuk', [2, 2]],
      ]),
    );
  });

  it('a payer of a split bill: held once both parents are', async () => {
    const [mother = 0, father = 0] = abeel.payerIds;
    await api.holds.place({ payerId: mother, reason: 'a' });
    expect(await held()).toEqual([]);
    await api.holds.place({ payerId: father, reason: 'b' });
    expect(await held()).toEqual(['L-1', 'W-1']);
  });

  it('of several on one bill the most careful is shown, and each is lifted by itself', async () => {
    const [invoiceId = 0] = abeel.invoiceIds;
    await api.holds.place({ invoiceIds: [invoiceId], kind: 'promise', reason: 'a', untilDate: '2027-03-01' });
    const { holdIds } = await api.holds.place({
      householdId: abeel.householdId,
      kind: 'mediation',
      reason: 'CAW',
    });
    expect((await shown('W-1'))?.kind).toBe('mediation');
    await api.holds.lift({ holdIds });
    expect(await shown('W-1')).toMatchObject({ kind: 'promise', scope: 'invoice' });
  });

  it('a bill can be disputed while a promise stands on it; the same kind twice is one hold', async () => {
    const [invoiceId = 0] = abeel.invoiceIds;
    const input = { invoiceIds: [invoiceId], reason: 'a' };
    await api.holds.place({ ...input, kind: 'promise', untilDate: '2026-12-01' });
    expect(await api.holds.place({ ...input, kind: 'dispute' })).toMatchObject({ alreadyHeld: 0 });
    expect(await api.holds.place({ ...input, kind: 'dispute' })).toEqual({ holdIds: [], alreadyHeld: 1 });
    const household = { householdId: abeel.householdId, reason: 'a', kind: 'plan' as const };
    await api.holds.place({ ...household, untilDate: '2026-12-01' });
    expect((await api.holds.place({ ...household, untilDate: '2026-12-15' })).holdIds).toHaveLength(1);
    expect(await api.holds.place({ ...household, untilDate: '2026-12-10' })).toEqual({ holdIds: [], alreadyHeld: 1 });
  });

  it('refuses what is not there', async () => {
    for (const what of [{ householdId: 999 }, { payerId: 999 }, { schoolId: 999 }]) {
      await expect(api.holds.place({ ...what, reason: 'a' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('from when and until when', () => {
  it('from a day in the future: nothing is held before it', async () => {
    const { holdIds } = await api.holds.place({
      schoolId: wilg,
      reason: 'Kerstvakantie',
      fromDate: '2026-12-21',
      untilDate: '2027-01-03',
    });
    expect(await held()).toEqual([]);
    expect(holdsInForce(store, '2026-12-20')).toEqual([]);
    expect(holdsInForce(store, '2026-12-21').map(({ holdId }) => holdId)).toEqual(holdIds);
    expect((await api.holds.list({})).map(({ fromDate }) => fromDate)).toEqual(['2026-12-21']);
  });

  it.each([
    ['5i', '2025-03-07', '2025-04-23'],
    ['5k', '2025-06-02', '2025-07-17'],
  ])('mediation %s: 45 calendar days from the first working day after the request', async (_example, asked, until) => {
    const then = await testApplication(asked);
    try {
      const schoolId = addSchool(then.context.store);
      const { payerIds } = addFamily(then.context.store, schoolId, {
        name: 'Gezin Den',
        payers: [{ firstName: 'An', lastName: 'Den' }],
        pupils: [{ firstName: 'Ine', lastName: 'Den', invoices: [{ number: '1', amountCents: 100 }] }],
      });
      await then.api.holds.place({ payerId: payerIds[0] ?? 0, kind: 'mediation', reason: 'CAW' });
      const [row] = await then.api.holds.list({});
      expect(row).toMatchObject({ fromDate: asked, untilDate: until, freezesCosts: true });
    } finally {
      await then.close();
    }
  });

  it('a plan that was asked for holds 30 days, a promise asks until when, a debt settlement has no end', async () => {
    const place = (kind: 'plan' | 'promise' | 'debtSettlement') =>
      api.holds.place({ householdId: abeel.householdId, kind, reason: 'a' });
    await place('plan');
    await place('debtSettlement');
    await expect(place('promise')).rejects.toMatchObject({ code: 'INVALID', data: { field: 'untilDate' } });
    const rows = await api.holds.list({});
    expect(rows.map(({ kind, untilDate, daysLeft }) => [kind, untilDate, daysLeft])).toEqual([
      ['plan', '2026-12-20', 30],
      ['debtSettlement', null, null],
    ]);
  });

  it.each([
    ['a last day before the first', { fromDate: '2026-12-10', untilDate: '2026-12-01' }, 'untilDate'],
    ['a review day that is over', { reviewDate: '2026-11-19' }, 'reviewDate'],
  ])('refuses %s', async (_what, days, field) => {
    const placing = api.holds.place({ schoolId: wilg, reason: 'a', ...days });
    await expect(placing).rejects.toMatchObject({ code: 'INVALID', data: { field } });
    expect(await api.holds.list({ withEnded: true })).toEqual([]);
  });
});

describe('costs and interest', () => {
  it.each(holdKinds)('%s freezes them as its kind says, and the law is not asked', async (kind) => {
    const untilDate = holdKindRules[kind].asksUntil ? '2026-12-01' : null;
    await api.holds.place({ householdId: abeel.householdId, kind, reason: 'a', untilDate, freezesCosts: false });
    await api.holds.place({ householdId: beuk.householdId, kind, reason: 'a', untilDate });
    const rows = await api.holds.list({});
    expect(new Map(rows.map(({ householdName, freezesCosts }) => [householdName, freezesCosts]))).toEqual(
      new Map([
        ['Gezin Abeel', ['mediation', 'debtSettlement'].includes(kind)],
        ['Gezin Beuk', holdKindRules[kind].freezesCosts !== 'no'],
      ]),
    );
  });
});

describe('a hold that cannot be read', () => {
  const broken = (scope: string, columns: string, values: string, fromDate: string): void => {
    store.sql.exec(`INSERT INTO holds (scope, kind, ${columns}, reason, from_date, author, created_at)
      VALUES ('${scope}', 'dispute', ${values}, 'kapot', '${fromDate}', 'x', '2026-01-01T00:00:00.000Z')`);
  };

  it.each(['', 'morgen', '2026-13-40', '2027-02-30', '01/12/2027'])('from "%s" holds', async (fromDate) => {
    broken('household', 'household_id', String(beuk.householdId), fromDate);
    expect(await held()).toEqual(['W-2', 'W-3']);
    expect(holdsInForce(store, today)).toEqual([expect.objectContaining({ fromDate, householdId: beuk.householdId })]);
    expect((await api.holds.list({})).map((row) => row.fromDate)).toEqual([fromDate]);
  });

  it('until a day that is none holds for good, and stands on top of the list', async () => {
    await api.holds.place({ schoolId: linde, reason: 'a', untilDate: today });
    store.sql
      .exec(`INSERT INTO holds (scope, kind, school_id, invoice_id, reason, from_date, until_date, author, created_at)
      VALUES ('invoice', 'dispute', ${wilg}, ${beuk.invoiceIds[0]}, 'kapot', '2026-01-01', '2026-02-30', 'x', 'x')`);
    expect(await held()).toEqual(['L-1', 'W-2']);
    expect(await shown('W-2')).toMatchObject({ reason: 'kapot', untilDate: null });
    expect((await api.holds.list({})).map(({ reason, untilDate }) => [reason, untilDate])).toEqual([
      ['kapot', '2026-02-30'],
      ['a', today],
    ]);
    const [row] = await api.holds.list({});
    const { holdId } = await api.holds.change({
      holdId: row?.holdId ?? 0,
      reason: 'nagekeken',
      untilDate: '2026-12-01',
    });
    expect(await shown('W-2')).toMatchObject({ holdId, reason: 'nagekeken', untilDate: '2026-12-01' });
  });
});

describe('who of one school', () => {
  it('sees and lifts what concerns that school, and places nothing elsewhere', async () => {
    addUser(store, { name: 'Anna', roles: [{ role: 'administrator', schoolId: null }] });
    const director = addUser(store, { name: 'Dora', roles: [{ role: 'director', schoolId: null }] });
    const user = addUser(store, { name: 'Lena', roles: [{ role: 'secretary', schoolId: linde }] });
    const lena = signedIn(application.context, user);
    const everybody = signedIn(application.context, director);
    await everybody.holds.place({ householdId: abeel.householdId, reason: 'gezin' });
    await everybody.holds.place({ payerId: abeel.payerIds[0] ?? 0, reason: 'betaler' });
    await everybody.holds.place({ householdId: beuk.householdId, reason: 'ander gezin' });
    await everybody.holds.place({ payerId: beuk.payerIds[0] ?? 0, reason: 'andere betaler' });
    await everybody.holds.place({ invoiceIds: [abeel.invoiceIds[0] ?? 0], reason: 'andere school' });
    await everybody.holds.place({ schoolId: wilg, reason: 'vakantie' });
    const rows = await lena.holds.list({});
    expect(rows.map(({ reason, openCents }) => [reason, openCents])).toEqual([
      ['betaler', 60_00],
      ['gezin', 100_00],
    ]);
    for (const what of [{ schoolId: wilg }, { householdId: beuk.householdId }, { payerId: beuk.payerIds[0] ?? 0 }]) {
      await expect(lena.holds.place({ ...what, reason: 'x' })).rejects.toMatchObject({ code: 'REFUSED' });
    }
    await expect(lena.holds.place({ schoolId: linde, reason: 'x' })).resolves.toMatchObject({ alreadyHeld: 0 });
    const others = (await everybody.holds.list({})).filter(({ reason }) => reason.startsWith('ander'));
    for (const { holdId } of others) {
      await expect(lena.holds.lift({ holdIds: [holdId] })).rejects.toMatchObject({ code: 'REFUSED' });
      await expect(lena.holds.change({ holdId, reason: 'x', untilDate: null })).rejects.toMatchObject({
        code: 'REFUSED',
      });
    }
  });

  it('care sees what is held and changes nothing', async () => {
    addUser(store, { name: 'Anna', roles: [{ role: 'administrator', schoolId: null }] });
    const zoe = signedIn(
      application.context,
      addUser(store, { name: 'Zoe', roles: [{ role: 'care', schoolId: wilg }] }),
    );
    await expect(zoe.holds.place({ householdId: abeel.householdId, reason: 'x' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect(await zoe.holds.list({})).toEqual([]);
  });
});
