import { Problem } from '#shared/api/problem.ts';
import type { Session as SessionAnswer } from '#shared/access/contract.ts';
import type { Context } from '#main/api/context.ts';
import { recordAudit } from './audit.ts';
import { countAttempt, forgetAttempts, startedPause } from './failed-sign-ins.ts';
import { isPassword } from './password.ts';
import { sessionAnswer } from './session-answer.ts';
import { hasUsers, userById, userByLogin } from './user-rows.ts';

/**
 * Signs somebody in, in the place of whoever was at the keyboard (quick switch); a wrong password leaves them there.
 * A name that does not exist takes as long and is told the same as a wrong password.
 */
export async function signIn(context: Context, login: string, password: string): Promise<SessionAnswer> {
  const { store } = context;
  if (!hasUsers(store)) {
    throw new Problem('REFUSED', 'In dit bestand staan geen gebruikers: aanmelden is niet nodig.', 'login');
  }
  const found = userByLogin(store, login);
  const user = found?.isActive ? found : undefined;
  countAttempt(context, login, user);
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  // Read again: the user may have been taken out or given another password while this one was looked at.
  const now = user && userById(store, user.userId);
  if (!isRight || !now?.isActive || now.passwordHash !== user?.passwordHash) {
    const pause = startedPause(context, login, user);
    throw new Problem(
      'REFUSED',
      `De naam of het wachtwoord klopt niet.${pause === null ? ' Probeer opnieuw.' : ` Wacht ${pause} en probeer opnieuw.`}`,
      'password',
    );
  }
  store.transaction(() => {
    forgetAttempts(context, now);
    const line = { command: 'access.signIn', detail: { userId: now.userId } };
    recordAudit(store, { actor: now.name, at: context.clock.now() }, line);
  });
  context.session.signIn(now);
  return sessionAnswer(context);
}

export function signOut(context: Context): SessionAnswer {
  const now = context.session.now();
  if (now.mode === 'single' || now.state === 'signedOut') return sessionAnswer(context);
  const { store } = context;
  store.transaction(() => {
    const line = { command: 'access.signOut', detail: { userId: now.user.userId } };
    recordAudit(store, { actor: now.user.name, at: context.clock.now() }, line);
  });
  context.session.signOut();
  return sessionAnswer(context);
}

/** Keeps everything as it stands until the same person gives the password again, or another takes over. */
export function lock(context: Context): SessionAnswer {
  context.session.lock();
  return sessionAnswer(context);
}
