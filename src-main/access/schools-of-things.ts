import type { Store } from '#main/store/store.ts';
import type { Schools } from './caller.ts';

/** Everything that an id in an input can name and that belongs to a school, directly or through its household. */
export type NamedThing = keyof typeof insideSql;

const isOurs = (school: string): string => `${school} IN (SELECT value FROM json_each(@schools))`;

const ofTable = (table: string): string => `SELECT 1 FROM ${table} t WHERE t.id = j.value AND ${isOurs('t.school_id')}`;

/** A household is of every school where one of its pupils is; a merged one where it went. */
const ofHousehold = (household: string): string => `
  WITH RECURSIVE path (id, next) AS (
    SELECT h.id, h.merged_into_id FROM households h WHERE h.id = ${household}
    UNION SELECT h.id, h.merged_into_id FROM path JOIN households h ON h.id = path.next)
  SELECT 1 FROM path JOIN pupils p ON p.household_id = path.id WHERE ${isOurs('p.school_id')}`;

const ofPayer = (payer: string): string => `
  SELECT 1 FROM payers y WHERE y.id = ${payer} AND (EXISTS (${ofHousehold('y.household_id')})
    OR EXISTS (SELECT 1 FROM liabilities l WHERE l.payer_id = y.id AND ${isOurs('l.school_id')}))`;

const throughHousehold = (table: string): string =>
  `SELECT 1 FROM ${table} t WHERE t.id = j.value AND EXISTS (${ofHousehold('t.household_id')})`;

/** A row when the thing with id `j.value` is of one of `@schools`. */
const insideSql = {
  school: `SELECT 1 WHERE ${isOurs('j.value')}`,
  site: ofTable('sites'),
  household: ofHousehold('j.value'),
  pupil: ofTable('pupils'),
  payer: ofPayer('j.value'),
  invoice: ofTable('invoices'),
  entry: ofTable('journal_entries'),
  relatedClaim: ofTable('related_claims'),
  periodicCharge: ofTable('periodic_charges'),
  paymentOrder: ofTable('payment_orders'),
  paymentFile: ofTable('payment_files'),
  // One of an invoice or a school is of that school; one of a household or payer of every school of theirs.
  hold: `SELECT 1 FROM holds t WHERE t.id = j.value AND CASE
    WHEN t.household_id IS NOT NULL THEN EXISTS (${ofHousehold('t.household_id')})
    WHEN t.payer_id IS NOT NULL THEN EXISTS (${ofPayer('t.payer_id')})
    ELSE ${isOurs('t.school_id')} END`,
  billingGroup: ofTable('billing_groups'),
  procedure: ofTable('procedures'),
  // A run of several schools may be looked at by one of them, and carried out by who may at all.
  run: `SELECT 1 WHERE NOT EXISTS (
    SELECT 1 FROM run_schools t WHERE t.run_id = j.value AND NOT ${isOurs('t.school_id')})`,
  runProposal: ofTable('run_proposals'),
  task: ofTable('tasks'),
  limitationAct: ofTable('limitation_acts'),
  costClaim: ofTable('cost_claims'),
  settlement: throughHousehold('debt_settlements'),
  handOver: ofTable('hand_overs'),
  // One that names no school is of every school of which it touched something.
  import: `SELECT 1 FROM imports t WHERE t.id = j.value AND CASE WHEN t.school_id IS NOT NULL THEN ${isOurs('t.school_id')}
    ELSE NOT EXISTS (SELECT 1 FROM import_rows r LEFT JOIN invoices i ON i.id = r.invoice_id LEFT JOIN pupils p ON p.id = r.pupil_id
      WHERE r.import_id = t.id AND NOT ${isOurs('coalesce(i.school_id, p.school_id)')}) END`,
  text: `SELECT 1 FROM texts t WHERE t.id = j.value AND (t.school_id IS NULL OR ${isOurs('t.school_id')})`,
  message: ofTable('messages'),
  batch: `SELECT 1 WHERE NOT EXISTS (
    SELECT 1 FROM messages t WHERE t.batch_id = j.value AND NOT ${isOurs('t.school_id')})`,
  document: throughHousehold('documents'),
  nextStep: throughHousehold('next_steps'),
  bankAccount: ofTable('bank_accounts'),
  statement: ofTable('bank_statements'),
  transaction: ofTable('bank_transactions'),
  payerAccount: `SELECT 1 FROM payer_accounts t WHERE t.id = j.value AND (t.payer_id IS NULL OR EXISTS (${ofPayer('t.payer_id')}))`,
  approval: ofTable('approvals'),
  // A plan over claims of several schools may be looked at by one of them, and changed by who may at all.
  plan: `SELECT 1 FROM plans t WHERE t.id = j.value AND ${isOurs('t.school_id')} AND NOT EXISTS (
    SELECT 1 FROM plan_versions v JOIN plan_claims c ON c.plan_version_id = v.id WHERE v.plan_id = t.id AND NOT ${isOurs('c.school_id')})`,
  planSignature: ofTable('plan_signatures'),
  fund: ofTable('funds'),
  grant: ofTable('grants'),
  referral: throughHousehold('referrals'),
  inventory: throughHousehold('inventories'),
  privacyRequest: throughHousehold('privacy_requests'),
  householdChange: throughHousehold('household_changes'),
  rulesSignature: ofTable('rules_signatures'),
} as const;

