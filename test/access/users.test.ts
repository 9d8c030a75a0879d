import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserRole } from '#shared/access/contract.ts';
import { type Caller, computerUser } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { addUser, type Api, signedIn, testPassword } from '#test/support/users.ts';

let application: TestApplication;
let wilg: number;
let linde: number;

beforeEach(async () => {
  application = await testApplication();
  wilg = addSchool(application.context.store, 'De Wilg');
  linde = addSchool(application.context.store, 'De Linde');
});
afterEach(() => application.close());

const everywhere: UserRole = { role: 'administrator', schoolId: null };

function person(login: string, roles: readonly UserRole[], userId: number | null = null) {
  const name = `${login.charAt(0).toUpperCase()}${login.slice(1)}`;
  return { userId, login, name, roles: [...roles], isActive: true, password: userId === null ? testPassword : null };
}

describe('the first user', () => {
  it('manages every school, and from then on everybody signs in', async () => {
    const { api } = application;
    await expect(api.access.saveUser(person('bert', [{ role: 'secretary', schoolId: null }]))).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/beheerder van alle scholen/) as string,
    });
    await expect(
      api.access.saveUser(person('bert', [{ role: 'administrator', schoolId: wilg }])),
    ).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect(await api.access.session()).toMatchObject({ mode: 'single' });
    expect(await api.access.saveUser(person('ann', [everywhere]))).toMatchObject({ login: 'ann', isActive: true });
    expect(await api.access.session()).toMatchObject({ mode: 'users', state: 'signedOut', people: [{ login: 'ann' }] });
    await expect(api.access.users()).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await api.access.signIn({ login: 'ann', password: testPassword })).toMatchObject({ actor: 'Ann' });
  });
});

describe('users', () => {
  let ann: Api;
  let annId: number;

  beforeEach(() => {
    annId = addUser(application.context.store, { name: 'Ann', roles: [everywhere] });
    ann = signedIn(application.context, annId);
  });

  it('are made and changed, each role once', async () => {
    const secretary: UserRole = { role: 'secretary', schoolId: wilg };
    const bert = await ann.access.saveUser(person('bert', [secretary, secretary]));
    expect(bert.roles).toEqual([secretary]);
    const changed = await ann.access.saveUser({
      ...person('bart', [secretary, everywhere], bert.userId),
      isActive: false,
    });
    expect(changed).toMatchObject({ userId: bert.userId, login: 'bart', isActive: false });
    expect((await ann.access.users()).map(({ login, isActive }) => `${login} ${isActive}`)).toEqual([
      'ann true',
      'bart false',
    ]);
    expect(JSON.stringify(await ann.access.users())).not.toContain('scrypt');
  });

  it('have a login and a name of their own', async () => {
    await expect(ann.access.saveUser({ ...person('ANN', [everywhere]), name: 'Iemand' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { field: 'login' },
    });
    await expect(ann.access.saveUser({ ...person('ann2', [everywhere]), name: 'ANN' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { field: 'name' },
    });
    await expect(ann.access.saveUser({ ...person('els', [everywhere]), password: null })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'password' },
    });
    await expect(ann.access.saveUser(person('els', [{ role: 'care', schoolId: 99 }]))).rejects.toBeDefined();
    await expect(ann.access.saveUser(person('els', [], 99))).rejects.toMatchObject({ code: 'INVALID' });
    await expect(ann.access.saveUser(person('els', [everywhere], 99))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keep one active administrator of everything', async () => {
    const last = { code: 'REFUSED', message: expect.stringMatching(/altijd een actieve beheerder/) as string };
    await expect(ann.access.saveUser({ ...person('ann', [everywhere], annId), isActive: false })).rejects.toMatchObject(
      last,
    );
    await expect(
      ann.access.saveUser(person('ann', [{ role: 'director', schoolId: null }], annId)),
    ).rejects.toMatchObject(last);
    await ann.access.saveUser(person('els', [everywhere]));
    await ann.access.saveUser(person('ann', [{ role: 'director', schoolId: null }], annId));
    expect(await ann.access.session()).toMatchObject({ state: 'signedOut' });
  });

  it('of one school are managed by its administrator, who gives nobody more', async () => {
    const { context } = application;
    const ofWilg: UserRole = { role: 'administrator', schoolId: wilg };
    const els = signedIn(context, addUser(context.store, { name: 'Els', roles: [ofWilg] }));
    const outside = { code: 'REFUSED' };
    const bert = await els.access.saveUser(person('bert', [{ role: 'secretary', schoolId: wilg }]));
    expect((await els.access.users()).map(({ login }) => login)).toEqual(['bert', 'els']);
    await expect(els.access.saveUser(person('bert', [everywhere], bert.userId))).rejects.toMatchObject(outside);
    await expect(
      els.access.saveUser(person('bert', [{ role: 'secretary', schoolId: linde }], bert.userId)),
    ).rejects.toMatchObject(outside);
    await expect(
      els.access.saveUser({ ...person('ann', [ofWilg], annId), password: 'overgenomen wachtwoord' }),
    ).rejects.toMatchObject(outside);
    expect(await ann.access.session()).toMatchObject({ state: 'signedIn' });
  });
});

describe('a command that turns out to be of another school', () => {
  function limitedTo(schoolId: number): Caller {
    return { ...computerUser('els'), schools: [schoolId], schoolsWith: () => [schoolId] };
  }

  it('is rolled back, whatever was asked', () => {
    const { context } = application;
    const { householdId } = addFamily(context.store, linde, {
      name: 'Gezin Den',
      payers: [],
      pupils: [{ firstName: 'Noor', lastName: 'Den' }],
    });
    const rename = (caller: Caller, about: object): void =>
      runCommand({ ...context, caller }, () => {
        context.store.sql.prepare("UPDATE households SET name = 'anders' WHERE id = ?").run(householdId);
        return { result: undefined, audit: { command: 'test.rename', detail: {}, ...about } };
      });
    const name = () => context.store.sql.prepare('SELECT name FROM households WHERE id = ?').pluck().get(householdId);
    expect(() => rename(limitedTo(wilg), { schoolId: linde })).toThrow(/school waar u dit niet mag/);
    expect(() => rename(limitedTo(wilg), { householdId })).toThrow(/school waar u dit niet mag/);
    expect(name()).toBe('Gezin Den');
    rename(limitedTo(linde), { householdId });
    expect(name()).toBe('anders');
  });
});
