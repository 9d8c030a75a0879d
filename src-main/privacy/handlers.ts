import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { accessReport } from './access-report.ts';
import { erasePerson } from './erase.ts';
import { erasureOf } from './erasure-facts.ts';
import { deleteExpired, expiredOf } from './expired.ts';
import { answerRequest, listRequests, recordRequest } from './requests.ts';

const { privacy } = os;

export const privacyHandlers: DomainHandlers<'privacy'> = {
  accessReport: privacy.accessReport.handler(({ context, input }) => accessReport(context, input)),
  requests: privacy.requests.handler(({ context, input }) => listRequests(context, input)),
  recordRequest: privacy.recordRequest.handler(({ context, input }) => recordRequest(context, input)),
  answerRequest: privacy.answerRequest.handler(({ context, input }) => answerRequest(context, input)),
  erasure: privacy.erasure.handler(({ context, input }) => erasureOf(context, input)),
  erase: privacy.erase.handler(({ context, input }) => erasePerson(context, input)),
  expired: privacy.expired.handler(({ context }) => expiredOf(context)),
  deleteExpired: privacy.deleteExpired.handler(({ context }) => deleteExpired(context)),
};
