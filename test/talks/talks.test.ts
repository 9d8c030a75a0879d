import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';

let application: TestApplication;
let schoolId: number;
let otherSchoolId: number;
let family: FamilyIds;
let an: number;
let bart: number;

/** An and Bart live apart. Of Lou's bill each owes half; of Mia's, at another school, they owe the whole together. */
beforeEach(async () => {
  application = await testApplication('2026-11-20');
  const { store } = application.context;
  schoolId = addSchool(store);
  otherSchoolId = addSchool(store, 'Middenschool De Es');
  family = addFamily(store, schoolId, {
    name: 'Gezin Maes',
    payers: [
      { firstName: 'An', lastName: 'Maes', phone: '0470 11 22 33' },
      { firstName: 'Bart', lastName: 'Claes', language: 'fr', phone: '0470 99 88 77' },
    ],
    pupils: [
      {
        firstName: 'Lou',
        lastName: 'Claes',
        shares: [5000, 5000],
        invoices: [{ number: '1', amountCents: 100_00, dueDate: '2026-10-15' }],
      },
      {
        firstName: 'Mia',
        lastName: 'Claes',
        schoolId: otherSchoolId,
        invoices: [{ number: '2', amountCents: 60_00, dueDate: '2026-12-15' }],
      },
    ],
  });
  an = family.payerIds[0] ?? 0;
  bart = family.payerIds[1] ?? 0;
});

afterEach(() => application.close());

const guideOf = (payerId: number | null) => application.api.talks.guide({ householdId: family.householdId, payerId });

test('before a talk with one parent: what this parent owes per school, and nothing of the other', async () => {
  const guide = await guideOf(an);
  expect(guide).toMatchObject({
    payerName: 'An Maes',
    phone: '0470 11 22 33',
    language: 'nl',
    totalCents: 110_00,
    creditCents: 0,
    open: [
      { schoolName: 'Basisschool De Wilg', openCents: 50_00, dueCents: 50_00, oldestDueDate: '2026-10-15' },
      { schoolName: 'Middenschool De Es', openCents: 60_00, dueCents: 0, oldestDueDate: null },
    ],
  });
  expect(JSON.stringify(guide)).not.toMatch(/Bart|0470 99/);
});

test('what the other parent paid, promised, agreed or was sent stays with the other parent', async () => {
  const { store } = application.context;
  await application.api.holds.place({
    payerId: bart,
    kind: 'promise',
    reason: 'x',
    untilDate: '2026-12-01',
    reviewDate: null,
  });
  await application.api.holds.place({
    payerId: bart,
    kind: 'debtSettlement',
    reason: 'x',
    untilDate: null,
    reviewDate: null,
  });
  post(store, family.invoiceIds[0] ?? 0, 'receipt', -20_00, '2026-11-02', bart);

  const ofAn = await guideOf(an);
  expect(ofAn.paidCents).toBe(0);
  expect(ofAn.facts).toEqual([]);
  expect(ofAn.totalCents).toBe(110_00);

  const ofBart = await guideOf(bart);
  expect(ofBart).toMatchObject({ language: 'fr', paidCents: 20_00, totalCents: 90_00 });
  expect(ofBart.facts).toEqual([
    'Herinneringen wachten: collectieve schuldenregeling.',
    'Afgesproken op 20/11/2026: betalen tegen 01/12/2026.',
  ]);
  expect(ofBart.opening[1]?.replaceAll('\u00a0', ' ')).toBe(
    'D’abord merci : ces douze derniers mois, nous avons bien reçu € 20,00.',
  );
});

test('with nobody in particular: only what they owe together', async () => {
  expect(await guideOf(null)).toMatchObject({ payerName: null, phone: null, totalCents: 60_00 });
});

