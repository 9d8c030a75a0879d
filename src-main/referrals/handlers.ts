import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { helpPage, permissionForm, shareReferral } from './papers.ts';
import { removePartner, restorePartner, savePartner } from './partners.ts';
import { partnerRows } from './queries.ts';
import {
  followUp,
  listReferrals,
  openReferral,
  recordPermission,
  reopenReferral,
  withdrawPermission,
} from './referrals.ts';

const { referrals } = os;

export const referralsHandlers: DomainHandlers<'referrals'> = {
  partners: referrals.partners.handler(({ context, input }) => partnerRows(context.store, input)),
  savePartner: referrals.savePartner.handler(({ context, input }) => savePartner(context, input)),
  removePartner: referrals.removePartner.handler(({ context, input }) =>
    removePartner(context, input.referralPartnerId),
  ),
  restorePartner: referrals.restorePartner.handler(({ context, input }) =>
    restorePartner(context, input.referralPartnerId),
  ),
  list: referrals.list.handler(({ context, input }) => listReferrals(context, input)),
  open: referrals.open.handler(({ context, input }) => openReferral(context, input)),
  page: referrals.page.handler(({ context, input }) => helpPage(context, input)),
  permissionForm: referrals.permissionForm.handler(({ context, input }) => permissionForm(context, input)),
  recordPermission: referrals.recordPermission.handler(({ context, input }) => recordPermission(context, input)),
  share: referrals.share.handler(({ context, input }) => shareReferral(context, input.referralId)),
  withdrawPermission: referrals.withdrawPermission.handler(({ context, input }) =>
    withdrawPermission(context, input.referralId),
  ),
  followUp: referrals.followUp.handler(({ context, input }) => followUp(context, input)),
  reopen: referrals.reopen.handler(({ context, input }) => reopenReferral(context, input.referralId)),
};
