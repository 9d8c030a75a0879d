import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { readPreferences, setPreference } from './preferences.ts';
import { listAudit } from './audit-trail.ts';
import { verifyAudit } from './verify-audit.ts';

export const accessHandlers: DomainHandlers<'access'> = {
  preferences: os.access.preferences.handler(({ context }) => readPreferences(context)),
  setPreference: os.access.setPreference.handler(({ context, input }) =>
    setPreference(context, input.key, input.value),
  ),
};

export const auditHandlers: DomainHandlers<'audit'> = {
  list: os.audit.list.handler(({ context, input }) => listAudit(context, input)),
  verify: os.audit.verify.handler(({ context }) => verifyAudit(context.store)),
};
