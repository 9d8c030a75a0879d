import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listAudit, verifyAudit } from './audit-trail.ts';
import { readPreferences, setPreference } from './preferences.ts';

export const accessHandlers: DomainHandlers<'access'> = {
  audit: os.access.audit.handler(({ context, input }) => listAudit(context.store, input)),
  verifyAudit: os.access.verifyAudit.handler(({ context }) => verifyAudit(context.store)),
  preferences: os.access.preferences.handler(({ context }) => readPreferences(context)),
  setPreference: os.access.setPreference.handler(({ context, input }) =>
    setPreference(context, input.key, input.value),
  ),
};
