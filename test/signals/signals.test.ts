import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestApplication, temporaryFolder, testApplication } from '#test/support/application.ts';
import { jointFamily, moveableClock, request } from '#test/plans/support.ts';
import { addUser, atKeyboard, testPassword } from '#test/support/users.ts';
import { addFamily, addInvoice, addSchool, insert, post } from '#test/support/family.ts';

let application: TestApplication;
let schoolId: number;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  schoolId = addSchool(application.context.store);
});

afterEach(() => application.close());

function familyOf(name: string, children: readonly string[]) {
  return addFamily(application.context.store, schoolId, {
    name: `Gezin ${name}`,
    payers: [{ firstName: 'An', lastName: name }],
    pupils: children.map((firstName, index) => ({
      firstName,
      lastName: name,
      invoices: [{ number: `${name}-${index}`, amountCents: 60_00 }],
    })),
  });
}

const kindsOf = async (householdId?: number) =>
  (await application.api.signals.list(householdId === undefined ? {} : { householdId })).map(({ kind }) => kind);

test('three children of one family: told once, gone when seen, back when a fourth bill is open', async () => {
  const { api, context } = application;
  const { householdId } = familyOf('Maes', ['Lou', 'Mia', 'Noa']);
  expect(await kindsOf(householdId)).toEqual(['manyChildren', 'highShare']);

  expect(await api.signals.dismiss({ householdId, kind: 'manyChildren' })).toHaveLength(1);
  expect(await kindsOf(householdId)).toEqual(['highShare']);

  const pupilId = insert(context.store, 'pupils', {
    school_id: schoolId,
    household_id: householdId,
    first_name: 'Oona',
    last_name: 'Maes',
    created_at: '2026-09-01T08:00:00.000Z',
  });
  addInvoice(context.store, schoolId, pupilId, { number: 'nieuw', amountCents: 10_00 });
  expect(await kindsOf(householdId)).toContain('manyChildren');
  await expect(api.signals.dismiss({ householdId, kind: 'bodyKnown' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('put away until a day: gone on that day, back the day after', async () => {
  const { householdId } = familyOf('Maes', ['Lou', 'Mia', 'Noa']);
  await application.api.signals.dismiss({ householdId, kind: 'manyChildren', untilDate: '2026-11-20' });
  expect(await kindsOf(householdId)).not.toContain('manyChildren');
  application.context.store.sql.prepare("UPDATE signal_dismissals SET until_date = '2026-11-19'").run();
  expect(await kindsOf(householdId)).toContain('manyChildren');
});

test('two years of bills on time, then one that stays open: late for the first time', async () => {
  const { store } = application.context;
  const { householdId, pupilIds } = familyOf('Peeters', ['Lou']);
  const pupilId = pupilIds[0] ?? 0;
  for (let month = 1; month <= 8; month += 1) {
    const dueDate = `2024-0${month}-15`;
    const invoiceId = addInvoice(store, schoolId, pupilId, {
      number: `oud-${month}`,
      amountCents: 40_00,
      issueDate: `2024-0${month}-01`,
      dueDate,
    });
    post(store, invoiceId, 'receipt', -40_00, `2024-0${month}-28`);
  }
  expect(await kindsOf(householdId)).toEqual(['firstTimeLate']);

  const late = addInvoice(store, schoolId, pupilId, {
    number: 'oud-laat',
    amountCents: 40_00,
    issueDate: '2025-01-01',
    dueDate: '2025-01-15',
  });
  post(store, late, 'receipt', -40_00, '2025-01-30');
  expect(await kindsOf(householdId)).toEqual([]);
});

test('a school allowance that a parent told of and a body behind a payer, with the audit trail of the first', async () => {
  const { api, context } = application;
  const { householdId, pupilIds, payerIds } = familyOf('Claes', ['Lou']);
  const body = insert(context.store, 'third_party_payers', { name: 'OCMW Gent' });
  context.store.sql.prepare('UPDATE payers SET third_party_payer_id = ? WHERE id = ?').run(body, payerIds[0] ?? 0);
  await api.signals.setSchoolAllowance({ pupilId: pupilIds[0] ?? 0, hasAllowance: true });
  expect(await kindsOf(householdId)).toEqual(['bodyKnown', 'schoolAllowance']);
  await api.signals.setSchoolAllowance({ pupilId: pupilIds[0] ?? 0, hasAllowance: null });
  expect(await kindsOf(householdId)).toEqual(['bodyKnown']);
});

test('a school that switches signals off sees none, also in the list of everybody', async () => {
  const { api } = application;
  familyOf('Maes', ['Lou', 'Mia', 'Noa']);
  expect(await api.signals.settings({ schoolId })).toEqual({ enabled: true, off: [] });
  await api.signals.saveSettings({ schoolId, settings: { off: ['highShare'] } });
  expect(await kindsOf()).toEqual(['manyChildren']);
  await api.signals.saveSettings({ schoolId, settings: { enabled: false } });
  expect(await kindsOf()).toEqual([]);
});

test('the list of everybody is by name, and one school sees its own bills only', async () => {
  const { api, context } = application;
  familyOf('Wouters', ['Lou', 'Mia', 'Noa']);
  familyOf('Aerts', ['Lou', 'Mia', 'Noa']);
  const otherSchool = addSchool(context.store, 'Basisschool Andere');
  const names = (await api.signals.list({})).map(({ householdName }) => householdName);
  expect([...new Set(names)]).toEqual(['Gezin Aerts', 'Gezin Wouters']);
  expect(await api.signals.list({ schoolId: otherSchool })).toEqual([]);
});

test('a family that owes nothing has no signals', async () => {
  const { context, api } = application;
  const { pupilIds, invoiceIds, householdId } = familyOf('Baert', ['Lou']);
  await api.signals.setSchoolAllowance({ pupilId: pupilIds[0] ?? 0, hasAllowance: true });
  post(context.store, invoiceIds[0] ?? 0, 'receipt', -60_00, '2026-11-02');
  expect(await kindsOf(householdId)).toEqual([]);
});

test('a plan that fell behind beside a note of less income: the word and the day, a social note only for who may read it', async () => {
  await application.close();
  const clock = moveableClock('2026-11-20');
  application = await testApplication('2026-11-20', temporaryFolder(), clock);
  const { api, context } = application;
  schoolId = addSchool(context.store);
  const family = jointFamily(application, schoolId, [80_00]);
  const { householdId } = family;
  const { planId } = await api.plans.make({ ...request(family, schoolId), count: 4 });
  accept(planId, family.payerIds);
  await api.dossier.addNote({ householdId, kind: 'note', body: 'Papa verloor zijn werk: werkloos sinds november.' });
  await api.dossier.addNote({ householdId, kind: 'talk', body: 'Er komt een loonbeslag.', isSocial: true });
  expect(await kindsOf(householdId)).not.toContain('brokenPlan');

  clock.setDate('2026-12-20');
  const told = (await api.signals.list({ householdId })).find(({ kind }) => kind === 'brokenPlan');
  expect(told?.facts).toEqual([
    'Het afbetaalplan loopt achter sinds 06/12/2026.',
    'In een nota van 20/11/2026 staat “werkloos”.',
    'In een nota van 20/11/2026 staat “loonbeslag”.',
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Papa/);

  addUser(context.store, { name: 'Beheer', roles: [{ role: 'administrator', schoolId: null }] });
  addUser(context.store, { name: 'Secretariaat', roles: [{ role: 'secretary', schoolId: null }] });
  const desk = atKeyboard(context);
  await desk.access.signIn({ login: 'secretariaat', password: testPassword });
  const seen = (await desk.signals.list({ householdId })).find(({ kind }) => kind === 'brokenPlan');
  expect(seen?.facts).toHaveLength(2);
  expect(JSON.stringify(seen)).not.toMatch(/loonbeslag/);
});

/** Signed by everybody on paper. */
function accept(planId: number, payerIds: readonly number[]): void {
  const { store } = application.context;
  const { versionId, householdId } = store.sql
    .prepare(
      'SELECT v.id AS versionId, p.household_id AS householdId FROM plans p JOIN plan_versions v ON v.plan_id = p.id WHERE p.id = ?',
    )
    .get(planId) as { versionId: number; householdId: number };
  const written = { author: 'test', created_at: '2026-11-20T09:00:00.000Z' };
  const documentId = insert(store, 'documents', {
    household_id: householdId,
    file_name: 'plan.pdf',
    media_type: 'application/pdf',
    byte_count: 1,
    sha256: 'a',
    ...written,
  });
  for (const payerId of payerIds) {
    insert(store, 'plan_signatures', {
      plan_version_id: versionId,
      school_id: schoolId,
      payer_id: payerId,
      how: 'paper',
      signed_on: '2026-11-20',
      document_id: documentId,
      ...written,
    });
  }
}
