import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditSentence, toldInTrail } from '#shared/access/audit-sentences.ts';
import { procedureNames } from '#shared/access/rights.ts';
import { runCommand } from '#main/api/command.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { person, withoutTrail } from './command-inputs.ts';

let application: TestApplication;
let schoolId: number;
let abeel: FamilyIds;
let den: FamilyIds;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  const family = (name: string) =>
    addFamily(store, schoolId, {
      name: `Gezin ${name}`,
      payers: [
        { firstName: 'Sofie', lastName: name, email: 'sofie@voorbeeld.example' },
        { firstName: 'Jan', lastName: name },
      ],
      pupils: [{ firstName: 'Noor', lastName: name }],
    });
  abeel = family('Abeel');
  den = family('Den');
});
afterEach(() => application.close());

describe('a sentence', () => {
  it('exists for every command of the contract', () => {
    const commands = procedureNames().filter((name) => !withoutTrail.has(name));
    expect(commands.filter((name) => !toldInTrail.includes(name))).toEqual([]);
  });

  it('says the amount and whether it waits', () => {
    expect(auditSentence('ledger.refund', { amountCents: 20_00 }).replaceAll('\u00a0', ' ')).toBe(
      'Bedrag terugbetaald: € 20,00',
    );
    expect(auditSentence('ledger.refund', { amountCents: null, outcome: 'waiting' })).toBe(
      'Bedrag terugbetaald (wacht op goedkeuring)',
    );
    expect(auditSentence('iets.nieuws', {})).toBe('iets.nieuws');
  });
});

describe('before and after', () => {
  it('of a payer stands with the line, under the name of the field', async () => {
    const [payerId = 0] = abeel.payerIds;
    const page = await application.api.dossier.page({ householdId: abeel.householdId, withClosed: false });
    const payer = page.payers.find((one) => one.payerId === payerId);
    await application.api.people.updatePayer({
      payerId,
      details: { ...person, firstName: 'Sofie', lastName: 'Abeel', email: null, street: payer?.street ?? '' },
    });
    const [line] = (await application.api.audit.list({ householdId: abeel.householdId })).entries;
    expect(line).toMatchObject({
      command: 'people.updatePayer',
      sentence: 'Contactgegevens van een betaler gewijzigd',
    });
    expect(line?.changes).toContainEqual({ field: 'e-mailadres', before: 'sofie@voorbeeld.example', after: null });
    expect(line?.changes.map(({ field }) => field)).not.toContain('straat en nummer');
    expect(line?.detail).not.toHaveProperty('changesSha256');
  });

  it('of who owes for a pupil, in words', async () => {
    const [pupilId = 0] = abeel.pupilIds;
    const [one = 0, two = 0] = abeel.payerIds;
    await application.api.people.setLiabilities({
      pupilId,
      liabilities: [
        { payerId: one, kind: 'split', shareBp: 6000 },
        { payerId: two, kind: 'split', shareBp: 4000 },
      ],
    });
    const [line] = (await application.api.audit.list({ householdId: abeel.householdId })).entries;
    expect(line?.changes.map(({ before, after }) => `${before} → ${after}`)).toEqual([
      'hoofdelijk → 40 %',
      'hoofdelijk → 60 %',
    ]);
  });

  it('of the mail server, never of its password', async () => {
    const settings = {
      host: 'mail.voorbeeld.example',
      port: 587,
      security: 'starttls' as const,
      user: 'school',
      senderName: 'De Wilg',
      senderAddress: 'school@voorbeeld.example',
      replyTo: null,
      messagesPerMinute: 0,
      attachPdf: true,
    };
    await application.api.correspondence.saveMailSettings({ settings, password: 'zeer geheim' });
    await application.api.correspondence.saveMailSettings({
      settings: { ...settings, port: 465, security: 'tls' },
      password: 'nog geheimer',
    });
    const [line] = (await application.api.audit.list({ command: 'correspondence.saveMailSettings' })).entries;
    expect(line?.changes).toEqual([
      { field: 'wachtwoord', before: 'ingesteld', after: 'vervangen' },
      { field: 'poort', before: '587', after: '465' },
      { field: 'beveiliging', before: 'starttls', after: 'tls' },
    ]);
    const kept = application.context.store.sql.prepare('SELECT * FROM audit_changes').all();
    expect(JSON.stringify(kept)).not.toMatch(/geheim/);
  });

  it('of a user and of the limits of a school', async () => {
    const thresholds = { writeOff: null, remission: null, refund: 20_00, transfer: null, payerAccount: 0 };
    await application.api.approvals.saveThresholds({ schoolId, thresholds });
    const [limits] = (await application.api.audit.list({})).entries;
    expect(limits?.changes.map(({ field, after }) => `${field}: ${after?.replaceAll('\u00a0', ' ')}`)).toEqual([
      'rekening van een betaler: altijd',
      'terugbetaling: vanaf € 20,00',
    ]);
    await application.api.access.saveUser({
      userId: null,
      login: 'ann',
      name: 'Ann',
      roles: [{ role: 'administrator', schoolId: null }],
      isActive: true,
      password: 'een lang wachtwoord',
    });
    const changes = application.context.store.sql
      .prepare(
        `SELECT field, before, after FROM audit_changes JOIN audit_entries a ON a.id = audit_entry_id
         WHERE a.command = 'access.saveUser' ORDER BY field`,
      )
      .all();
    expect(changes).toEqual([
      { field: 'isActive', before: null, after: 'ja' },
      { field: 'login', before: null, after: 'ann' },
      { field: 'name', before: null, after: 'Ann' },
      { field: 'roles', before: null, after: 'Beheerder' },
    ]);
  });
});

