import { createRouterClient, type RouterClient } from '@orpc/server';
import type { UserRole } from '#shared/access/contract.ts';
import { hashPassword } from '#main/access/password.ts';
import { Session } from '#main/access/session.ts';
import { userById } from '#main/access/user-rows.ts';
import type { Context } from '#main/api/context.ts';
import type { ContractRouter } from '#main/api/implementer.ts';
import { router } from '#main/api/router.ts';
import type { Store } from '#main/store/store.ts';

export type Api = RouterClient<ContractRouter>;

/** Every user of a test has this one, kept so that checking it takes no time. */
export const testPassword = 'juist paard batterij';
const kept = await hashPassword(testPassword, { N: 2, r: 8, p: 1 });

export type TestUser = { readonly name: string; readonly roles: readonly UserRole[]; readonly login?: string };

/** Puts a user in the store; the first one is best an administrator, as the application wants. */
export function addUser(store: Store, { name, roles, login = name.toLowerCase() }: TestUser): number {
  const userId = Number(
    store.sql
      .prepare(
        "INSERT INTO users (login, name, password_hash, created_at) VALUES (?, ?, ?, '2026-09-01T08:00:00.000Z')",
      )
      .run(login, name, kept).lastInsertRowid,
  );
  const insert = store.sql.prepare('INSERT INTO user_roles (user_id, school_id, role) VALUES (?, ?, ?)');
  for (const { role, schoolId } of roles) insert.run(userId, schoolId, role);
  return userId;
}

export function contextOf(context: Context, session: Session): Context {
  return {
    ...context,
    session,
    get actor() {
      return session.caller.name;
    },
    get caller() {
      return session.caller;
    },
  };
}

/** The application at a keyboard of its own. */
export function atKeyboard(context: Context, keyboard: 'screen' | 'terminal' = 'screen'): Api {
  const session = new Session(context.store, context.clock, 'computer', keyboard);
  return createRouterClient(router, { context: contextOf(context, session) });
}

/** The application as one user has it, signed in at a keyboard of their own. */
export function signedIn(context: Context, userId: number): Api {
  const session = new Session(context.store, context.clock, 'computer', 'terminal');
  const user = userById(context.store, userId);
  if (!user) throw new Error(`No user ${userId}`);
  session.signIn(user);
  return createRouterClient(router, { context: contextOf(context, session) });
}
