import { Problem } from '#shared/api/problem.ts';
import type { Right } from '#shared/access/roles.ts';
import type { Store } from '#main/store/store.ts';
import type { Schools } from './caller.ts';
import { type NamedThing, outsideSql } from './schools-of-things.ts';

/**
 * What the ids in the inputs of the contract name. Before a handler looks at anything, every thing that is named is
 * checked to be of a school of the caller; a test proves that no id of the contract is missing here.
 */
const thingOfKey: Readonly<Record<string, NamedThing>> = {
  schoolId: 'school',
  siteId: 'site',
  householdId: 'household',
  fromHouseholdId: 'household',
  intoHouseholdId: 'household',
  pupilId: 'pupil',
  pupilIds: 'pupil',
  payerId: 'payer',
  payerIds: 'payer',
  invoiceId: 'invoice',
  invoiceIds: 'invoice',
  fromInvoiceId: 'invoice',
  toInvoiceId: 'invoice',
  relatedInvoiceId: 'invoice',
  settleInvoiceIds: 'invoice',
  entryId: 'entry',
  relatedClaimId: 'relatedClaim',
  periodicChargeId: 'periodicCharge',
  paymentOrderIds: 'paymentOrder',
  paymentFileId: 'paymentFile',
  holdId: 'hold',
  holdIds: 'hold',
  schoolIds: 'school',
  billingGroupId: 'billingGroup',
  procedureId: 'procedure',
  runId: 'run',
  runProposalId: 'runProposal',
  runProposalIds: 'runProposal',
  taskId: 'task',
  limitationActId: 'limitationAct',
  costClaimId: 'costClaim',
  settlementId: 'settlement',
  handOverId: 'handOver',
  importId: 'import',
  textId: 'text',
  batchId: 'batch',
  messageId: 'message',
  messageIds: 'message',
  documentId: 'document',
  nextStepId: 'nextStep',
  bankAccountId: 'bankAccount',
  statementId: 'statement',
  transactionId: 'transaction',
  transactionIds: 'transaction',
  payerAccountId: 'payerAccount',
  replacesPayerAccountId: 'payerAccount',
  approvalId: 'approval',
  planId: 'plan',
  planIds: 'plan',
  planSignatureId: 'planSignature',
  fundId: 'fund',
  grantId: 'grant',
  referralId: 'referral',
  inventoryId: 'inventory',
  privacyRequestId: 'privacyRequest',
  householdChangeId: 'householdChange',
  rulesSignatureId: 'rulesSignature',
};

/** Ids that belong to no school: who manages users decides about them, or they are of the whole board. */
export const idsWithoutSchool: ReadonlySet<string> = new Set([
  'userId',
  'referralPartnerId',
  'referralPartnerIds',
  'costCategoryId',
  'thirdPartyPayerId',
  'mediatorId',
  'partnerId',
  'procedureVersionId',
  'creditOfPayerId',
  'profileId',
  'fileId',
  'jobId',
]);

export const idsWithSchool: readonly string[] = Object.keys(thingOfKey);

const thingOfGrouping: Readonly<Record<string, NamedThing>> = {
  invoice: 'invoice',
  pupil: 'pupil',
  household: 'household',
  payer: 'payer',
};

/** Refuses a call that names something of a school where the caller does not have the right it asks for. */
export function refuseOtherSchools(store: Store, schools: Schools, name: string, right: Right, input: unknown): void {
  if (schools === 'all') return;
  const named = new Map<NamedThing, Set<number>>();
  collect(input, named);
  for (const [thing, ids] of named) {
    const outside = store.sql
      .prepare(outsideSql(thing, right === 'read'))
      .get({ ids: JSON.stringify([...ids]), schools: JSON.stringify(schools) });
    if (outside === undefined) continue;
    throw new Problem(
      'REFUSED',
      name.startsWith('dossier.') || thing === 'household'
        ? 'Dit dossier is van een school waar u dit niet mag. Er is niets veranderd.'
        : 'Dit is van een school waar u dit niet mag. Er is niets veranderd.',
    );
  }
}

/** Every id in the input, whatever else is in it; what has not the right form, the contract refuses next. */
function collect(value: unknown, named: Map<NamedThing, Set<number>>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, named);
    return;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const { grouping } = record;
  if (typeof grouping === 'string') addIds(thingOfGrouping[grouping], record['keys'], named);
  for (const [key, child] of Object.entries(record)) {
    addIds(Object.hasOwn(thingOfKey, key) ? thingOfKey[key] : undefined, child, named);
    collect(child, named);
  }
}

function addIds(thing: NamedThing | undefined, value: unknown, named: Map<NamedThing, Set<number>>): void {
  if (!thing) return;
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => Number.isSafeInteger(id)) as number[];
  if (ids.length === 0) return;
  const known = named.get(thing) ?? new Set<number>();
  for (const id of ids) known.add(id);
  named.set(thing, known);
}
