import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { procedureProblems } from '#main/dunning/procedure-problems.ts';
import { proceduresInForce } from '#main/dunning/procedures-in-force.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, insert } from '#test/support/family.ts';

let application: TestApplication;
let schoolId: number;
let textId: number;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  ({ schoolId } = await application.api.setup.createEmpty({ schoolName: 'De Eik', level: 'primary' }));
  textId = await textNamed('Vriendelijke herinnering');
});
afterEach(() => application.close());

async function textNamed(name: string): Promise<number> {
  const found = (await application.api.correspondence.texts({})).find((text) => text.name === name);
  if (!found) throw new Error(`No text ${name}`);
  return found.textId;
}

function draft(given: Partial<Parameters<TestApplication['api']['dunning']['saveProcedure']>[0]> = {}) {
  return {
    procedureId: null,
    schoolId,
    name: 'Onze stappen',
    validFrom: '2026-09-01',
    stages: [{ name: 'E-mail', days: 14, textId }],
    ...given,
  };
}

const twoStages = () => [
  { name: 'E-mail', days: 14, textId },
  { name: 'Telefoon', days: 30, channel: 'phone' as const },
];

function inForce(asOf: string, schools: readonly number[] | 'all' = 'all') {
  return proceduresInForce(application.context.store, asOf, schools);
}

describe('saving a procedure', () => {
  it('makes a first version, and with each change a new one that keeps the ones before it', async () => {
    const { dunning } = application.api;
    const first = await dunning.saveProcedure(draft());
    expect(first).toMatchObject({ version: 1, name: 'Onze stappen', author: 'test', archived: false, problems: [] });
    const { procedureId } = first;
    const second = await dunning.saveProcedure(draft({ procedureId, name: 'Beter', stages: twoStages() }));
    expect(second).toMatchObject({ procedureId, version: 2, name: 'Beter' });
    const history = await dunning.procedureHistory({ procedureId });
    expect(history.map(({ version, stages }) => [version, stages.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(await dunning.procedures({})).toHaveLength(1);
  });

  it('never changes what was sent: a stage event keeps pointing at its version', async () => {
    const { dunning } = application.api;
    const { store } = application.context;
    const first = await dunning.saveProcedure(draft());
    insert(store, 'billing_groups', { school_id: schoolId, name: 'Maandrekening' });
    const family = addFamily(store, schoolId, {
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Lies', lastName: 'Abeel', email: 'lies@voorbeeld.example' }],
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '7001', amountCents: 100_00 }] }],
    });
    const made = { author: 'test', created_at: '2026-11-01T10:00:00.000Z' };
    const payer = { school_id: schoolId, payer_id: family.payerIds[0] ?? 0 };
    const run = insert(store, 'runs', { request_key: 'run-1', as_of: '2026-11-01', ...made });
    const household = { household_id: family.householdId, due_date: '2026-11-02' };
    insert(store, 'stage_events', {
      ...payer,
      run_id: run,
      invoice_id: family.invoiceIds[0] ?? 0,
      procedure_version_id: first.procedureVersionId,
      stage: 1,
      channel: 'phone',
      on_date: '2026-11-01',
      amount_cents: 100_00,
      task_id: insert(store, 'tasks', { ...payer, ...household, kind: 'phone', ...made }),
      created_at: made.created_at,
    });
    await dunning.saveProcedure(
      draft({ procedureId: first.procedureId, stages: [{ name: 'Brief', days: 21, channel: 'letter', textId }] }),
    );
    const sent = store.sql
      .prepare('SELECT v.stages FROM stage_events e JOIN procedure_versions v ON v.id = e.procedure_version_id')
      .pluck()
      .all() as string[];
    expect(sent.map((stages) => JSON.parse(stages))).toMatchObject([[{ name: 'E-mail', days: 14, channel: 'email' }]]);
    expect(() => store.sql.prepare("UPDATE procedure_versions SET stages = '[]'").run()).toThrow('append-only');
    expect(() => store.sql.prepare('DELETE FROM procedure_versions').run()).toThrow('append-only');
  });

  it('refuses stages that may not be, names stage and item, and keeps nothing', async () => {
    const stages = [{ name: 'E-mail', days: 14, textId: await textNamed('Bedankt voor uw betaling') }];
    await expect(application.api.dunning.saveProcedure(draft({ stages }))).rejects.toMatchObject({
      code: 'INVALID',
      data: {
        field: 'stages.0.textId',
        sentence: expect.stringMatching(/^Fase 1 \(E-mail\): .*KBO.* De procedure is niet bewaard\.$/s),
      },
    });
    expect(await application.api.dunning.procedures({ withArchived: true })).toEqual([]);
  });

  it('refuses an end before the start, and a billing group or text of another school', async () => {
    const { dunning, correspondence } = application.api;
    const { store } = application.context;
    await expect(dunning.saveProcedure(draft({ validUntil: '2026-08-31' }))).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'validUntil' },
    });
    const other = addSchool(store, 'De Beuk');
    const group = store.sql.prepare('SELECT id FROM billing_groups WHERE school_id = ?').pluck().get(other) as number;
    await expect(dunning.saveProcedure(draft({ billingGroupId: group }))).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'billingGroupId' },
    });
    const { versions } = await correspondence.text({ textId });
    const theirs = await correspondence.saveText({
      textId: null,
      name: 'Van hen',
      tone: 'friendly',
      schoolId: other,
      versions,
    });
    await expect(dunning.saveProcedure(draft({ stages: [{ days: 14, textId: theirs.textId }] }))).rejects.toMatchObject(
      { code: 'INVALID', data: { field: 'stages.0.textId' } },
    );
    const { procedureId } = await dunning.saveProcedure(draft());
    await expect(dunning.saveProcedure(draft({ procedureId, schoolId: other }))).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'schoolId' },
    });
    await expect(dunning.saveProcedure(draft({ procedureId: 99 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes any last day from the first on, and one stage of zero days', async () => {
    const saved = await application.api.dunning.saveProcedure(
      draft({ validUntil: '2026-09-01', stages: [{ days: 0, textId }], nearLimitationDays: 90 }),
    );
    expect(saved).toMatchObject({ validUntil: '2026-09-01', nearLimitationDays: 90 });
  });

  it('leaves one line in the trail each, with ids only', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft());
    await dunning.archiveProcedure({ procedureId, archived: true });
    const lines = application.context.store.sql
      .prepare("SELECT command, school_id AS schoolId, detail FROM audit_entries WHERE command LIKE 'dunning.%'")
      .all();
    expect(lines).toMatchObject([
      { command: 'dunning.saveProcedure', schoolId },
      { command: 'dunning.archiveProcedure', schoolId },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Onze stappen');
  });
});

