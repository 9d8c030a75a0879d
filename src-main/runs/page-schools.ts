import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { bankConcerns } from '#shared/dunning/bank-concerns.ts';
import { dayCount } from '#shared/dunning/day-count.ts';
import type { Decision } from '#shared/dunning/decision.ts';
import { askedCents } from '#shared/runs/asked-cents.ts';
import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import type { Context } from '#main/api/context.ts';
import { needsSecondPerson } from '#main/approvals/submit.ts';
import { dunningSettingsOf } from '#main/dunning/settings.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { bankRows } from './gather-queries.ts';
import { isUnapproved } from './run-approver.ts';
import { runCommandToApprove } from './run-command.ts';
import { schoolNames } from './run-names.ts';
import type { RunRow } from './run-rows.ts';
import { schoolApproval } from './school-approval.ts';

type RunSchool = RunPage['perSchool'][number];

/** Each school of a run by itself: what it proposes, its bank, and whether somebody said yes. */
export function pageSchools(
  context: Context,
  run: RunRow,
  schoolIds: readonly number[],
  proposals: readonly RunProposal[],
): RunSchool[] {
  const { store } = context;
  const nameOf = schoolNames(store, schoolIds);
  const bank = new Map(bankRows(store, schoolIds).map((row) => [row.schoolId, row]));
  const credits = creditsOf(store, schoolIds);
  const going = Map.groupBy(
    proposals.filter(({ isDropped, outcome }) => !isDropped && outcome !== 'dropped'),
    ({ schoolId }) => schoolId,
  );
  return schoolIds.map((schoolId) => {
    const own = going.get(schoolId) ?? [];
    return {
      schoolId,
      schoolName: nameOf(schoolId),
      proposals: own.length,
      cents: askedCents(own),
      newestStatementOn: bank.get(schoolId)?.newestStatementOn ?? null,
      openLines: bank.get(schoolId)?.openLines ?? 0,
      creditCents: credits.get(schoolId) ?? 0,
      ...approvalOf(context, run, schoolId),
    };
  });
}

/** Money that was received and not assigned yet, as a positive amount. */
function creditsOf(store: Store, schoolIds: readonly number[]): ReadonlyMap<number, number> {
  const rows = statement(
    store,
    `SELECT i.school_id AS schoolId, -sum(i.balance_cents) AS cents FROM invoices i
     WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND i.balance_cents < 0
       AND i.school_id IN (SELECT value FROM json_each(?)) GROUP BY i.school_id`,
  ).all(JSON.stringify(schoolIds)) as { schoolId: number; cents: number }[];
  return new Map(rows.map(({ schoolId, cents }) => [schoolId, cents]));
}

type Approval = Pick<RunSchool, 'approval' | 'approvalId' | 'approvedBy'>;

function approvalOf(context: Context, { runId, status }: RunRow, schoolId: number): Approval {
  const { store } = context;
  const asked = schoolApproval(store, runId, schoolId);
  const approvalId = asked?.approvalId ?? null;
  const approvedBy = statement(store, 'SELECT approved_by FROM run_schools WHERE run_id = ? AND school_id = ?')
    .pluck()
    .get(runId, schoolId) as string | null;
  if (asked?.status === 'waiting' || asked?.status === 'rejected') {
    return { approval: asked.status, approvalId, approvedBy: null };
  }
  if (!isWaiting(store, runId, schoolId)) {
    return { approval: approvedBy === null ? 'notNeeded' : 'approved', approvalId, approvedBy };
  }
  const isOpen = status === 'draft' || status === 'sending';
  const approval = isOpen && asksSecondPerson(context, runId, schoolId) ? 'needed' : 'notNeeded';
  return { approval, approvalId, approvedBy: null };
}

function isWaiting(store: Store, runId: number, schoolId: number): boolean {
  const row = statement(
    store,
    `SELECT 1 FROM run_proposals r WHERE r.run_id = ? AND r.school_id = ? AND ${isUnapproved} LIMIT 1`,
  ).get(runId, schoolId);
  return row !== undefined;
}

function asksSecondPerson(context: Context, runId: number, schoolId: number): boolean {
  try {
    const plan = runCommandToApprove.plan(context, { runId, schoolId });
    return needsSecondPerson(context, runCommandToApprove, plan);
  } catch (error) {
    // It is asked, and there is nobody else: submitting says so.
    if (error instanceof Problem && error.code === 'REFUSED') return true;
    throw error;
  }
}

/** What of the bank asks for a look today, of the schools that propose something. */
export function concernsOf(store: Store, today: PlainDate, schoolIds: readonly number[]): Decision['bankConcerns'] {
  const bank = bankRows(store, schoolIds);
  const settingsOf = (schoolId: number) => dunningSettingsOf(store, schoolId);
  return bankConcerns({ bank }, new Set(schoolIds), { settingsOf }, dayCount(today));
}
