import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { listFunds, saveFund } from './funds.ts';
import { listGrants, requestGrant, takeGrantBack, withdrawGrant } from './grants.ts';
import { fundYearReport, fundYearReportFile } from './report.ts';

const { socialFund } = os;

export const socialFundHandlers: DomainHandlers<'socialFund'> = {
  funds: socialFund.funds.handler(({ context, input }) => listFunds(context, input)),
  saveFund: socialFund.saveFund.handler(({ context, input }) => saveFund(context, input)),
  grants: socialFund.grants.handler(({ context, input }) => listGrants(context, input)),
  request: socialFund.request.handler(({ context, input }) => requestGrant(context, input)),
  withdraw: socialFund.withdraw.handler(({ context, input }) => withdrawGrant(context, input.grantId)),
  takeBack: socialFund.takeBack.handler(({ context, input }) => takeGrantBack(context, input)),
  yearReport: socialFund.yearReport.handler(({ context, input }) => fundYearReport(context, input)),
  yearReportFile: socialFund.yearReportFile.handler(({ context, input }) => fundYearReportFile(context, input)),
};
