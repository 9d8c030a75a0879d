import type { Role, User, UserRole } from '#shared/access/contract.ts';
import { type Right, rightsOf } from '#shared/access/roles.ts';
import type { Store } from '#main/store/store.ts';
import type { Caller, Schools } from './caller.ts';

/** A user with what stays in the house: how the password is kept. */
export type UserRow = User & { readonly passwordHash: string };

/** A file without users is a school with one person, named by the computer's own sign-in. */
export function hasUsers(store: Store): boolean {
  return store.sql.prepare('SELECT 1 FROM users LIMIT 1').get() !== undefined;
}

type Row = Omit<UserRow, 'roles' | 'isActive'> & { readonly deactivatedAt: string | null };

const columns =
  'id AS userId, login, name, password_hash AS passwordHash, deactivated_at AS deactivatedAt, created_at AS createdAt';

export function userById(store: Store, userId: number): UserRow | undefined {
  const row = store.sql.prepare<[number], Row>(`SELECT ${columns} FROM users WHERE id = ?`).get(userId);
  return row && toUser(store, row);
}

export function userByLogin(store: Store, login: string): UserRow | undefined {
  const row = store.sql.prepare<[string], Row>(`SELECT ${columns} FROM users WHERE login = ?`).get(login);
  return row && toUser(store, row);
}

export function listUserRows(store: Store): UserRow[] {
  return store.sql
    .prepare<[], Row>(`SELECT ${columns} FROM users ORDER BY deactivated_at IS NOT NULL, name, id`)
    .all()
    .map((row) => toUser(store, row));
}

function toUser(store: Store, { deactivatedAt, ...row }: Row): UserRow {
  const roles = store.sql
    .prepare<[number], { role: Role; schoolId: number | null }>(
      'SELECT role, school_id AS schoolId FROM user_roles WHERE user_id = ? ORDER BY role, coalesce(school_id, 0)',
    )
    .all(row.userId);
  return { ...row, roles, isActive: deactivatedAt === null };
}

/** What others may know of a user. */
export function toPublicUser({ passwordHash: _kept, ...user }: UserRow): User {
  return user;
}

/** Where these roles give a right: everywhere, or at these schools. */
export function schoolsWith(roles: readonly UserRole[], right: Right): Schools {
  const schoolIds = new Set<number>();
  for (const { role, schoolId } of roles) {
    if (!rightsOf(role).includes(right)) continue;
    if (schoolId === null) return 'all';
    schoolIds.add(schoolId);
  }
  return [...schoolIds];
}

/** A user as the caller of a procedure that asks for this right. */
export function userAsCaller(user: User, right: Right): Caller {
  return {
    userId: user.userId,
    name: user.name,
    schools: schoolsWith(user.roles, right),
    schoolsWith: (asked) => schoolsWith(user.roles, asked),
  };
}
