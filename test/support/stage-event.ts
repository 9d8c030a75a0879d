import type { Store } from '#main/store/store.ts';
import { insert } from './family.ts';

const author = { author: 'test', created_at: '2026-09-01T08:00:00.000Z' };

type SentStage = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerId: number;
  readonly invoiceIds: readonly number[];
  readonly stage?: number;
  readonly onDate?: string;
  readonly termLastDay?: string | null;
  /** The lump sum that it named. */
  readonly announcedCents?: number | null;
};

/** A stage that a payer had for some bills, as a finished call of a run of long ago; answers that run. */
export function addSentStage(store: Store, sent: SentStage): number {
  const { schoolId, householdId, payerId, stage = 1, onDate = '2026-10-01', termLastDay = '2026-10-16' } = sent;
  const { announcedCents = null } = sent;
  const procedure = insert(store, 'procedures', {
    school_id: schoolId,
    name: 'Vroeger',
    created_at: author.created_at,
  });
  const version = insert(store, 'procedure_versions', {
    procedure_id: procedure,
    school_id: schoolId,
    version: 1,
    valid_from: '2026-09-01',
    stages: '[{"days":14}]',
    ...author,
  });
  const key = `vroeger-${procedure}`;
  const run = insert(store, 'runs', { request_key: key, as_of: onDate, status: 'done', ...author });
  const task = insert(store, 'tasks', {
    school_id: schoolId,
    household_id: householdId,
    payer_id: payerId,
    kind: 'phone',
    due_date: onDate,
    done_at: author.created_at,
    outcome: 'reached',
    ...author,
  });
  for (const invoiceId of sent.invoiceIds) {
    insert(store, 'stage_events', {
      school_id: schoolId,
      run_id: run,
      payer_id: payerId,
      invoice_id: invoiceId,
      procedure_version_id: version,
      stage,
      channel: 'letter',
      on_date: onDate,
      term_last_day: termLastDay,
      announced_cents: announcedCents,
      amount_cents: 0,
      task_id: task,
      created_at: author.created_at,
    });
  }
  return run;
}
