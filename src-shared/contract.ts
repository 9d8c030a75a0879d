import { accessContract, auditContract } from './access/contract.ts';
import { approvalsContract } from './approvals/contract.ts';
import { bankContract, referenceContract } from './bank/contract.ts';
import { correspondenceContract } from './correspondence/contract.ts';
import { costsContract } from './costs/contract.ts';
import { dossierContract } from './dossier/contract.ts';
import { dunningContract } from './dunning/contract.ts';
import { handOverContract } from './hand-over/contract.ts';
import { holdsContract } from './holds/contract.ts';
import { importsContract } from './imports/contract.ts';
import { jobsContract } from './jobs/contract.ts';
import { lawContract } from './law/contract.ts';
import { ledgerContract } from './ledger/contract.ts';
import { limitationContract } from './limitation/contract.ts';
import { peopleContract } from './people/contract.ts';
import { runsContract } from './runs/contract.ts';
import { schoolsContract } from './schools/contract.ts';
import { settlementsContract } from './settlements/contract.ts';
import { setupContract } from './setup/contract.ts';
import { todayContract } from './today/contract.ts';
import { affordabilityContract } from './affordability/contract.ts';
import { maximumBillContract } from './maximum-bill/contract.ts';
import { plansContract } from './plans/contract.ts';
import { privacyContract } from './privacy/contract.ts';
import { referralsContract } from './referrals/contract.ts';
import { signalsContract } from './signals/contract.ts';
import { socialFundContract } from './social-fund/contract.ts';
import { talksContract } from './talks/contract.ts';

/** Everything the application can do, for the screen and for a script alike. */
export const contract = {
  setup: setupContract,
  schools: schoolsContract,
  people: peopleContract,
  ledger: ledgerContract,
  dunning: dunningContract,
  holds: holdsContract,
  runs: runsContract,
  law: lawContract,
  limitation: limitationContract,
  costs: costsContract,
  settlements: settlementsContract,
  handOver: handOverContract,
  today: todayContract,
  affordability: affordabilityContract,
  maximumBill: maximumBillContract,
  plans: plansContract,
  privacy: privacyContract,
  referrals: referralsContract,
  signals: signalsContract,
  socialFund: socialFundContract,
  talks: talksContract,
  imports: importsContract,
  correspondence: correspondenceContract,
  dossier: dossierContract,
  bank: bankContract,
  reference: referenceContract,
  approvals: approvalsContract,
  access: accessContract,
  audit: auditContract,
  jobs: jobsContract,
};
