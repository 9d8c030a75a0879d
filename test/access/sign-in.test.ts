import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from '#main/access/password.ts';
import { router } from '#main/api/router.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addSchool } from '#test/support/family.ts';
import { addUser, type Api, atKeyboard, testPassword } from '#test/support/users.ts';

let application: TestApplication;
let now: string;
let desk: Api;

beforeEach(async () => {
  application = await testApplication();
  now = '2026-11-20T08:00:00.000Z';
  addSchool(application.context.store);
  const { store } = application.context;
  addUser(store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  addUser(store, { name: 'Bert', roles: [{ role: 'secretary', schoolId: null }] });
  desk = atKeyboard({ ...application.context, clock: { today: () => '2026-11-20', now: () => now } });
});
afterEach(() => application.close());

function later(seconds: number): void {
  now = new Date(Date.parse(now) + seconds * 1000).toISOString();
}

const refusedBecause = (words: RegExp) => ({ code: 'REFUSED', message: expect.stringMatching(words) as string });
const wrong = (login = 'bert') => desk.access.signIn({ login, password: 'verkeerd wachtwoord' });
const right = (login = 'bert') => desk.access.signIn({ login, password: testPassword });

describe('a password', () => {
  it('is kept as scrypt with a salt of its own, never as itself', async () => {
    const [one, two] = await Promise.all([hashPassword('Wachtwoord é 1'), hashPassword('Wachtwoord é 1')]);
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(one).not.toBe(two);
    expect(await isPassword('Wachtwoord é 1', one)).toBe(true);
    expect(await isPassword('Wachtwoord e 1', one)).toBe(false);
  });

  it('is the same whatever way its accents were typed', async () => {
    const kept = await hashPassword('caf\u00e9', { N: 2, r: 8, p: 1 });
    expect(await isPassword('cafe\u0301', kept)).toBe(true);
  });

  it('is never right where none is kept', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(await isPassword('x', 'something$else')).toBe(false);
  });
});

