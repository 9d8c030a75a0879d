import { accessHandlers, auditHandlers } from '#main/access/handlers.ts';
import { approvalsHandlers } from '#main/approvals/handlers.ts';
import { bankHandlers, referenceHandlers } from '#main/bank/handlers.ts';
import { correspondenceHandlers } from '#main/correspondence/handlers.ts';
import { dossierHandlers } from '#main/dossier/handlers.ts';
import { dunningHandlers } from '#main/dunning/handlers.ts';
import { importsHandlers } from '#main/imports/handlers.ts';
import { jobsHandlers } from '#main/jobs/handlers.ts';
import { ledgerHandlers } from '#main/ledger/handlers.ts';
import { peopleHandlers } from '#main/people/handlers.ts';
import { schoolsHandlers } from '#main/schools/handlers.ts';
import { setupHandlers } from '#main/setup/handlers.ts';
import { costsHandlers } from '#main/costs/handlers.ts';
import { handOverHandlers } from '#main/hand-over/handlers.ts';
import { holdsHandlers } from '#main/holds/handlers.ts';
import { lawHandlers } from '#main/law/handlers.ts';
import { limitationHandlers } from '#main/limitation/handlers.ts';
import { runsHandlers } from '#main/runs/handlers.ts';
import { settlementsHandlers } from '#main/settlements/handlers.ts';
import { todayHandlers } from '#main/today/handlers.ts';
import { affordabilityHandlers } from '#main/affordability/handlers.ts';
import { maximumBillHandlers } from '#main/maximum-bill/handlers.ts';
import { plansHandlers } from '#main/plans/handlers.ts';
import { privacyHandlers } from '#main/privacy/handlers.ts';
import { referralsHandlers } from '#main/referrals/handlers.ts';
import { signalsHandlers } from '#main/signals/handlers.ts';
import { socialFundHandlers } from '#main/social-fund/handlers.ts';
import { talksHandlers } from '#main/talks/handlers.ts';
import { type ContractRouter, os } from './implementer.ts';

/** The whole contract, implemented. Every root serves this one router. */
export const router: ContractRouter = os.router({
  setup: setupHandlers,
  schools: schoolsHandlers,
  people: peopleHandlers,
  ledger: ledgerHandlers,
  dunning: dunningHandlers,
  holds: holdsHandlers,
  runs: runsHandlers,
  law: lawHandlers,
  limitation: limitationHandlers,
  costs: costsHandlers,
  settlements: settlementsHandlers,
  handOver: handOverHandlers,
  today: todayHandlers,
  affordability: affordabilityHandlers,
  maximumBill: maximumBillHandlers,
  plans: plansHandlers,
  privacy: privacyHandlers,
  referrals: referralsHandlers,
  signals: signalsHandlers,
  socialFund: socialFundHandlers,
  talks: talksHandlers,
  imports: importsHandlers,
  correspondence: correspondenceHandlers,
  dossier: dossierHandlers,
  bank: bankHandlers,
  reference: referenceHandlers,
  approvals: approvalsHandlers,
  access: accessHandlers,
  audit: auditHandlers,
  jobs: jobsHandlers,
});
