import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const lawHandlers: DomainHandlers<'law'> = {
  reminderTerm: os.law.reminderTerm.handler(notYet),
  lumpSumCap: os.law.lumpSumCap.handler(notYet),
  interest: os.law.interest.handler(notYet),
  limitation: os.law.limitation.handler(notYet),
  claimDeadline: os.law.claimDeadline.handler(notYet),
  mediationHold: os.law.mediationHold.handler(notYet),
  retention: os.law.retention.handler(notYet),
  checkFirstReminder: os.law.checkFirstReminder.handler(notYet),
  sendingMoment: os.law.sendingMoment.handler(notYet),
  values: os.law.values.handler(notYet),
  saveValue: os.law.saveValue.handler(notYet),
};
