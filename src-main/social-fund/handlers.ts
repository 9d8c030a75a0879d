import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const socialFundHandlers: DomainHandlers<'socialFund'> = {
  funds: os.socialFund.funds.handler(notYet),
  saveFund: os.socialFund.saveFund.handler(notYet),
  grants: os.socialFund.grants.handler(notYet),
  request: os.socialFund.request.handler(notYet),
  withdraw: os.socialFund.withdraw.handler(notYet),
  takeBack: os.socialFund.takeBack.handler(notYet),
  yearReport: os.socialFund.yearReport.handler(notYet),
  yearReportFile: os.socialFund.yearReportFile.handler(notYet),
};