const tables: Readonly<Record<NamedThing, string>> = {
  school: 'schools',
  site: 'sites',
  household: 'households',
  pupil: 'pupils',
  payer: 'payers',
  invoice: 'invoices',
  entry: 'journal_entries',
  relatedClaim: 'related_claims',
  periodicCharge: 'periodic_charges',
  paymentOrder: 'payment_orders',
  paymentFile: 'payment_files',
  hold: 'holds',
  billingGroup: 'billing_groups',
  procedure: 'procedures',
  run: 'runs',
  runProposal: 'run_proposals',
  task: 'tasks',
  limitationAct: 'limitation_acts',
  costClaim: 'cost_claims',
  settlement: 'debt_settlements',
  handOver: 'hand_overs',
  import: 'imports',
  text: 'texts',
  message: 'messages',
  batch: 'batches',
  document: 'documents',
  nextStep: 'next_steps',
  bankAccount: 'bank_accounts',
  statement: 'bank_statements',
  transaction: 'bank_transactions',
  payerAccount: 'payer_accounts',
  approval: 'approvals',
  plan: 'plans',
  planSignature: 'plan_signatures',
  fund: 'funds',
  grant: 'grants',
  referral: 'referrals',
  inventory: 'inventories',
  privacyRequest: 'privacy_requests',
  householdChange: 'household_changes',
  rulesSignature: 'rules_signatures',
};

/** What of several schools may be looked at by one of them. */
const toLookAtSql: Readonly<Partial<Record<NamedThing, string>>> = {
  batch: `SELECT 1 FROM messages t WHERE t.batch_id = j.value AND ${isOurs('t.school_id')}`,
  plan: `SELECT 1 FROM plan_versions v LEFT JOIN plan_claims c ON c.plan_version_id = v.id
    WHERE v.plan_id = j.value AND (${isOurs('v.school_id')} OR ${isOurs('c.school_id')})`,
  run: `SELECT 1 FROM run_schools t WHERE t.run_id = j.value AND ${isOurs('t.school_id')}`,
};

/**
 * A row when one of `@ids` exists and is not of one of `@schools` (both JSON). What does not exist is for the handler to
 * say. A batch or run of several schools may be looked at, where its list keeps to the caller's schools, but not be carried out.
 */
export function outsideSql(thing: NamedThing, onlyReads: boolean): string {
  const inside = (onlyReads && toLookAtSql[thing]) || insideSql[thing];
  return `SELECT 1 FROM json_each(@ids) j WHERE EXISTS (SELECT 1 FROM ${tables[thing]} x WHERE x.id = j.value)
    AND NOT EXISTS (${inside}) LIMIT 1`;
}

/** Whether one thing is of one of these schools. */
export function isOfSchools(store: Store, thing: NamedThing, id: number, schools: Schools): boolean {
  if (schools === 'all') return true;
  const named = { ids: JSON.stringify([id]), schools: JSON.stringify(schools) };
  return store.sql.prepare(outsideSql(thing, false)).get(named) === undefined;
}
