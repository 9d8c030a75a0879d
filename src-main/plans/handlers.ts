import { planState } from '#shared/plans/plan-state.ts';
import { loanTable, monthlyPercentOf } from '#shared/plans/loan-table.ts';
import { monthsToPay, proRata } from '#shared/plans/pro-rata.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';
import { claimableFor } from './claimable.ts';
import { listPlans } from './list.ts';
import { makePlan } from './make.ts';
import { planPageOf } from './page.ts';
import { schedule } from './schedule.ts';
import { savePlanSettings, showPlanSettings } from './settings.ts';

const { plans } = os;

export const plansHandlers: DomainHandlers<'plans'> = {
  schedule: plans.schedule.handler(({ input }) => schedule(input)),
  state: plans.state.handler(({ input }) => planState(input, input.asOf)),
  proRata: os.plans.proRata.handler(({ input: { amountCents, claimsCents } }) => {
    const sharesCents = proRata(amountCents, claimsCents);
    return { sharesCents, months: claimsCents.map((owed, index) => monthsToPay(owed, sharesCents[index] ?? 0)) };
  }),
  loanTable: os.plans.loanTable.handler(({ input }) => ({
    monthlyPercent: monthlyPercentOf(input.terms),
    rows: loanTable(input),
  })),
  list: plans.list.handler(({ context, input }) => listPlans(context, input)),
  page: plans.page.handler(({ context, input }) => planPageOf(context, input.planId)),
  claimable: plans.claimable.handler(({ context, input }) => claimableFor(context, input)),
  make: plans.make.handler(({ context, input }) => makePlan(context, input)),
  change: os.plans.change.handler(notYet),
  pause: os.plans.pause.handler(notYet),
  end: os.plans.end.handler(notYet),
  revive: os.plans.revive.handler(notYet),
  addClaims: os.plans.addClaims.handler(notYet),
  removeClaims: os.plans.removeClaims.handler(notYet),
  declineClaims: os.plans.declineClaims.handler(notYet),
  document: os.plans.document.handler(notYet),
  previewDocument: os.plans.previewDocument.handler(notYet),
  sendDocument: os.plans.sendDocument.handler(notYet),
  recordAcceptance: os.plans.recordAcceptance.handler(notYet),
  withdrawAcceptance: os.plans.withdrawAcceptance.handler(notYet),
  bookObligations: os.plans.bookObligations.handler(notYet),
  upcoming: os.plans.upcoming.handler(notYet),
  sendUpcoming: os.plans.sendUpcoming.handler(notYet),
  settings: plans.settings.handler(({ context, input }) => showPlanSettings(context, input.schoolId)),
  saveSettings: plans.saveSettings.handler(({ context, input }) => savePlanSettings(context, input)),
};