describe('what is in force on a day', () => {
  it('is the newest version that has begun, also for a day in the past', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft({ validFrom: '2025-09-01' }));
    await dunning.saveProcedure(draft({ procedureId, validFrom: '2026-09-01', stages: twoStages() }));
    expect(inForce('2025-08-31')).toEqual([]);
    expect(inForce('2025-09-01')).toMatchObject([{ procedureId, stages: [{ days: 14 }] }]);
    expect(inForce('2026-08-31')[0]?.stages).toHaveLength(1);
    expect(inForce('2026-09-01')[0]?.stages).toHaveLength(2);
    expect(inForce('2027-09-01')[0]?.stages).toHaveLength(2);
  });

  it('is not yet a version for later, which the list already shows', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft({ validFrom: '2027-01-01' }));
    expect(inForce('2026-12-31')).toEqual([]);
    expect(inForce('2027-01-01')).toMatchObject([{ procedureId }]);
    expect(await dunning.procedures({})).toMatchObject([{ procedureId, validFrom: '2027-01-01' }]);
  });

  it('ends after the last day of the newest version; the one before it does not come back', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft({ validFrom: '2025-09-01' }));
    await dunning.saveProcedure(draft({ procedureId, validFrom: '2026-09-01', validUntil: '2026-12-31' }));
    expect(inForce('2026-12-31')).toHaveLength(1);
    expect(inForce('2027-01-01')).toEqual([]);
  });

  it('is the version saved last when two have begun', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft({ validFrom: '2026-10-01' }));
    await dunning.saveProcedure(draft({ procedureId, validFrom: '2026-09-01', stages: twoStages() }));
    expect(inForce('2026-11-20')[0]?.stages).toHaveLength(2);
  });

  it('is not what was archived by then, and still is for a day before that', async () => {
    const { dunning } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft());
    expect(await dunning.archiveProcedure({ procedureId, archived: true })).toMatchObject({ archived: true });
    expect(inForce('2026-11-19')).toHaveLength(1);
    expect(inForce('2026-11-20')).toEqual([]);
    expect(inForce('2027-11-20')).toEqual([]);
    expect(await dunning.procedures({})).toEqual([]);
    expect(await dunning.procedures({ withArchived: true })).toMatchObject([{ procedureId, archived: true }]);
    await expect(dunning.saveProcedure(draft({ procedureId }))).rejects.toMatchObject({ code: 'CONFLICT' });
    await dunning.archiveProcedure({ procedureId, archived: false });
    expect(inForce('2026-11-20')).toHaveLength(1);
  });

  it('keeps the billing group of each version', async () => {
    const { dunning } = application.api;
    const group = insert(application.context.store, 'billing_groups', { school_id: schoolId, name: 'Opvang' });
    const { procedureId } = await dunning.saveProcedure(draft({ validFrom: '2025-09-01' }));
    const changed = await dunning.saveProcedure(draft({ procedureId, billingGroupId: group }));
    expect(changed).toMatchObject({ billingGroupId: group, billingGroupName: 'Opvang' });
    expect(inForce('2026-08-31')[0]?.billingGroupId).toBeNull();
    expect(inForce('2026-09-01')[0]?.billingGroupId).toBe(group);
  });

  it('is asked per school', async () => {
    const other = addSchool(application.context.store, 'De Beuk');
    await application.api.dunning.saveProcedure(draft());
    await application.api.dunning.saveProcedure(draft({ schoolId: other, name: 'Van De Beuk' }));
    expect(inForce('2026-11-20').map(({ name }) => name)).toEqual(['Onze stappen', 'Van De Beuk']);
    expect(inForce('2026-11-20', [other]).map(({ name }) => name)).toEqual(['Van De Beuk']);
    expect(inForce('2026-11-20', [])).toEqual([]);
    expect(await application.api.dunning.procedures({ schoolId: other })).toMatchObject([{ name: 'Van De Beuk' }]);
  });
});

