import { accessContract, auditContract } from './access/contract.ts';
import { approvalsContract } from './approvals/contract.ts';
import { bankContract, referenceContract } from './bank/contract.ts';
import { correspondenceContract } from './correspondence/contract.ts';
import { dossierContract } from './dossier/contract.ts';
import { dunningContract } from './dunning/contract.ts';
import { importsContract } from './imports/contract.ts';
import { jobsContract } from './jobs/contract.ts';
import { ledgerContract } from './ledger/contract.ts';
import { peopleContract } from './people/contract.ts';
import { schoolsContract } from './schools/contract.ts';
import { setupContract } from './setup/contract.ts';

/** Everything the application can do, for the screen and for a script alike. */
export const contract = {
  setup: setupContract,
  schools: schoolsContract,
  people: peopleContract,
  ledger: ledgerContract,
  dunning: dunningContract,
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
