import type { User, UserRole } from '#shared/access/contract.ts';
import { roleNames } from '#shared/access/role-names.ts';
import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import type { Store } from '#main/store/store.ts';
import { fieldChanges } from './audit.ts';
import { includesSchool, type Schools, schoolsOf } from './caller.ts';
import { hashPassword, isPassword } from './password.ts';
import { listUserRows, toPublicUser, userById, userByLogin, type UserRow } from './user-rows.ts';

export type UserRequest = {
  readonly userId: number | null;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
  readonly isActive: boolean;
  readonly password: string | null;
};

/** Everybody with a role at a school that whoever asks manages. */
export function listUsers(context: Context): User[] {
  const schools = schoolsOf(context);
  return listUserRows(context.store)
    .filter(({ roles }) => schools === 'all' || roles.some((role) => isWithin(role, schools)))
    .map(toPublicUser);
}

/** Makes or changes a user. Whoever manages some schools gives roles at those only, to people who have no others. */
export async function saveUser(context: Context, request: UserRequest): Promise<User> {
  if (request.userId === null && request.password === null) {
    throw new Problem('INVALID', 'Geef een nieuwe gebruiker een wachtwoord. Er is niets bewaard.', 'password');
  }
  const passwordHash = request.password === null ? null : await hashPassword(request.password);
  return runCommand(context, () => {
    const { store } = context;
    const before = request.userId === null ? null : existingUser(store, request.userId);
    checkRequest(context, request, before);
    const userId = before === null ? insertUser(context, request, passwordHash) : before.userId;
    if (before !== null) updateUser(context, request, before, passwordHash);
    replaceRoles(store, userId, request.roles);
    refuseWithoutAdministrator(store);
    const after = existingUser(store, userId);
    return {
      result: toPublicUser(after),
      audit: {
        command: 'access.saveUser',
        detail: { userId, isNew: before === null, passwordChanged: passwordHash !== null },
        changes: fieldChanges(before ? told(before) : {}, told(after)),
      },
    };
  });
}

/** One's own password, with the old one; the session goes on. */
export async function changePassword(
  context: Context,
  currentPassword: string,
  newPassword: string,
): Promise<{ userId: number }> {
  const { store, session } = context;
  const { userId } = context.caller;
  if (userId === null) {
    throw new Problem('REFUSED', 'In dit bestand staan geen gebruikers: er is geen wachtwoord om te wijzigen.');
  }
  const { passwordHash } = existingUser(store, userId);
  if (!(await isPassword(currentPassword, passwordHash))) {
    throw new Problem('REFUSED', 'Het huidige wachtwoord klopt niet. Er is niets veranderd.', 'currentPassword');
  }
  const hash = await hashPassword(newPassword);
  runCommand(context, () => {
    if (existingUser(store, userId).passwordHash !== passwordHash) {
      throw new Problem('CONFLICT', 'Het wachtwoord is intussen al veranderd. Meld je opnieuw aan.');
    }
    store.sql.prepare('UPDATE users SET password_hash = ? WHERE id = ?').run(hash, userId);
    return { result: null, audit: { command: 'access.changePassword', detail: { userId } } };
  });
  session.keep(existingUser(store, userId));
  return { userId };
}

function existingUser(store: Store, userId: number): UserRow {
  const user = userById(store, userId);
  if (!user) throw new Problem('NOT_FOUND', 'Deze gebruiker bestaat niet. Er is niets veranderd.');
  return user;
}

function checkRequest(context: Context, request: UserRequest, before: UserRow | null): void {
  const { store } = context;
  const schools = schoolsOf(context);
  if (![...request.roles, ...(before?.roles ?? [])].every((role) => isWithin(role, schools))) {
    throw new Problem(
      'REFUSED',
      'U beheert niet alle scholen van deze gebruiker. Er is niets veranderd; vraag het aan een beheerder van het hele bestuur.',
      'roles',
    );
  }
  for (const [place, { schoolId }] of request.roles.entries()) {
    if (schoolId !== null && !schoolExists(store, schoolId)) {
      throw new Problem('INVALID', 'Deze school bestaat niet. Er is niets bewaard.', `roles.${place}.schoolId`);
    }
  }
  refuseSame(store, request, before?.userId ?? null);
}

