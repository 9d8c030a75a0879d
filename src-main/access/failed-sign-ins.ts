import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { recordAudit } from './audit.ts';
import type { UserRow } from './user-rows.ts';

/** So many wrong passwords are a person with a bad day; from then on there is a pause, each time twice as long. */
const freeAttempts = 5;
const firstPauseSeconds = 30;
const longestPauseSeconds = 30 * 60;

type Attempts = { readonly failed: number; readonly lockedUntil: string | null };

/** Attempts on names that nobody has: they are told the same, so that no name can be found by trying. */
const unknownLogins = new WeakMap<Context['session'], Map<string, Attempts>>();
const mostUnknownLogins = 1000;

/**
 * Counts an attempt before its password is looked at, so that many at once count as many; refuses it during a pause.
 * `forgetAttempts` takes the count away when the password was right.
 */
export function countAttempt(context: Context, login: string, user: UserRow | undefined): void {
  const now = context.clock.now();
  const { failed, lockedUntil } = user ? keptAttempts(context, user) : unknownAttempts(context, login);
  if (lockedUntil !== null && lockedUntil > now) {
    throw new Problem(
      'REFUSED',
      `Te vaak een verkeerd wachtwoord. Wacht nog ${pauseInWords(lockedUntil, now)} en probeer opnieuw.`,
    );
  }
  const attempts = { failed: failed + 1, lockedUntil: pauseUntil(failed + 1, now) };
  if (user) keepAttempts(context, user, attempts);
  else rememberUnknown(context, login, attempts);
}

export function forgetAttempts(context: Context, user: UserRow): void {
  context.store.sql.prepare('UPDATE users SET failed_sign_ins = 0, locked_until = NULL WHERE id = ?').run(user.userId);
}

/** How long the pause is that a wrong password just started, in Dutch; null when there is none. */
export function startedPause(context: Context, login: string, user: UserRow | undefined): string | null {
  const { lockedUntil } = user ? keptAttempts(context, user) : unknownAttempts(context, login);
  return lockedUntil === null ? null : pauseInWords(lockedUntil, context.clock.now());
}

function keptAttempts(context: Context, user: UserRow): Attempts {
  const row = context.store.sql
    .prepare<[number], Attempts>(
      'SELECT failed_sign_ins AS failed, locked_until AS lockedUntil FROM users WHERE id = ?',
    )
    .get(user.userId);
  return row ?? { failed: 0, lockedUntil: null };
}

function keepAttempts(context: Context, { userId }: UserRow, { failed, lockedUntil }: Attempts): void {
  const { store, clock } = context;
  store.transaction(() => {
    store.sql
      .prepare('UPDATE users SET failed_sign_ins = ?, locked_until = ? WHERE id = ?')
      .run(failed, lockedUntil, userId);
    if (lockedUntil === null) return;
    const line = { command: 'access.refuseSignIn', detail: { userId, attempts: failed } };
    recordAudit(store, { actor: 'niet aangemeld', at: clock.now() }, line);
  });
}

function unknownAttempts(context: Context, login: string): Attempts {
  return unknownLogins.get(context.session)?.get(login.toLowerCase()) ?? { failed: 0, lockedUntil: null };
}

function rememberUnknown(context: Context, login: string, attempts: Attempts): void {
  const known = unknownLogins.get(context.session) ?? new Map<string, Attempts>();
  unknownLogins.set(context.session, known);
  if (known.size >= mostUnknownLogins) known.clear();
  known.set(login.toLowerCase(), attempts);
}

function pauseUntil(failed: number, now: string): string | null {
  if (failed < freeAttempts) return null;
  const seconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (failed - freeAttempts));
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}

function pauseInWords(until: string, now: string): string {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  if (seconds <= 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
  return `${Math.ceil(seconds / 60)} minuten`;
}