describe('the chain', () => {
  async function renamed(): Promise<void> {
    const [payerId = 0] = abeel.payerIds;
    await application.api.people.updatePayer({ payerId, details: { ...person, city: 'Aalst' } });
  }

  function tamper(sql: string): void {
    const { sql: database } = application.context.store;
    database.exec('DROP TRIGGER audit_changes_no_update; DROP TRIGGER audit_changes_no_delete;');
    database.exec(sql);
  }

  it.each([
    ['what was before', "UPDATE audit_changes SET before = 'iets anders' WHERE field = 'city'"],
    ['what came after', "UPDATE audit_changes SET after = NULL WHERE field = 'city'"],
    ['a field taken out', "DELETE FROM audit_changes WHERE field = 'city'"],
    ['all fields taken out', 'DELETE FROM audit_changes'],
    ['a field added', "INSERT INTO audit_changes SELECT audit_entry_id, 'iets', NULL, 'x' FROM audit_changes LIMIT 1"],
  ])('finds %s', async (_what, sql) => {
    await application.api.people.renameHousehold({ householdId: den.householdId, name: 'Gezin Denboom' });
    await renamed();
    await application.api.people.renameHousehold({ householdId: den.householdId, name: 'Gezin Den' });
    expect(await application.api.audit.verify()).toEqual({ entries: 3, firstBroken: null });
    tamper(sql);
    expect((await application.api.audit.verify()).firstBroken).toBe(2);
  });

  it('finds a change given to a line that had none', async () => {
    await application.api.people.renameHousehold({ householdId: den.householdId, name: 'Gezin Denboom' });
    application.context.store.sql.exec("INSERT INTO audit_changes VALUES (1, 'iets', NULL, 'x')");
    expect((await application.api.audit.verify()).firstBroken).toBe(1);
  });

  it('cannot be changed from inside', async () => {
    await renamed();
    const { sql } = application.context.store;
    expect(() => sql.exec("UPDATE audit_changes SET after = 'x'")).toThrow(/append-only/);
    expect(() => sql.exec('DELETE FROM audit_changes')).toThrow(/append-only/);
  });
});

describe('the list', () => {
  function lineAt(at: string, command: string, actor: string): void {
    const clock = { today: () => at.slice(0, 10), now: () => at };
    runCommand({ ...application.context, clock, actor }, () => ({ result: null, audit: { command, detail: {} } }));
  }

  it('is filtered by day in Belgium, by whoever did it and by what was done', async () => {
    lineAt('2026-11-19T22:59:59.000Z', 'holds.place', 'Els');
    lineAt('2026-11-19T23:00:00.000Z', 'holds.lift', 'Bert');
    lineAt('2026-11-20T22:59:59.999Z', 'holds.place', 'Els De Wilg');
    lineAt('2026-11-20T23:00:00.000Z', 'ledger.charge', 'Els');
    lineAt('2026-07-01T21:59:59.000Z', 'holds.place', 'zomer');
    lineAt('2026-07-01T22:00:00.000Z', 'holds.place', 'zomer');
    const shown = async (filter: object) =>
      (await application.api.audit.list(filter)).entries.map(({ auditId }) => auditId).toSorted();
    expect(await shown({ from: '2026-11-20', until: '2026-11-20' })).toEqual([2, 3]);
    expect(await shown({ from: '2026-07-02', until: '2026-07-02' })).toEqual([6]);
    expect(await shown({ actor: 'els' })).toEqual([1, 3, 4]);
    expect(await shown({ command: 'holds', actor: 'E' })).toEqual([1, 2, 3, 5, 6]);
    expect(await shown({ command: 'holds.place', from: '2026-11-20' })).toEqual([3]);
    expect(await shown({ command: 'hol' })).toEqual([]);
  });

  it('of a dossier keeps what was done before a merge', async () => {
    await application.api.people.renameHousehold({ householdId: den.householdId, name: 'Gezin Denboom' });
    await application.api.people.mergeHouseholds({
      fromHouseholdId: den.householdId,
      intoHouseholdId: abeel.householdId,
    });
    const { entries, total } = await application.api.audit.list({ householdId: abeel.householdId });
    expect(total).toBe(2);
    expect(entries.map(({ command }) => command)).toEqual(['people.mergeHouseholds', 'people.renameHousehold']);
  });
});