/** Two people of one name could not be told apart in the trail. */
function refuseSame(store: Store, { login, name }: UserRequest, exceptId: number | null): void {
  const sameLogin = userByLogin(store, login);
  if (sameLogin && sameLogin.userId !== exceptId) {
    throw new Problem(
      'CONFLICT',
      `Er is al een gebruiker ${sameLogin.login}. Er is niets bewaard; kies een andere aanmeldnaam.`,
      'login',
    );
  }
  const wanted = name.toLocaleLowerCase('nl');
  if (listUserRows(store).some((user) => user.userId !== exceptId && user.name.toLocaleLowerCase('nl') === wanted)) {
    throw new Problem(
      'CONFLICT',
      `Er is al een gebruiker met de naam ${name}. Er is niets bewaard; voeg bijvoorbeeld een tweede voornaam toe.`,
      'name',
    );
  }
}

function isWithin({ schoolId }: UserRole, schools: Schools): boolean {
  return schools === 'all' || (schoolId !== null && includesSchool(schools, schoolId));
}

function insertUser(context: Context, { login, name, isActive }: UserRequest, passwordHash: string | null): number {
  const now = context.clock.now();
  return Number(
    context.store.sql
      .prepare('INSERT INTO users (login, name, password_hash, deactivated_at, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(login, name, passwordHash, isActive ? null : now, now).lastInsertRowid,
  );
}

/** A new password takes the pause after wrong ones away. */
function updateUser(context: Context, request: UserRequest, before: UserRow, passwordHash: string | null): void {
  const { sql } = context.store;
  sql.prepare('UPDATE users SET login = ?, name = ? WHERE id = ?').run(request.login, request.name, before.userId);
  if (request.isActive !== before.isActive) {
    sql
      .prepare('UPDATE users SET deactivated_at = ? WHERE id = ?')
      .run(request.isActive ? null : context.clock.now(), before.userId);
  }
  if (passwordHash === null) return;
  sql
    .prepare('UPDATE users SET password_hash = ?, failed_sign_ins = 0, locked_until = NULL WHERE id = ?')
    .run(passwordHash, before.userId);
}

function replaceRoles(store: Store, userId: number, roles: readonly UserRole[]): void {
  store.sql.prepare('DELETE FROM user_roles WHERE user_id = ?').run(userId);
  const insert = store.sql.prepare(
    'INSERT INTO user_roles (user_id, school_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { role, schoolId } of roles) insert.run(userId, schoolId, role);
}

/** Nobody may lock everybody out: the first user as well as the last change leaves somebody who can manage users. */
function refuseWithoutAdministrator(store: Store): void {
  const administrators = store.sql
    .prepare(
      `SELECT count(*) FROM users u JOIN user_roles r ON r.user_id = u.id
       WHERE u.deactivated_at IS NULL AND r.role = 'administrator' AND r.school_id IS NULL`,
    )
    .pluck()
    .get() as number;
  if (administrators > 0) return;
  throw new Problem(
    'REFUSED',
    'Er moet altijd een actieve beheerder van alle scholen zijn. Er is niets veranderd; geef eerst iemand anders die rol.',
    'roles',
  );
}

/** As the trail tells it: never the password. */
function told({ login, name, roles, isActive }: UserRow): Readonly<Record<string, unknown>> {
  return {
    login,
    name,
    isActive,
    roles: roles
      .map(({ role, schoolId }) => (schoolId === null ? roleNames[role] : `${roleNames[role]} (school ${schoolId})`))
      .join(', '),
  };
}
