import type { Approval } from '#shared/approvals/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import { includesSchool } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { familyOfHousehold } from '#main/dossier/household.ts';
import { mayReadWhy } from '#main/social-fund/may-read-why.ts';
import { approverOf, approvingRoles, hasRoleAt } from '#main/runs/run-approver.ts';

type Kept = 'difference' | 'request' | 'isMine' | 'decideBlockedBy';
export type ApprovalRow = Omit<Approval, Kept> & {
  readonly difference: string;
  readonly request: string;
  readonly isMine: number;
};

/** Made by whoever asks; one that was made before anybody signed in goes by the name. */
const isMine = '(CASE WHEN a.maker_id IS NULL THEN a.maker = @name ELSE a.maker_id IS @userId END)';

const columns = `a.id AS approvalId, a.kind, a.school_id AS schoolId, s.name AS schoolName,
  a.household_id AS householdId, h.name AS householdName, a.amount_cents AS amountCents, a.summary,
  CASE a.kind WHEN 'grant' THEN (SELECT g.motivation FROM grants g WHERE g.id = a.request ->> 'grantId') ELSE a.reason END AS reason,
  a.difference, a.state_sha256 AS stateSha256, a.status, a.maker, a.created_at AS at, a.decided_by AS decidedBy,
  a.decided_at AS decidedAt, a.rejection_reason AS rejectionReason, ${isMine} AS isMine,
  (SELECT r.id FROM approvals r WHERE r.replaces_id = a.id) AS replacedById, a.request`;
const tables = 'FROM approvals a JOIN schools s ON s.id = a.school_id LEFT JOIN households h ON h.id = a.household_id';

export type ApprovalsQuery = {
  readonly status?: Approval['status'] | undefined;
  readonly householdId?: number | undefined;
  readonly mine?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
};

type Parameters = Record<string, string | number | null>;

function who(context: Context): Parameters {
  return { name: context.actor, userId: context.caller.userId };
}

/** The oldest waiting first, then the newest decided. */
export function listApprovalRows(context: Context, query: ApprovalsQuery): { rows: ApprovalRow[]; total: number } {
  const { sql } = context.store;
  const { status, householdId, mine, offset, limit } = query;
  const conditions = ['1 = 1'];
  const parameters = who(context);
  limitToSchools(conditions, parameters, 'read', context.caller.schools);
  if (status !== undefined) conditions.push('a.status = @status');
  if (status !== undefined) parameters['status'] = status;
  if (householdId !== undefined) conditions.push('a.household_id IN (SELECT id FROM family)');
  if (householdId !== undefined) parameters['householdId'] = householdId;
  if (mine === true) conditions.push(isMine);
  if (mine === false) {
    conditions.push(`a.status = 'waiting' AND NOT ${isMine}`);
    limitToSchools(conditions, parameters, 'approve', context.caller.schoolsWith('approve'));
  }
  const common = householdId === undefined ? '' : `WITH RECURSIVE ${familyOfHousehold}`;
  const where = `WHERE ${conditions.join(' AND ')}`;
  const rows = sql
    .prepare<[Parameters], ApprovalRow>(
      `${common} SELECT ${columns} ${tables} ${where}
       ORDER BY a.status <> 'waiting', CASE WHEN a.status = 'waiting' THEN a.id ELSE -a.id END LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, offset, limit });
  const total = sql.prepare(`${common} SELECT count(*) FROM approvals a ${where}`).pluck().get(parameters) as number;
  return { rows, total };
}

function limitToSchools(
  conditions: string[],
  parameters: Parameters,
  name: string,
  schools: Context['caller']['schools'],
): void {
  if (schools === 'all') return;
  conditions.push(`a.school_id IN (SELECT value FROM json_each(@${name}))`);
  parameters[name] = JSON.stringify(schools);
}

export function approvalRow(context: Context, approvalId: number): ApprovalRow {
  const row = context.store.sql
    .prepare<[Parameters], ApprovalRow>(`SELECT ${columns} ${tables} WHERE a.id = @approvalId`)
    .get({ ...who(context), approvalId });
  if (!row) throw new Problem('NOT_FOUND', 'Deze aanvraag bestaat niet. Open de lijst opnieuw.');
  return row;
}

/** A kept request as it is answered: why a family asked the social fund only to who may read that. */
export function toApproval(context: Context, row: ApprovalRow): Approval {
  const isMine = row.isMine === 1;
  return {
    ...row,
    isMine,
    reason: row.kind === 'grant' && !mayReadWhy(context, { ...row, isMine }) ? null : row.reason,
    difference: JSON.parse(row.difference) as Approval['difference'],
    request: JSON.parse(row.request) as Approval['request'],
    decideBlockedBy: decideBlockedBy(context, row),
  };
}

/** Why whoever asks may not decide about it; null when they may. */
export function decideBlockedBy(context: Context, row: ApprovalRow): string | null {
  const decided = decidedSentence(row);
  if (decided !== null) return decided;
  if (row.isMine === 1) return 'Wie een aanvraag maakt, keurt ze niet zelf goed: iemand anders moet dat doen.';
  if (!includesSchool(context.caller.schoolsWith('approve'), row.schoolId)) {
    return 'Goedkeuren kan alleen wie directie of coördinator is van deze school.';
  }
  return row.kind === 'run' ? runBlockedBy(context, row) : null;
}

/** A stage of a procedure can ask for the coordinator. */
function runBlockedBy({ store, caller }: Context, row: ApprovalRow): string | null {
  const { runId } = JSON.parse(row.request) as { readonly runId: number };
  const roles = approvingRoles(approverOf(store, runId, row.schoolId));
  return hasRoleAt(store, caller, roles, row.schoolId)
    ? null
    : 'Een fase in deze run vraagt de goedkeuring van de coördinator.';
}

/** What became of it; null while it waits. */
export function decidedSentence({ status, decidedBy }: Pick<ApprovalRow, 'status' | 'decidedBy'>): string | null {
  switch (status) {
    case 'waiting':
      return null;
    case 'approved':
      return `Deze aanvraag is al goedgekeurd door ${decidedBy}.`;
    case 'rejected':
      return `Deze aanvraag is al afgewezen door ${decidedBy}.`;
    case 'withdrawn':
      return 'Deze aanvraag is ingetrokken.';
  }
}

/** For the badge: what waits for whoever asks, and what came back to them. */
export function countWaiting(context: Context): { forMe: number; rejectedMine: number } {
  const conditions = [`a.status = 'waiting'`, `NOT ${isMine}`];
  const parameters = who(context);
  limitToSchools(conditions, parameters, 'approve', context.caller.schoolsWith('approve'));
  const count = (where: string): number =>
    context.store.sql.prepare(`SELECT count(*) FROM approvals a WHERE ${where}`).pluck().get(parameters) as number;
  return {
    forMe: count(conditions.join(' AND ')),
    rejectedMine: count(
      `a.status = 'rejected' AND ${isMine} AND NOT EXISTS (SELECT 1 FROM approvals r WHERE r.replaces_id = a.id)`,
    ),
  };
}