describe('what has become wrong since a procedure was saved', () => {
  const blocked = () => procedureProblems(application.context.store, inForce('2026-11-20'));

  it('is a text that went into the archive', async () => {
    const { dunning, correspondence } = application.api;
    const { procedureId } = await dunning.saveProcedure(draft());
    expect(blocked()).toEqual([]);
    await correspondence.archiveText({ textId, archived: true });
    const [listed] = await dunning.procedures({});
    expect(listed?.problems).toHaveLength(1);
    expect(listed?.problems[0]).toContain('Fase 1 (E-mail): de tekst "Vriendelijke herinnering" staat in het archief.');
    expect(blocked()).toMatchObject([
      { procedureId, procedureName: 'Onze stappen', schoolId, problems: listed?.problems ?? [] },
    ]);
    await correspondence.archiveText({ textId, archived: false });
    expect(blocked()).toEqual([]);
  });

  it('is a text that was changed so that it lacks what the law asks', async () => {
    const { dunning, correspondence } = application.api;
    await dunning.saveProcedure(draft());
    const body = richText.parse(richTextFromPlain('Beste, $$TOTAAL$$ staat open.'));
    await correspondence.saveText({
      textId,
      name: 'Vriendelijke herinnering',
      tone: 'friendly',
      versions: [{ language: 'nl', subject: 'Bericht', body }],
    });
    expect(blocked()[0]?.problems.join(' ')).toContain('KBO');
    expect((await dunning.procedures({}))[0]?.problems.join(' ')).toContain('KBO');
  });

  it('is told of the school whose own text it is, and not of another', async () => {
    const { dunning, correspondence } = application.api;
    const { versions } = await correspondence.text({ textId });
    const own = await correspondence.saveText({ textId: null, name: 'Eigen', tone: 'friendly', schoolId, versions });
    await dunning.saveProcedure(draft({ stages: [{ days: 14, textId: own.textId }] }));
    const other = addSchool(application.context.store, 'De Beuk');
    await dunning.saveProcedure(draft({ schoolId: other }));
    expect(blocked()).toEqual([]);
    await correspondence.archiveText({ textId: own.textId, archived: true });
    expect(blocked().map((one) => one.schoolId)).toEqual([schoolId]);
  });
});

describe('the settings of reminders', () => {
  it('are careful until a school says otherwise, each school for itself', async () => {
    const { dunning } = application.api;
    const other = addSchool(application.context.store, 'De Beuk');
    const careful = { minimumCents: 0, schoolLeavers: 'remind', statementMaxAgeDays: 7 };
    expect(await dunning.settings({ schoolId })).toEqual(careful);
    const own = { minimumCents: 5_00, schoolLeavers: 'leaveOut' as const, statementMaxAgeDays: null };
    expect(await dunning.saveSettings({ schoolId, ...own })).toEqual(own);
    expect(await dunning.settings({ schoolId })).toEqual(own);
    expect(await dunning.settings({ schoolId: other })).toEqual(careful);
    await expect(dunning.settings({ schoolId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(dunning.saveSettings({ schoolId, ...own, minimumCents: -1 })).rejects.toMatchObject({
      code: 'INVALID',
    });
    const changes = application.context.store.sql.prepare('SELECT field, before, after FROM audit_changes').all();
    expect(changes).toContainEqual({ field: 'kleinste bedrag', before: '€\u00a00,00', after: '€\u00a05,00' });
  });
});
