import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const privacyHandlers: DomainHandlers<'privacy'> = {
  accessReport: os.privacy.accessReport.handler(notYet),
  requests: os.privacy.requests.handler(notYet),
  recordRequest: os.privacy.recordRequest.handler(notYet),
  answerRequest: os.privacy.answerRequest.handler(notYet),
  erasure: os.privacy.erasure.handler(notYet),
  erase: os.privacy.erase.handler(notYet),
  expired: os.privacy.expired.handler(notYet),
  deleteExpired: os.privacy.deleteExpired.handler(notYet),
};
