import { planState } from '#shared/plans/plan-state.ts';
import { loanTable, monthlyPercentOf } from '#shared/plans/loan-table.ts';
import { monthsToPay, proRata } from '#shared/plans/pro-rata.ts';
import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { changePlan, pausePlan } from './change.ts';
import { addClaims, declineClaims, removeClaims } from './claims-of-plan.ts';
import { endPlan, revivePlan } from './end.ts';
import { bookObligations } from './obligations.ts';
import { recordAcceptance, withdrawAcceptance } from './accept.ts';
import { planDocument } from './document.ts';
import { previewPlanDocument } from './document-preview.ts';
import { sendPlanDocument } from './send-document.ts';
import { sendUpcoming } from './send-upcoming.ts';
import { listUpcoming } from './upcoming.ts';
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
  change: plans.change.handler(({ context, input }) => changePlan(context, input)),
  pause: plans.pause.handler(({ context, input }) => pausePlan(context, input)),
  end: plans.end.handler(({ context, input }) => endPlan(context, input)),
  revive: plans.revive.handler(({ context, input }) => revivePlan(context, input.planId)),
  addClaims: plans.addClaims.handler(({ context, input }) => addClaims(context, input)),
  removeClaims: plans.removeClaims.handler(({ context, input }) => removeClaims(context, input)),
  declineClaims: plans.declineClaims.handler(({ context, input }) => declineClaims(context, input)),
  document: plans.document.handler(({ context, input }) => planDocument(context, input.planId, input.payerId)),
  previewDocument: plans.previewDocument.handler(({ context, input }) => previewPlanDocument(context, input)),
  sendDocument: plans.sendDocument.handler(({ context, input }) => sendPlanDocument(context, input)),
  recordAcceptance: plans.recordAcceptance.handler(({ context, input }) => recordAcceptance(context, input)),
  withdrawAcceptance: plans.withdrawAcceptance.handler(({ context, input }) =>
    withdrawAcceptance(context, input.planSignatureId),
  ),
  bookObligations: plans.bookObligations.handler(({ context, input }) => bookObligations(context, input)),
  upcoming: plans.upcoming.handler(({ context, input }) => listUpcoming(context, input.schoolId)),
  sendUpcoming: plans.sendUpcoming.handler(({ context, input }) => sendUpcoming(context, input)),
  settings: plans.settings.handler(({ context, input }) => showPlanSettings(context, input.schoolId)),
  saveSettings: plans.saveSettings.handler(({ context, input }) => savePlanSettings(context, input)),
};
