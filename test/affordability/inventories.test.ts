import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetExpired } from '#main/affordability/inventories.ts';
import { type TestApplication, temporaryFolder, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

let application: TestApplication;
let householdId: number;

beforeEach(async () => {
  application = await testApplication('2026-11-20', temporaryFolder());
  const schoolId = addSchool(application.context.store);
  ({ householdId } = addFamily(application.context.store, schoolId, {
    name: 'Gezin Maes',
    payers: [{ firstName: 'An', lastName: 'Maes' }],
    pupils: [{ firstName: 'Lou', lastName: 'Maes' }],
  }));
});

afterEach(() => application.close());

function given(changes: object = {}) {
  return {
    householdId,
    composition: { adults: 1, childAges: [8] },
    lines: [
      { kind: 'income' as const, category: 'wages', amountCents: 1_900_00 },
      { kind: 'fixed' as const, category: 'rent', amountCents: 950_00, note: 'geheim-9137' },
    ],
    onDate: '2026-11-20',
    consentOn: '2026-11-20',
    expiresOn: '2027-05-20',
    ...changes,
  };
}

test('given a consent, what was filled in is kept with what is feasible, until its last day', async () => {
  const { api, context } = application;
  const saved = await api.affordability.save(given());
  const kept = await api.affordability.inventory({ householdId });

  expect(kept).toEqual(saved);
  expect(kept).toMatchObject({
    author: 'test',
    partBp: 5000,
    consentOn: '2026-11-20',
    expiresOn: '2027-05-20',
    result: { leftCents: 950_00, feasibleCents: 475_00 },
  });
  const trail = context.store.sql.prepare('SELECT detail FROM audit_entries ORDER BY id DESC LIMIT 1').pluck().get();
  expect(trail).toContain('"consentOn":"2026-11-20"');
  expect(trail).not.toMatch(/190000|95000|47500|wages/);
});

test.each([
  ['a consent of tomorrow', { consentOn: '2026-11-21' }, 'consentOn'],
  ['a conversation of tomorrow', { onDate: '2026-11-21' }, 'onDate'],
  ['a last day that passed', { expiresOn: '2026-11-19' }, 'expiresOn'],
  ['a year and a day', { expiresOn: '2027-11-21' }, 'expiresOn'],
  ['no amount at all', { lines: [] }, 'lines'],
])('%s is refused and nothing is kept', async (_what, changes, field) => {
  await expect(application.api.affordability.save(given(changes))).rejects.toMatchObject({ data: { field } });
  expect(await application.api.affordability.inventory({ householdId })).toBeNull();
});

test('a year after the consent is still allowed, also after 29 February', async () => {
  await application.api.affordability.save(given({ expiresOn: '2027-11-20' }));
  const kept = await application.api.affordability.inventory({ householdId });
  expect(kept?.expiresOn).toBe('2027-11-20');
});

test('only the newest is kept: the one before is gone', async () => {
  const { api, context } = application;
  await api.affordability.save(given());
  await api.affordability.save(given({ lines: [{ kind: 'income', category: 'wages', amountCents: 1_000_00 }] }));
  expect(context.store.sql.prepare('SELECT count(*) FROM inventories').pluck().get()).toBe(1);
  expect((await api.affordability.inventory({ householdId }))?.result.feasibleCents).toBe(500_00);
});

/** Everything that stands in the file and in the log beside it. */
function bytesOnDisk(): string {
  const path = join(application.folder, 'test.sqlite');
  return [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1')).join('');
}

test('when the consent is taken back, nothing of it is left in the file', async () => {
  const { api } = application;
  const { inventoryId } = await api.affordability.save(given());
  application.context.store.sql.pragma('wal_checkpoint(TRUNCATE)');
  expect(bytesOnDisk()).toContain('geheim-9137');

  await api.affordability.remove({ inventoryId });

  expect(bytesOnDisk()).not.toContain('geheim-9137');
  expect(await api.affordability.inventory({ householdId })).toBeNull();
  await expect(api.affordability.remove({ inventoryId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('7: on its last day it is there, the day after it is gone for good, with a line in the trail', async () => {
  const { api, context } = application;
  await api.affordability.save(given());
  const on = (today: string) => ({ ...context, clock: { ...context.clock, today: () => today } });

  expect(forgetExpired(on('2027-05-20'))).toBe(0);
  expect(forgetExpired(on('2027-05-21'))).toBe(1);

  expect(bytesOnDisk()).not.toContain('geheim-9137');
  const trail = context.store.sql
    .prepare('SELECT command, detail FROM audit_entries ORDER BY id DESC LIMIT 1')
    .get() as { command: string; detail: string };
  expect(trail.command).toBe('affordability.remove');
  expect(JSON.parse(trail.detail)).toMatchObject({ expired: true });
});

test('7: what expired meanwhile is gone once Openstaand is opened', async () => {
  await application.api.affordability.save(given());
  await application.context.jobs.close();
  application.context.store.close();
  application = await testApplication('2027-05-21', application.folder);
  expect(bytesOnDisk()).not.toContain('geheim-9137');
  expect(application.context.store.sql.prepare('SELECT count(*) FROM inventories').pluck().get()).toBe(0);
});

test('the reference budgets come blank; one that is filled in counts at once and says where it comes from', async () => {
  const { api } = application;
  const shipped = await api.affordability.referenceBudgets();
  expect(shipped.map(({ amountCents }) => amountCents)).toEqual(shipped.map(() => null));

  await api.affordability.saveReferenceBudget({ key: 'firstAdult', amountCents: 700_00, source: 'OCMW, mei 2026' });
  await api.affordability.saveReferenceBudget({ key: 'child6', amountCents: 250_00, source: 'OCMW, mei 2026' });

  const { referenceCents, livingCents } = await api.affordability.feasible({
    composition: { adults: 1, childAges: [8] },
    lines: [{ kind: 'living', category: 'food', amountCents: 300_00 }],
  });
  expect({ referenceCents, livingCents }).toEqual({ referenceCents: 950_00, livingCents: 950_00 });
  expect((await api.affordability.referenceBudgets())[0]).toMatchObject({ isOwn: true, source: 'OCMW, mei 2026' });
  await expect(
    api.affordability.saveReferenceBudget({ key: 'robot', amountCents: 1, source: 'x' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
