import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let api: TestApplication['api'];
let schoolId: number;

beforeEach(async () => {
  application = await testApplication();
  ({ api } = application);
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

/** Ann owes for Noor, Bert for Jef. */
function twoSides(name = 'Gezin Een-Twee'): FamilyIds {
  const family = addFamily(application.context.store, schoolId, {
    name,
    payers: [
      { firstName: 'Ann', lastName: 'Een', email: 'ann@voorbeeld.example' },
      { firstName: 'Bert', lastName: 'Twee' },
    ],
    pupils: [
      { firstName: 'Noor', lastName: 'Een', invoices: [{ number: `${name}-1`, amountCents: 5000 }] },
      { firstName: 'Jef', lastName: 'Twee', invoices: [{ number: `${name}-2`, amountCents: 3000 }] },
    ],
  });
  const { sql } = application.context.store;
  sql
    .prepare('DELETE FROM liabilities WHERE pupil_id = ? AND payer_id = ?')
    .run(family.pupilIds[0], family.payerIds[1]);
  sql
    .prepare('DELETE FROM liabilities WHERE pupil_id = ? AND payer_id = ?')
    .run(family.pupilIds[1], family.payerIds[0]);
  return family;
}

function hasEmail(householdId: number): unknown {
  return application.context.store.sql
    .prepare('SELECT has_email FROM households WHERE id = ?')
    .pluck()
    .get(householdId);
}

describe('merging two households', () => {
  it('moves pupils, payers, notes, documents and next steps, and leaves a signpost', async () => {
    const from = twoSides('Van');
    const into = addFamily(application.context.store, schoolId, {
      name: 'Gezin Naar',
      pupils: [{ firstName: 'Lotte', lastName: 'Naar' }],
    });
    await api.dossier.addNote({ householdId: from.householdId, kind: 'call', body: 'Gebeld.' });
    await api.dossier.setNextStep({ householdId: from.householdId, what: 'Bellen', dueDate: '2026-11-24' });
    await api.dossier.addDocument({
      householdId: from.householdId,
      fileName: 'a.txt',
      contentBase64: Buffer.from('a').toString('base64'),
    });
    expect(
      await api.people.mergeHouseholds({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId }),
    ).toEqual({ householdId: into.householdId });
    const page = await api.dossier.page({ householdId: into.householdId });
    expect(page.pupils.map(({ firstName }) => firstName).toSorted()).toEqual(['Jef', 'Lotte', 'Noor']);
    expect(page.payers).toHaveLength(2);
    expect(page.nextSteps).toHaveLength(1);
    expect(page.documents).toHaveLength(1);
    expect(page.lastContact?.channel).toBe('call');
    expect(page.totals.openCents).toBe(8000);
    expect([hasEmail(from.householdId), hasEmail(into.householdId)]).toEqual([0, 1]);
  });

  it('refuses to merge a household with itself, or one that is gone already', async () => {
    const from = twoSides('Van');
    const into = twoSides('Naar');
    const merge = { fromHouseholdId: from.householdId, intoHouseholdId: into.householdId };
    await expect(api.people.mergeHouseholds({ ...merge, intoHouseholdId: from.householdId })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'intoHouseholdId' },
    });
    await api.people.mergeHouseholds(merge);
    await expect(api.people.mergeHouseholds(merge)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      api.people.mergeHouseholds({ fromHouseholdId: into.householdId, intoHouseholdId: from.householdId }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await api.audit.verify()).firstBroken).toBeNull();
  });
});

