import type { Store } from '#main/store/store.ts';
import { insert } from '#test/support/family.ts';

const date = '2026-10-01';
const dated = { author: 'test', created_at: '2026-10-01T08:00:00.000Z' };

type Named = {
  readonly school: number;
  readonly household: number;
  readonly payer: number;
  readonly invoice: number;
  readonly claim: number;
  readonly document: number;
  readonly hold: number;
};

/** One of everything that reminders leave behind and that an id can name, at one school. */
export function reminderThings(store: Store, key: string, of: Named): Readonly<Record<string, number>> {
  const { school, household, payer, invoice } = of;
  const procedure = insert(store, 'procedures', { school_id: school, name: 'Stap', created_at: dated.created_at });
  const version = insert(store, 'procedure_versions', {
    procedure_id: procedure,
    school_id: school,
    version: 1,
    valid_from: date,
    stages: '[{"days":14}]',
    ...dated,
  });
  const run = insert(store, 'runs', { request_key: `run-${key}`, as_of: date, ...dated });
  store.sql.prepare('INSERT INTO run_schools (run_id, school_id) VALUES (?, ?)').run(run, school);
  const thirdParty = insert(store, 'third_party_payers', { name: `Partner ${key}` });
  const partner = insert(store, 'collection_partners', {
    name: `Partner ${key}`,
    kind: 'lawyer',
    third_party_payer_id: thirdParty,
  });
  return {
    procedure,
    run,
    runProposal: insert(store, 'run_proposals', {
      run_id: run,
      school_id: school,
      household_id: household,
      payer_id: payer,
      procedure_version_id: version,
      stage: 1,
      channel: 'email',
      total_cents: 10_00,
      proposal: '{}',
    }),
    task: insert(store, 'tasks', {
      school_id: school,
      household_id: household,
      payer_id: payer,
      kind: 'phone',
      due_date: date,
      ...dated,
    }),
    limitationAct: insert(store, 'limitation_acts', {
      school_id: school,
      invoice_id: invoice,
      kind: 'acknowledgement',
      act_date: date,
      document_id: of.document,
      ...dated,
    }),
    costClaim: insert(store, 'cost_claims', {
      school_id: school,
      household_id: household,
      payer_id: payer,
      kind: 'lumpSum',
      invoice_id: invoice,
      claim_id: of.claim,
      stage: 2,
      basis: '{}',
      amount_cents: 20_00,
      ...dated,
    }),
    settlement: insert(store, 'debt_settlements', {
      household_id: household,
      payer_id: payer,
      hold_id: of.hold,
      order_sent_on: date,
      frozen: '[]',
      ...dated,
    }),
    handOver: insert(store, 'hand_overs', {
      school_id: school,
      household_id: household,
      payer_id: payer,
      partner_id: partner,
      handed_on: date,
      total_cents: 10_00,
      ...dated,
    }),
  };
}
