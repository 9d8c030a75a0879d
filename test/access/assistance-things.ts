import type { Store } from '#main/store/store.ts';
import { insert } from '#test/support/family.ts';

const date = '2026-10-01';
const dated = { author: 'test', created_at: '2026-10-01T08:00:00.000Z' };

type Named = {
  readonly school: number;
  readonly household: number;
  readonly pupil: number;
  readonly payer: number;
  readonly invoice: number;
  readonly document: number;
};

/** One of everything that plans, changes of a family and help leave behind and that an id can name, at one school. */
export function assistanceThings(store: Store, key: string, of: Named): Readonly<Record<string, number>> {
  const { school, household, pupil, payer, invoice, document } = of;
  const plan = insert(store, 'plans', {
    request_key: `plan-${key}`,
    request_sha256: key,
    school_id: school,
    household_id: household,
    structured_reference: String(990_000_000_000 + school),
    ...dated,
  });
  const version = insert(store, 'plan_versions', {
    plan_id: plan,
    school_id: school,
    version: 1,
    kind: 'agreed',
    starts_on: date,
    spread: '{"count":1}',
    tolerance_days: 5,
    total_cents: 10_00,
    ...dated,
  });
  store.sql
    .prepare(
      'INSERT INTO plan_claims (plan_version_id, position, invoice_id, school_id, open_cents) VALUES (?, 1, ?, ?, 1000)',
    )
    .run(version, invoice, school);
  const fund = insert(store, 'funds', {
    school_id: school,
    school_year: '2026-2027',
    source: 'Eigen fonds',
    amount_cents: 100_00,
    ...dated,
  });
  const partner = insert(store, 'referral_partners', { name: `OCMW ${key}`, kind: 'ocmw' });
  return {
    plan,
    planSignature: insert(store, 'plan_signatures', {
      plan_version_id: version,
      school_id: school,
      payer_id: payer,
      how: 'paper',
      signed_on: date,
      document_id: document,
      ...dated,
    }),
    fund,
    grant: insert(store, 'grants', {
      request_key: `grant-${key}`,
      request_sha256: key,
      school_id: school,
      fund_id: fund,
      household_id: household,
      amount_cents: 10_00,
      motivation: 'x',
      ...dated,
    }),
    referral: insert(store, 'referrals', {
      household_id: household,
      payer_id: payer,
      referral_partner_id: partner,
      follow_up_on: date,
      ...dated,
    }),
    inventory: insert(store, 'inventories', {
      household_id: household,
      on_date: date,
      consent_on: date,
      expires_on: '2027-10-01',
      answers: '{}',
      ...dated,
    }),
    privacyRequest: insert(store, 'privacy_requests', {
      household_id: household,
      payer_id: payer,
      kind: 'access',
      asked_on: date,
      ...dated,
    }),
    householdChange: insert(store, 'household_changes', {
      kind: 'separation',
      household_id: household,
      on_date: date,
      before: '{}',
      ...dated,
    }),
    rulesSignature: insert(store, 'rules_signatures', {
      school_id: school,
      pupil_id: pupil,
      payer_id: payer,
      signed_on: date,
      rules: 'Schoolreglement 2026-2027',
      ...dated,
    }),
  };
}