describe('splitting a household', () => {
  it('puts a pupil with the payer who owes for it in a household of their own', async () => {
    const family = twoSides();
    const { householdId } = await api.people.splitHousehold({
      householdId: family.householdId,
      pupilIds: [family.pupilIds[1] ?? 0],
      payerIds: [family.payerIds[1] ?? 0],
      name: 'Gezin Twee',
    });
    const [staying, leaving] = await Promise.all([
      api.dossier.page({ householdId: family.householdId }),
      api.dossier.page({ householdId }),
    ]);
    expect([staying.totals.openCents, leaving.totals.openCents]).toEqual([5000, 3000]);
    expect(leaving).toMatchObject({
      name: 'Gezin Twee',
      pupils: [{ firstName: 'Jef' }],
      payers: [{ firstName: 'Bert' }],
    });
    expect(staying).toMatchObject({ pupils: [{ firstName: 'Noor' }], payers: [{ firstName: 'Ann' }] });
    expect([hasEmail(family.householdId), hasEmail(householdId)]).toEqual([1, 0]);
  });

  it('refuses when a payer would owe for pupils in two households, and says who', async () => {
    const family = addFamily(application.context.store, schoolId, {
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Ann', lastName: 'Abeel' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Abeel' },
        { firstName: 'Jef', lastName: 'Abeel' },
      ],
    });
    const split = { householdId: family.householdId, pupilIds: [family.pupilIds[1] ?? 0], name: 'Gezin Jef' };
    await expect(api.people.splitHousehold({ ...split, payerIds: [family.payerIds[0] ?? 0] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('Ann Abeel vertrekt, maar betaalt ook voor Noor Abeel, die blijft') as string,
    });
    await expect(api.people.splitHousehold({ ...split, payerIds: [] })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('Ann Abeel blijft, maar betaalt ook voor Jef Abeel, die vertrekt') as string,
    });
    expect((await api.dossier.page({ householdId: family.householdId })).pupils).toHaveLength(2);
  });

  it('refuses strangers, nobody, and everybody', async () => {
    const family = twoSides();
    const stranger = twoSides('Anders');
    const split = { householdId: family.householdId, name: 'Nieuw', payerIds: [] };
    for (const pupilIds of [[stranger.pupilIds[0] ?? 0], [], [...family.pupilIds]]) {
      await expect(api.people.splitHousehold({ ...split, pupilIds })).rejects.toMatchObject({
        code: 'INVALID',
        data: { field: 'pupilIds' },
      });
    }
    await expect(
      api.people.splitHousehold({
        ...split,
        pupilIds: [family.pupilIds[0] ?? 0],
        payerIds: [stranger.payerIds[0] ?? 0],
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'payerIds' } });
  });
});

describe('moving a pupil', () => {
  it('lets the payers of the other household owe for it, jointly', async () => {
    const family = twoSides();
    const other = addFamily(application.context.store, schoolId, {
      name: 'Gezin Ander',
      payers: [
        { firstName: 'Els', lastName: 'Ander' },
        { firstName: 'Tom', lastName: 'Ander' },
      ],
    });
    const pupilId = family.pupilIds[0] ?? 0;
    await api.people.movePupil({ pupilId, householdId: other.householdId });
    const page = await api.dossier.page({ householdId: other.householdId });
    expect(page.payers.map(({ openCents }) => openCents)).toEqual([5000, 5000]);
    expect((await api.dossier.page({ householdId: family.householdId })).totals.openCents).toBe(3000);
    for (const householdId of [family.householdId, other.householdId]) {
      const { entries } = await api.dossier.timeline({ householdId });
      expect(entries.map(({ summary }) => summary)).toContain('Leerling naar een ander gezin verplaatst: Noor Een');
    }
  });

  it('takes its own payers along to a household without payers, unless they owe for another pupil too', async () => {
    const family = twoSides();
    const empty = addFamily(application.context.store, schoolId, { name: 'Gezin Leeg' });
    await api.people.movePupil({ pupilId: family.pupilIds[0] ?? 0, householdId: empty.householdId });
    expect(await api.dossier.page({ householdId: empty.householdId })).toMatchObject({
      payers: [{ firstName: 'Ann', openCents: 5000 }],
    });
    const siblings = addFamily(application.context.store, schoolId, {
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Ann', lastName: 'Abeel' }],
      pupils: [
        { firstName: 'Noor', lastName: 'Abeel' },
        { firstName: 'Jef', lastName: 'Abeel' },
      ],
    });
    const nowhere = addFamily(application.context.store, schoolId, { name: 'Gezin Nergens' });
    await expect(
      api.people.movePupil({ pupilId: siblings.pupilIds[0] ?? 0, householdId: nowhere.householdId }),
    ).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('Ann Abeel') as string });
  });
});

describe('renaming a household', () => {
  it('is found by its new name', async () => {
    const { householdId } = twoSides();
    await api.people.renameHousehold({ householdId, name: '  Gezin Nieuwnaam ' });
    expect(await api.dossier.search({ text: 'nieuwnaam' })).toMatchObject([{ title: 'Gezin Nieuwnaam', householdId }]);
  });
});
