import { checkFirstReminder } from '#shared/law/check-first-reminder.ts';
import { claimDeadline } from '#shared/law/claim-deadline.ts';
import { interest } from '#shared/law/interest.ts';
import { lumpSumCap } from '#shared/law/lump-sum-cap.ts';
import { retention } from '#shared/law/retention.ts';
import { sendingMoment } from '#shared/law/sending-moment.ts';
import { maximumBill } from '#shared/maximum-bill/maximum-bill.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { lawTables } from './tables.ts';
import { listLawValues, saveLawValue } from './values.ts';
import { whatIfLimitation, whatIfMediationHold, whatIfReminderTerm } from './what-ifs.ts';

export const lawHandlers: DomainHandlers<'law'> = {
  reminderTerm: os.law.reminderTerm.handler(({ context, input }) => whatIfReminderTerm(context.store, input)),
  lumpSumCap: os.law.lumpSumCap.handler(({ context, input }) => lumpSumCap(input, lawTables(context.store))),
  interest: os.law.interest.handler(({ context, input }) => {
    const reckoned = interest(input, lawTables(context.store));
    return { ...reckoned, segments: [...reckoned.segments] };
  }),
  limitation: os.law.limitation.handler(({ context, input }) => whatIfLimitation(context.store, input)),
  claimDeadline: os.law.claimDeadline.handler(({ input }) => claimDeadline(input)),
  mediationHold: os.law.mediationHold.handler(({ context, input }) => whatIfMediationHold(context.store, input)),
  retention: os.law.retention.handler(({ input }) => retention(input)),
  maximumBill: os.law.maximumBill.handler(({ context, input }) => maximumBill(input, lawTables(context.store))),
  checkFirstReminder: os.law.checkFirstReminder.handler(({ input }) => checkFirstReminder(input)),
  sendingMoment: os.law.sendingMoment.handler(({ context, input }) => {
    const moment = sendingMoment(input, lawTables(context.store));
    return { ...moment, advice: [...moment.advice] };
  }),
  values: os.law.values.handler(({ context, input }) => listLawValues(context, input)),
  saveValue: os.law.saveValue.handler(({ context, input }) => saveLawValue(context, input)),
};
