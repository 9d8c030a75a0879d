import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';

let application: TestApplication;
let schoolId: number;
let abeel: FamilyIds;
let payerId: number;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  abeel = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel', phone: '0470 12 34 56' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [{ number: 'F1', amountCents: 80_00, issueDate: '2026-09-01', dueDate: '2026-09-15' }],
      },
    ],
  });
  payerId = abeel.payerIds[0] ?? 0;
});
afterEach(() => application.close());

const call = (dueDate = '2026-11-20') =>
  application.api.today.addTask({ householdId: abeel.householdId, schoolId, payerId, kind: 'phone', dueDate });

const holds = async () =>
  (await application.api.holds.list({ householdId: abeel.householdId })).map(({ kind, scope, untilDate }) => ({
    kind,
    scope,
    untilDate,
  }));

/** A call that a run asks for at stage 2, about the one bill. */
async function callOfRun(): Promise<number> {
  const { store } = application.context;
  const author = { author: 'test', created_at: '2026-11-20T08:00:00.000Z' };
  const { taskId } = await call();
  const procedure = insert(store, 'procedures', { school_id: schoolId, name: 'Zacht', created_at: author.created_at });
  const version = insert(store, 'procedure_versions', {
    procedure_id: procedure,
    school_id: schoolId,
    version: 1,
    valid_from: '2026-09-01',
    stages: '[{"days":14},{"days":30,"channel":"phone"}]',
    ...author,
  });
  const run = insert(store, 'runs', { request_key: 'run', as_of: '2026-11-20', ...author });
  insert(store, 'run_proposals', {
    run_id: run,
    school_id: schoolId,
    household_id: abeel.householdId,
    payer_id: payerId,
    procedure_version_id: version,
    stage: 2,
    channel: 'phone',
    total_cents: 80_00,
    proposal: JSON.stringify({
      stageName: 'Bellen',
      items: [{ invoiceId: abeel.invoiceIds[0], kind: 'invoice', amountCents: 80_00 }],
    }),
    task_id: taskId,
  });
  return taskId;
}

describe('a call to make', () => {
  it('has at hand whom to call, on which number and what is due today', async () => {
    expect(await call()).toMatchObject({
      kind: 'phone',
      householdName: 'Gezin Abeel',
      payerName: 'Sofie Abeel',
      phone: '0470 12 34 56',
      dueCents: 80_00,
      tries: 0,
      doneAt: null,
    });
  });

  it('comes back another day when nobody answers', async () => {
    const { taskId } = await call();
    const again = await application.api.today.notReached({ taskId, againOn: '2026-11-23' });
    expect(again).toMatchObject({ dueDate: '2026-11-23', tries: 1, doneAt: null });
    await expect(application.api.today.notReached({ taskId, againOn: '2026-11-20' })).rejects.toThrow(/na vandaag/);
  });

  it('is written in the dossier as a conversation when it is done, and leaves the list', async () => {
    const { taskId } = await call();
    await application.api.today.finishTask({ taskId, outcome: 'reached', note: 'Betaalt volgende week.' });
    expect(await application.api.today.tasks({ householdId: abeel.householdId })).toEqual([]);
    const { entries } = await application.api.dossier.timeline({ householdId: abeel.householdId });
    expect(entries.find(({ kind }) => kind === 'call')?.summary).toContain('Betaalt volgende week.');
    expect(await holds()).toEqual([]);
  });

  it('is done once', async () => {
    const { taskId } = await call();
    await application.api.today.finishTask({ taskId, outcome: 'reached' });
    await expect(application.api.today.finishTask({ taskId, outcome: 'reached' })).rejects.toThrow(/al afgewerkt/);
    await expect(application.api.today.cancelTask({ taskId, reason: 'x' })).rejects.toThrow(/al afgewerkt/);
  });

  it('counts as the stage of its run from the day it was done, for each bill', async () => {
    const taskId = await callOfRun();
    await application.api.today.finishTask({ taskId, outcome: 'reached' });
    const events = application.context.store.sql
      .prepare(
        'SELECT stage, channel, on_date AS onDate, invoice_id AS invoiceId, term_last_day AS term FROM stage_events',
      )
      .all();
    expect(events).toEqual([
      { stage: 2, channel: 'phone', onDate: '2026-11-20', invoiceId: abeel.invoiceIds[0], term: null },
    ]);
  });

  it('counts as nothing when it was cancelled', async () => {
    const taskId = await callOfRun();
    await application.api.today.cancelTask({ taskId, reason: 'Nummer klopt niet' });
    expect(application.context.store.sql.prepare('SELECT count(*) FROM stage_events').pluck().get()).toBe(0);
    expect(await application.api.today.tasks({})).toEqual([]);
  });
});

describe('what a conversation leaves behind', () => {
  it.each([
    ['promised', '2026-12-01', { kind: 'promise', scope: 'payer', untilDate: '2026-12-01' }],
    ['planAsked', null, { kind: 'plan', scope: 'payer', untilDate: '2026-12-20' }],
    ['helpAsked', null, { kind: 'socialFile', scope: 'payer', untilDate: '2026-12-20' }],
    ['disputed', null, { kind: 'dispute', scope: 'payer', untilDate: null }],
  ] as const)('%s holds the reminders of this payer', async (outcome, untilDate, hold) => {
    const { taskId } = await call();
    await application.api.today.finishTask({ taskId, outcome, untilDate });
    expect(await holds()).toEqual([hold]);
  });

  it('a promise without a day is refused, and the task waits on', async () => {
    const { taskId } = await call();
    await expect(application.api.today.finishTask({ taskId, outcome: 'promised' })).rejects.toThrow(/tegen wanneer/);
    expect(await application.api.today.tasks({})).toHaveLength(1);
  });
});

describe('the worklist', () => {
  it('is empty when nothing waits', async () => {
    expect(await application.api.today.worklist({})).toEqual([]);
  });

  it('puts what is late first, and says what each line is about without amounts', async () => {
    await call('2026-11-20');
    await call('2026-11-18');
    await application.api.dossier.setNextStep({
      householdId: abeel.householdId,
      what: 'Brief lezen',
      dueDate: '2026-11-20',
    });
    await application.api.holds.place({
      householdId: abeel.householdId,
      kind: 'promise',
      reason: 'Belofte',
      untilDate: '2026-11-25',
    });
    const lines = await application.api.today.worklist({});
    expect(lines.map(({ kind, isUrgent, dueDate }) => [kind, isUrgent, dueDate])).toEqual([
      ['phone', true, '2026-11-18'],
      ['nextStep', false, '2026-11-20'],
      ['phone', false, '2026-11-20'],
      ['holdEnds', false, '2026-11-25'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/€|80,00/);
  });

  it('keeps to one school', async () => {
    await call();
    const other = addSchool(application.context.store, 'Basisschool De Linde');
    expect(await application.api.today.worklist({ schoolId: other })).toEqual([]);
    expect(await application.api.today.worklist({ schoolId })).toHaveLength(1);
  });
});