test('a payer of another family is refused', async () => {
  const stranger = addFamily(application.context.store, schoolId, {
    name: 'Gezin Dubois',
    payers: [{ firstName: 'Zoë', lastName: 'Dubois' }],
  });
  await expect(guideOf(stranger.payerIds[0] ?? 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the feasible amount of a kept inventory is offered where it is nobody else’s', async () => {
  const { api, context } = application;
  const alone = addFamily(context.store, schoolId, {
    name: 'Gezin Peeters',
    payers: [{ firstName: 'Eva', lastName: 'Peeters' }],
    pupils: [{ firstName: 'Tom', lastName: 'Peeters', invoices: [{ number: '3', amountCents: 80_00 }] }],
  });
  const income = [{ kind: 'income' as const, category: 'wages', amountCents: 200_00 }];
  const days = { onDate: '2026-11-20', consentOn: '2026-11-20', expiresOn: '2027-01-20' };
  for (const householdId of [alone.householdId, family.householdId]) {
    await api.affordability.save({ householdId, composition: { adults: 1, childAges: [] }, lines: income, ...days });
  }
  const guide = await api.talks.guide({ householdId: alone.householdId });
  expect(guide).toMatchObject({ payerName: 'Eva Peeters', feasibleCents: 100_00 });
  expect(guide.offers.join(' ').replaceAll('\u00a0', ' ')).toContain('€ 100,00 per maand');
  expect((await guideOf(an)).feasibleCents).toBeNull();
});

const record = (changes: object) =>
  application.api.talks.record({
    householdId: family.householdId,
    payerId: an,
    schoolId,
    kind: 'phone',
    outcome: 'plan',
    ...changes,
  });

test('a plan in two clicks: in the dossier, a hold for this payer only, the next step, and the task is done', async () => {
  const { api } = application;
  const task = await api.today.addTask({
    householdId: family.householdId,
    schoolId,
    payerId: an,
    kind: 'phone',
    dueDate: '2026-11-20',
  });
  const recorded = await record({ note: 'Wil 25 euro per maand.' });

  expect(recorded.taskId).toBe(task.taskId);
  expect(await api.today.task({ taskId: task.taskId })).toMatchObject({ outcome: 'planAsked' });
  const { entries } = await api.dossier.timeline({ householdId: family.householdId });
  expect(entries.map(({ kind, summary }) => `${kind}: ${summary}`)).toContain(
    'call: Afbetaalplan gevraagd. Wil 25 euro per maand.',
  );
  const page = await api.dossier.page({ householdId: family.householdId });
  expect(page.nextSteps).toMatchObject([{ nextStepId: recorded.nextStepId, what: 'Afbetaalplan opmaken' }]);
  expect((await guideOf(an)).facts).toContain('Herinneringen wachten: afbetaalplan, tot en met 20/12/2026.');
  expect((await guideOf(bart)).facts).toEqual([]);
});

test('what was done can be taken back: the hold is lifted and the step is off the list', async () => {
  const { api } = application;
  const { holdIds, nextStepId } = await record({ outcome: 'dispute' });
  await api.holds.lift({ holdIds });
  await api.dossier.finishNextStep({ nextStepId: nextStepId ?? 0 });
  expect((await guideOf(an)).facts).toEqual([]);
  expect((await api.dossier.page({ householdId: family.householdId })).nextSteps).toEqual([]);
});

test('no contact moves the task to another day with one try more, and adds no second step', async () => {
  const { api } = application;
  const { taskId } = await api.today.addTask({
    householdId: family.householdId,
    schoolId,
    payerId: null,
    kind: 'talk',
    dueDate: '2026-11-18',
  });
  const recorded = await record({ outcome: 'noContact', untilDate: '2026-11-25' });
  expect(recorded).toMatchObject({ taskId, holdIds: [], nextStepId: null });
  expect(await api.today.task({ taskId })).toMatchObject({ tries: 1, dueDate: '2026-11-25', doneAt: null });
});

test('a promise without a day is refused, and nothing is written', async () => {
  await expect(record({ outcome: 'promise' })).rejects.toMatchObject({ data: { field: 'untilDate' } });
  expect((await application.api.dossier.timeline({ householdId: family.householdId })).entries).toEqual([]);
});

test('the guide on paper is a tagged page in Dutch, whose title says nothing', async () => {
  const file = await application.api.talks.guidePdf({ householdId: family.householdId, payerId: an });
  expect(file).toMatchObject({ fileName: `gespreksblad-${family.householdId}.pdf`, mediaType: 'application/pdf' });
  const bytes = Buffer.from(file.contentBase64, 'base64').toString('latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes).toMatch(/\/MarkInfo/);
  insert(application.context.store, 'info_notes', {
    pupil_id: family.pupilIds[0] ?? 0,
    school_id: schoolId,
    body: 'Liefst na 16 u bellen',
    author: 'test',
    updated_at: '2026-11-01T08:00:00.000Z',
  });
  expect((await guideOf(an)).facts).toContain('Infobol bij Lou Claes: Liefst na 16 u bellen');
});
