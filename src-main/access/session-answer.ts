import type { Session as SessionAnswer, User } from '#shared/access/contract.ts';
import { procedureAccess, procedureNames } from '#shared/access/rights.ts';
import type { Context } from '#main/api/context.ts';
import { readIdleMinutes } from './idle-minutes.ts';
import { listUserRows, schoolsWith, toPublicUser } from './user-rows.ts';

/** Who is at the keyboard, and what the screen need not offer them. */
export function sessionAnswer(context: Context): SessionAnswer {
  const now = context.session.now();
  const idleMinutes = readIdleMinutes(context.store);
  if (now.mode === 'single') {
    return {
      mode: 'single',
      state: 'signedIn',
      actor: context.actor,
      user: null,
      refused: [],
      idleMinutes,
      people: [],
    };
  }
  const people = listUserRows(context.store)
    .filter(({ isActive }) => isActive)
    .map(({ login, name }) => ({ login, name }));
  if (now.state === 'signedOut') {
    return { mode: 'users', state: 'signedOut', actor: null, user: null, refused: [], idleMinutes, people };
  }
  const user = toPublicUser(now.user);
  return { mode: 'users', state: now.state, actor: user.name, user, refused: refusedTo(user), idleMinutes, people };
}

/** Procedures for which this user has the right at no school (or not at every school, where it takes that). */
function refusedTo(user: User): string[] {
  return procedureNames().filter((name) => {
    const access = procedureAccess(name);
    if (!access || access.need === 'anyone' || access.need === 'self') return false;
    const schools = schoolsWith(user.roles, access.need);
    return access.isBoardWide ? schools !== 'all' : schools.length === 0;
  });
}
