import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addSchool } from '#test/support/family.ts';
import { addUser, type Api, atKeyboard, testPassword } from '#test/support/users.ts';

let application: TestApplication;
let now: string;
let desk: Api;
let bertId: number;

beforeEach(async () => {
  application = await testApplication();
  now = '2026-11-20T08:00:00.000Z';
  const { store } = application.context;
  addSchool(store);
  addUser(store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  bertId = addUser(store, { name: 'Bert', roles: [{ role: 'secretary', schoolId: null }] });
  desk = atKeyboard({ ...application.context, clock: { today: () => '2026-11-20', now: () => now } });
  await signIn('bert');
});
afterEach(() => application.close());

function later(minutes: number): void {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
}
const signIn = (login: string) => desk.access.signIn({ login, password: testPassword });
const state = async () => (await desk.access.session()).state;

describe('one keyboard', () => {
  it('locks: nothing is shown, and the same person goes on', async () => {
    expect(await desk.access.lock()).toMatchObject({ state: 'locked', user: { name: 'Bert' } });
    await expect(desk.schools.list()).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/vergrendeld/) as string,
    });
    await signIn('bert');
    expect(await desk.schools.list()).toHaveLength(1);
  });

  it('locks by itself when nobody works, whatever the screen asks of itself', async () => {
    later(14);
    await desk.schools.list();
    later(14);
    await desk.approvals.waiting();
    await desk.jobs.running();
    later(1);
    expect(await state()).toBe('signedIn');
    later(1);
    await expect(desk.schools.list()).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await state()).toBe('locked');
  });

  it('locks after as many minutes as the school wants', async () => {
    await signIn('ann');
    await desk.access.saveSettings({ idleMinutes: 2 });
    later(2);
    await desk.schools.list();
    later(3);
    expect(await state()).toBe('locked');
  });

  it('is taken over by another, also while it is locked', async () => {
    await desk.access.lock();
    expect(await signIn('ann')).toMatchObject({ state: 'signedIn', actor: 'Ann' });
    expect(await signIn('bert')).toMatchObject({ state: 'signedIn', actor: 'Bert' });
  });

  it('stays with whoever is there when another gives a wrong password', async () => {
    await expect(desk.access.signIn({ login: 'ann', password: 'gok gok gok' })).rejects.toBeDefined();
    expect(await desk.access.session()).toMatchObject({ state: 'signedIn', actor: 'Bert' });
    await desk.access.lock();
    await expect(desk.access.signIn({ login: 'ann', password: 'gok gok gok' })).rejects.toBeDefined();
    expect(await desk.access.session()).toMatchObject({ state: 'locked', actor: 'Bert' });
  });

  it('keeps what each person left on the screen apart', async () => {
    await desk.access.setPreference({ key: 'columns', value: ['open'] });
    await signIn('ann');
    expect(await desk.access.preferences()).toEqual({});
    await signIn('bert');
    expect(await desk.access.preferences()).toEqual({ columns: ['open'] });
  });

  it('gives the result of long work to whoever started it only', async () => {
    const { jobs } = application.context;
    const jobId = jobs.of(bertId).start('Iets', 1, async () => 'van Bert');
    expect(await desk.jobs.wait({ jobId })).toMatchObject({ result: 'van Bert' });
    await signIn('ann');
    await expect(desk.jobs.wait({ jobId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.jobs.running()).toEqual([]);
  });

  it('lets long work end in the name of whoever started it', async () => {
    const content = 'Stamnummer;Naam;Voornaam;Klas;School\r\n901;Peeters;Noor;3A;Basisschool De Wilg\r\n';
    const contentBase64 = Buffer.from(content).toString('base64');
    const { fileId, kind, mapping } = await desk.imports.read({ fileName: 'leerlingen.csv', contentBase64 });
    const { jobId } = await desk.imports.commit({ fileId, kind, schoolId: null, mapping });
    await desk.access.signOut();
    expect(await application.context.jobs.wait(jobId)).toMatchObject({ state: 'done' });
    await signIn('ann');
    const [line] = (await desk.audit.list({ command: 'imports.commit' })).entries;
    expect(line).toMatchObject({ actor: 'Bert', sentence: 'Bestand ingelezen' });
  });

  it('never locks a terminal', async () => {
    const clock = { today: () => '2026-11-20', now: () => now };
    const terminal = atKeyboard({ ...application.context, clock }, 'terminal');
    await expect(terminal.schools.list()).rejects.toMatchObject({
      message: expect.stringMatching(/--user AANMELDNAAM .*OPENSTAAND_PASSWORD/) as string,
    });
    await terminal.access.signIn({ login: 'bert', password: testPassword });
    later(600);
    expect(await terminal.schools.list()).toHaveLength(1);
  });
});

describe('a change of a user', () => {
  it('counts at once at a keyboard where they sit', async () => {
    const ann = atKeyboard(application.context);
    await ann.access.signIn({ login: 'ann', password: testPassword });
    const bert = { userId: bertId, login: 'bert', name: 'Bert', isActive: true, password: null };
    await ann.access.saveUser({ ...bert, name: 'Bert De Wilg', roles: [{ role: 'secretary', schoolId: null }] });
    expect(await desk.access.session()).toMatchObject({ state: 'signedIn', actor: 'Bert De Wilg' });
    await ann.access.saveUser({ ...bert, roles: [{ role: 'care', schoolId: null }] });
    expect(await state()).toBe('signedOut');
  });

  it('ends the session of whoever is taken out', async () => {
    const ann = atKeyboard(application.context);
    await ann.access.signIn({ login: 'ann', password: testPassword });
    const roles = [{ role: 'secretary' as const, schoolId: null }];
    await ann.access.saveUser({ userId: bertId, login: 'bert', name: 'Bert', roles, isActive: false, password: null });
    expect(await state()).toBe('signedOut');
  });
});
