import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { procedureProblems } from '#main/dunning/procedure-problems.ts';
import { proceduresInForce } from '#main/dunning/procedures-in-force.ts';
import { readShippedProcedures } from '#main/dunning/shipped-procedures.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { isMessageChannel } from '#shared/dunning/procedure-rules.ts';
import { checkFirstReminder } from '#shared/law/check-first-reminder.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { insert } from '#test/support/family.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await testApplication('2026-11-20');
});
afterEach(() => application.close());

const keys = ['deHorizon', 'zacht', 'kort'] as const;

async function school(): Promise<number> {
  return (await application.api.setup.createEmpty({ schoolName: 'De Eik', level: 'primary' })).schoolId;
}

describe('the shipped procedures', () => {
  it('are De Horizon, Zacht and Kort', () => {
    expect(readShippedProcedures().map(({ key, name }) => [key, name])).toEqual([
      ['deHorizon', 'De Horizon'],
      ['zacht', 'Zacht'],
      ['kort', 'Kort'],
    ]);
  });

  it('go the way each is known for', () => {
    const channels = readShippedProcedures().map(({ stages }) => stages.map(({ channel }) => channel));
    expect(channels).toEqual([
      ['email', 'letter', 'talk', 'letter', 'registeredLetter', 'handOver'],
      ['email', 'phone', 'letter', 'talk'],
      ['email', 'talk', 'registeredLetter', 'handOver'],
    ]);
    expect(readShippedProcedures().map(({ nearLimitationDays }) => nearLimitationDays)).toEqual([null, null, 120]);
  });

  it.each(readShippedProcedures())('$name is calm: nothing before two weeks, more than a term between, free', (one) => {
    const days = one.stages.map((stage) => stage.days);
    expect(days[0]).toBeGreaterThanOrEqual(14);
    // Longer than the fourteen days of the law after an e-mail.
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(14);
    expect(new Set(one.stages.map(({ cost }) => cost))).toEqual(new Set(['none']));
  });

  it.each(readShippedProcedures())('$name asks the director for a talk, the coordinator for a hand-over', (one) => {
    const approvers = (channel: string) =>
      one.stages.filter((stage) => stage.channel === channel).map(({ approver }) => approver);
    expect(approvers('talk')).toEqual(['director']);
    expect(approvers('handOver').filter((approver) => approver !== 'coordinator')).toEqual([]);
  });

  it.each(readShippedProcedures())('$name has a text in three languages for everything but the hand-over', (one) => {
    const texts = new Map(readShippedTexts().map((text) => [text.key, text]));
    const languages = one.stages
      .filter(({ channel }) => channel !== 'handOver')
      .map(({ text }) =>
        texts
          .get(text ?? '')
          ?.versions.map(({ language }) => language)
          .join(),
      );
    expect(new Set(languages)).toEqual(new Set(['nl,fr,en']));
    const first = texts.get(one.stages.find(({ channel }) => isMessageChannel(channel))?.text ?? '');
    expect(first?.versions.flatMap((version) => checkFirstReminder(version))).toEqual([]);
  });

  it.each(keys)('%s passes every rule at a new school', async (shippedKey) => {
    const schoolId = await school();
    const added = await application.api.dunning.addShipped({ schoolId, shippedKey });
    expect(added).toMatchObject({ schoolId, shippedKey, version: 1, validFrom: '2026-11-20', problems: [] });
    expect(added.stages.every(({ channel, textId }) => (channel === 'handOver') === (textId === null))).toBe(true);
    const { procedureId, name, validFrom, stages } = added;
    const saved = await application.api.dunning.saveProcedure({ procedureId, schoolId, name, validFrom, stages });
    expect(saved).toMatchObject({ version: 2, shippedKey, problems: [] });
  });

  it('are offered with their texts, and added with one line in the trail', async () => {
    const schoolId = await school();
    expect(await application.api.dunning.procedures({ schoolId })).toEqual([]);
    const offered = await application.api.dunning.shippedProcedures();
    expect(offered.map(({ shippedKey }) => shippedKey)).toEqual(keys);
    expect(offered[0]?.stages[0]?.textId).toEqual(expect.any(Number));
    await application.api.dunning.addShipped({ schoolId, shippedKey: 'zacht' });
    const trail = application.context.store.sql
      .prepare("SELECT school_id AS schoolId FROM audit_entries WHERE command = 'dunning.addShipped'")
      .all();
    expect(trail).toEqual([{ schoolId }]);
  });

  it('bring the texts that an older database does not have', async () => {
    const schoolId = await school();
    const { sql } = application.context.store;
    // As before these texts came with Openstaand; the shop keeps versions for good, so the trigger steps aside here.
    sql.exec(
      "DROP TRIGGER text_versions_no_delete; DELETE FROM text_versions WHERE text_id IN (SELECT id FROM texts WHERE shipped_key = 'talkGuide'); DELETE FROM texts WHERE shipped_key = 'talkGuide'",
    );
    expect((await application.api.dunning.shippedProcedures())[0]?.stages[2]).toMatchObject({ textId: null });
    const added = await application.api.dunning.addShipped({ schoolId, shippedKey: 'deHorizon' });
    expect(added.problems).toEqual([]);
    expect(added.stages[2]?.textId).toEqual(expect.any(Number));
  });

  it('are refused twice for the same bills, not for another billing group', async () => {
    const schoolId = await school();
    const group = insert(application.context.store, 'billing_groups', { school_id: schoolId, name: 'Opvang' });
    const { dunning } = application.api;
    await dunning.addShipped({ schoolId, shippedKey: 'zacht' });
    await expect(dunning.addShipped({ schoolId, shippedKey: 'zacht' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await dunning.addShipped({ schoolId, shippedKey: 'zacht', billingGroupId: group });
    await expect(dunning.addShipped({ schoolId, shippedKey: 'anders' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await dunning.procedures({ schoolId })).toHaveLength(2);
  });

  it('are refused when the office put their first text in the archive, and nothing is kept', async () => {
    const schoolId = await school();
    const { dunning, correspondence } = application.api;
    const reminder = (await correspondence.texts({})).find(({ name }) => name === 'Vriendelijke herinnering');
    await correspondence.archiveText({ textId: reminder?.textId ?? 0, archived: true });
    await expect(dunning.addShipped({ schoolId, shippedKey: 'kort' })).rejects.toMatchObject({
      code: 'INVALID',
      data: {
        sentence: expect.stringContaining('Fase 1 (E-mail): de tekst "Vriendelijke herinnering" staat in het archief'),
      },
    });
    expect(await dunning.procedures({ schoolId, withArchived: true })).toEqual([]);
  });
});

describe('the demo schools', () => {
  it('remind by De Horizon, and by Kort near limitation, today and on a day two years ago', async () => {
    await ensureDemo(application.context);
    const { store } = application.context;
    const schools = await application.api.schools.list();
    for (const asOf of ['2024-10-01', '2026-11-20']) {
      const inForce = proceduresInForce(store, asOf, 'all');
      expect(inForce.map(({ schoolId, name }) => [schoolId, name])).toEqual(
        schools
          .map(({ id }) => id)
          .toSorted((a, b) => a - b)
          .flatMap((id) => [
            [id, 'De Horizon'],
            [id, 'Kort'],
          ]),
      );
      expect(procedureProblems(store, inForce)).toEqual([]);
    }
  });
});