describe('signing in', () => {
  it('shows names only before anybody is there', async () => {
    expect(await desk.access.session()).toEqual({
      mode: 'users',
      state: 'signedOut',
      actor: null,
      user: null,
      refused: [],
      idleMinutes: 15,
      people: [
        { login: 'ann', name: 'Ann' },
        { login: 'bert', name: 'Bert' },
      ],
    });
    await expect(desk.schools.list()).rejects.toMatchObject(refusedBecause(/Meld je eerst aan/));
  });

  it('takes the login in any case, and puts the name in what is done', async () => {
    const session = await right('BERT');
    expect(session).toMatchObject({ state: 'signedIn', actor: 'Bert', user: { login: 'bert' } });
    expect(session.user).not.toHaveProperty('passwordHash');
    expect(await desk.schools.list()).toHaveLength(1);
    expect((await desk.setup.status()).actor).toBe('Bert');
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const [known, unknown] = await Promise.allSettled([wrong('bert'), wrong('niemand')]);
    expect(known).toMatchObject({ status: 'rejected', reason: refusedBecause(/naam of het wachtwoord klopt niet/) });
    expect((unknown as PromiseRejectedResult).reason).toMatchObject({
      message: ((known as PromiseRejectedResult).reason as Error).message,
      data: ((known as PromiseRejectedResult).reason as { data: unknown }).data,
    });
  });

  it.each(['bert', 'niemand'])('asks %s to wait after five wrong passwords, each time twice as long', async (login) => {
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await expect(wrong(login)).rejects.toMatchObject(refusedBecause(/klopt niet\. Probeer opnieuw\.$/));
    }
    await expect(wrong(login)).rejects.toMatchObject(refusedBecause(/Wacht 30 seconden/));
    later(29);
    await expect(right(login)).rejects.toMatchObject(refusedBecause(/Wacht nog 1 seconde /));
    later(1);
    await expect(wrong(login)).rejects.toMatchObject(refusedBecause(/Wacht 60 seconden/));
    later(60);
    await expect(wrong(login)).rejects.toMatchObject(refusedBecause(/Wacht 2 minuten/));
  });

  it('forgets the wrong ones after a right one', async () => {
    for (let attempt = 1; attempt <= 4; attempt += 1) await expect(wrong()).rejects.toBeDefined();
    await right();
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await expect(wrong()).rejects.toMatchObject(refusedBecause(/Probeer opnieuw\.$/));
    }
  });

  it('counts attempts that come at once', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => wrong()));
    const told = attempts.map((attempt) => ((attempt as PromiseRejectedResult).reason as Error).message);
    expect(told.filter((sentence) => sentence.startsWith('Te vaak'))).toHaveLength(15);
  });

  it('keeps the pause when the program starts anew', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await expect(wrong()).rejects.toBeDefined();
    const again = atKeyboard({ ...application.context, clock: { today: () => '2026-11-20', now: () => now } });
    await expect(again.access.signIn({ login: 'bert', password: testPassword })).rejects.toMatchObject(
      refusedBecause(/Wacht nog 30 seconden/),
    );
  });

  it('leaves in the trail who came and went, and that somebody tried too often', async () => {
    await right('ann');
    for (let attempt = 1; attempt <= 5; attempt += 1) await expect(wrong('bert')).rejects.toBeDefined();
    await desk.access.signOut();
    await right('ann');
    const { entries } = await desk.audit.list({ command: 'access' });
    expect(entries.map(({ command, actor }) => `${command} ${actor}`)).toEqual([
      'access.signIn Ann',
      'access.signOut Ann',
      'access.refuseSignIn niet aangemeld',
      'access.signIn Ann',
    ]);
  });

  it('refuses somebody who was taken out', async () => {
    application.context.store.sql.exec("UPDATE users SET deactivated_at = '2026-11-01' WHERE login = 'bert'");
    await expect(right()).rejects.toMatchObject(refusedBecause(/naam of het wachtwoord klopt niet/));
    expect((await desk.access.session()).people).toEqual([{ login: 'ann', name: 'Ann' }]);
  });

  it('is not needed where there are no users', async () => {
    const other = await testApplication();
    try {
      await expect(other.api.access.signIn({ login: 'x', password: 'x' })).rejects.toMatchObject({ code: 'REFUSED' });
      expect(await other.api.access.session()).toMatchObject({ mode: 'single', state: 'signedIn', actor: 'test' });
      expect(await other.api.access.signOut()).toMatchObject({ mode: 'single', state: 'signedIn' });
      expect(await other.api.access.lock()).toMatchObject({ mode: 'single', state: 'signedIn' });
      await expect(
        other.api.access.changePassword({ currentPassword: 'x', newPassword: 'nieuw wachtwoord' }),
      ).rejects.toMatchObject({ code: 'REFUSED' });
    } finally {
      await other.close();
    }
  });
});

describe('one’s own password', () => {
  const newPassword = 'een heel ander wachtwoord';

  it('changes with the old one, and the session goes on', async () => {
    await right();
    await desk.access.changePassword({ currentPassword: testPassword, newPassword });
    expect(await desk.access.session()).toMatchObject({ state: 'signedIn', actor: 'Bert' });
    await desk.access.signOut();
    await expect(right()).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await desk.access.signIn({ login: 'bert', password: newPassword })).toMatchObject({ state: 'signedIn' });
  });

  it('stays without the old one', async () => {
    await right();
    await expect(desk.access.changePassword({ currentPassword: 'gok', newPassword })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'currentPassword' },
    });
    await expect(
      desk.access.changePassword({ currentPassword: testPassword, newPassword: 'kort' }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'newPassword' } });
  });

  it('ends the session of another window', async () => {
    await right();
    const other = atKeyboard(application.context);
    await other.access.signIn({ login: 'bert', password: testPassword });
    await other.access.changePassword({ currentPassword: testPassword, newPassword });
    expect(await desk.access.session()).toMatchObject({ state: 'signedOut' });
    expect(await other.access.session()).toMatchObject({ state: 'signedIn' });
  });

  it('is nowhere in the database or the trail', async () => {
    await right();
    await desk.access.changePassword({ currentPassword: testPassword, newPassword });
    const { sql } = application.context.store;
    const everything = ['users', 'audit_entries', 'audit_changes'].map((table) =>
      sql.prepare(`SELECT * FROM ${table}`).all(),
    );
    expect(JSON.stringify(everything)).not.toContain(newPassword);
    expect(JSON.stringify(everything)).not.toContain(testPassword);
  });
});

it('goes over every way in the same: what is refused in this process is refused there', async () => {
  const api = createRouterClient(router, { context: application.context });
  await expect(api.dossier.households({})).rejects.toMatchObject(refusedBecause(/Meld je eerst aan/));
});
