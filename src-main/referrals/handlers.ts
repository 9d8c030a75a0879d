import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const referralsHandlers: DomainHandlers<'referrals'> = {
  partners: os.referrals.partners.handler(notYet),
  savePartner: os.referrals.savePartner.handler(notYet),
  removePartner: os.referrals.removePartner.handler(notYet),
  list: os.referrals.list.handler(notYet),
  open: os.referrals.open.handler(notYet),
  page: os.referrals.page.handler(notYet),
  permissionForm: os.referrals.permissionForm.handler(notYet),
  recordPermission: os.referrals.recordPermission.handler(notYet),
  share: os.referrals.share.handler(notYet),
  withdrawPermission: os.referrals.withdrawPermission.handler(notYet),
  followUp: os.referrals.followUp.handler(notYet),
};
