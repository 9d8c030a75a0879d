import type { Clock } from '#main/adapters/clock.ts';
import type { Store } from '#main/store/store.ts';
import { type Caller, computerUser } from './caller.ts';
import { readIdleMinutes } from './idle-minutes.ts';
import { hasUsers, type UserRow, userAsCaller, userById } from './user-rows.ts';

export type Keyboard = 'screen' | 'terminal';

/** Who is at the keyboard now. */
export type AtKeyboard =
  | { readonly mode: 'single' }
  | { readonly mode: 'users'; readonly state: 'signedOut' }
  | { readonly mode: 'users'; readonly state: 'signedIn' | 'locked'; readonly user: UserRow };

/**
 * The one keyboard of a running application. It lives as long as the process: a page that is loaded again finds it, a new
 * start asks for the password. What a user may do is read anew at every call, so that a change counts at once.
 */
export class Session {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #computerName: string;
  readonly keyboard: Keyboard;
  #signedIn: { readonly userId: number; readonly pin: string } | null = null;
  #isLocked = false;
  #lastWork = 0;

  constructor(store: Store, clock: Clock, computerName: string, keyboard: Keyboard) {
    this.#store = store;
    this.#clock = clock;
    this.#computerName = computerName;
    this.keyboard = keyboard;
  }

  now(): AtKeyboard {
    if (!hasUsers(this.#store)) return { mode: 'single' };
    const user = this.#signedInUser();
    if (!user) return { mode: 'users', state: 'signedOut' };
    if (this.keyboard === 'screen' && this.#isIdle()) this.#isLocked = true;
    return { mode: 'users', state: this.#isLocked ? 'locked' : 'signedIn', user };
  }

  /** Somebody gave the right password: in the place of whoever was there. */
  signIn(user: UserRow): void {
    this.#signedIn = { userId: user.userId, pin: pinOf(user) };
    this.#isLocked = false;
    this.work();
  }

  /** The same person changed the password: that does not end the session. */
  keep(user: UserRow): void {
    if (this.#signedIn?.userId === user.userId) this.#signedIn = { userId: user.userId, pin: pinOf(user) };
  }

  signOut(): void {
    this.#signedIn = null;
    this.#isLocked = false;
  }

  lock(): void {
    this.#isLocked = this.#signedIn !== null;
  }

  /** A sign of life: the pause before the screen locks starts again. */
  work(): void {
    this.#lastWork = this.#moment();
  }

  /** As it stands outside a call: for what the application does by itself. */
  get caller(): Caller {
    const now = this.now();
    if (now.mode === 'single') return computerUser(this.#computerName);
    return now.state === 'signedIn' ? userAsCaller(now.user, 'read') : nobody;
  }

  /** The user, unless taken out, or given another password or other roles since the sign-in. */
  #signedInUser(): UserRow | null {
    if (!this.#signedIn) return null;
    const user = userById(this.#store, this.#signedIn.userId);
    if (user?.isActive && pinOf(user) === this.#signedIn.pin) return user;
    this.signOut();
    return null;
  }

  #isIdle(): boolean {
    return this.#moment() - this.#lastWork > readIdleMinutes(this.#store) * 60_000;
  }

  #moment(): number {
    return Date.parse(this.#clock.now());
  }
}

/** Nobody signed in: may do nothing anywhere. */
export const nobody: Caller = { userId: null, name: '', schools: [], schoolsWith: () => [] };

function pinOf(user: UserRow): string {
  return JSON.stringify([user.passwordHash, user.roles]);
}
