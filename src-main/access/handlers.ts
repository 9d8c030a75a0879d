import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listAudit } from './audit-trail.ts';
import { readPreferences, setPreference } from './preferences.ts';
import { sessionAnswer } from './session-answer.ts';
import { readIdleMinutes } from './idle-minutes.ts';
import { saveIdleMinutes } from './settings.ts';
import { lock, signIn, signOut } from './sign-in.ts';
import { changePassword, listUsers, saveUser } from './users.ts';
import { verifyAudit } from './verify-audit.ts';

const { access, audit } = os;

export const accessHandlers: DomainHandlers<'access'> = {
  session: access.session.handler(({ context }) => sessionAnswer(context)),
  signIn: access.signIn.handler(({ context, input }) => signIn(context, input.login, input.password)),
  signOut: access.signOut.handler(({ context }) => signOut(context)),
  lock: access.lock.handler(({ context }) => lock(context)),
  changePassword: access.changePassword.handler(({ context, input }) =>
    changePassword(context, input.currentPassword, input.newPassword),
  ),
  users: access.users.handler(({ context }) => listUsers(context)),
  saveUser: access.saveUser.handler(({ context, input }) => saveUser(context, input)),
  settings: access.settings.handler(({ context }) => ({ idleMinutes: readIdleMinutes(context.store) })),
  saveSettings: access.saveSettings.handler(({ context, input }) => saveIdleMinutes(context, input.idleMinutes)),
  preferences: access.preferences.handler(({ context }) => readPreferences(context)),
  setPreference: access.setPreference.handler(({ context, input }) => setPreference(context, input.key, input.value)),
};

export const auditHandlers: DomainHandlers<'audit'> = {
  list: audit.list.handler(({ context, input }) => listAudit(context, input)),
  verify: audit.verify.handler(({ context }) => verifyAudit(context.store)),
};
