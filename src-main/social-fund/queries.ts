import type { Fund, GrantStatus } from '#shared/social-fund/contract.ts';
import type { GrantedPart } from '#shared/social-fund/year-report.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Where a request stands: the ledger says whether it was given and taken back, the newest approval what was decided before. */
const standingSql = `SELECT g.*, f.school_year, f.source, f.school_id AS fund_school_id,
    (SELECT a.id FROM approvals a WHERE a.kind = 'grant' AND a.request ->> 'grantId' = g.id ORDER BY a.id DESC LIMIT 1) AS approval_id,
    CASE WHEN g.entry_id IS NOT NULL AND EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = g.entry_id) THEN 'takenBack'
      WHEN g.entry_id IS NOT NULL THEN 'granted' WHEN g.withdrawn_at IS NOT NULL THEN 'withdrawn'
      ELSE coalesce((SELECT iif(a.status IN ('rejected', 'withdrawn'), a.status, 'waiting') FROM approvals a
        WHERE a.kind = 'grant' AND a.request ->> 'grantId' = g.id ORDER BY a.id DESC LIMIT 1), 'waiting') END AS status
  FROM grants g JOIN funds f ON f.id = g.fund_id`;

const isOurs = '(@schools IS NULL OR g.school_id IN (SELECT value FROM json_each(@schools)))';

export type GrantRow = {
  readonly grantId: number;
  readonly fundId: number;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly source: string;
  readonly householdId: number;
  readonly householdName: string;
  readonly amountCents: number;
  readonly motivation: string;
  readonly status: GrantStatus;
  readonly approvalId: number | null;
  readonly entryId: number | null;
  readonly decisionReason: string;
  readonly author: string;
  /** Of the newest approval; null where nobody signed in, or where nobody was asked. */
  readonly makerId: number | null;
  readonly at: string;
  readonly decidedOn: string | null;
};

type GrantFilter = {
  readonly schools: Schools;
  readonly grantId?: number | undefined;
  readonly requestKey?: string | undefined;
  readonly schoolId?: number | undefined;
  readonly householdId?: number | undefined;
  readonly schoolYear?: string | undefined;
  readonly status?: GrantStatus | undefined;
};

/** What was asked of the fund, what waits first, then the newest. */
export function grantRows(store: Store, filter: GrantFilter): GrantRow[] {
  return statement(
    store,
    `SELECT g.id AS grantId, g.fund_id AS fundId, g.school_id AS schoolId, s.name AS schoolName, g.school_year AS schoolYear,
       g.source, g.household_id AS householdId, h.name AS householdName, g.amount_cents AS amountCents, g.motivation, g.status,
       g.approval_id AS approvalId, g.entry_id AS entryId, g.author, a.maker_id AS makerId, g.created_at AS at,
       CASE g.status WHEN 'rejected' THEN coalesce(a.rejection_reason, '') WHEN 'takenBack' THEN g.take_back_reason ELSE '' END AS decisionReason,
       CASE WHEN g.entry_id IS NOT NULL THEN (SELECT e.booking_date FROM journal_entries e WHERE e.id = g.entry_id)
         ELSE substr(a.decided_at, 1, 10) END AS decidedOn
     FROM (${standingSql}) g JOIN schools s ON s.id = g.school_id JOIN households h ON h.id = g.household_id
       LEFT JOIN approvals a ON a.id = g.approval_id
     WHERE ${isOurs} AND (@grantId IS NULL OR g.id = @grantId) AND (@schoolId IS NULL OR g.school_id = @schoolId)
       AND (@requestKey IS NULL OR g.request_key = @requestKey)
       AND (@householdId IS NULL OR g.household_id = @householdId) AND (@schoolYear IS NULL OR g.school_year = @schoolYear)
       AND (@status IS NULL OR g.status = @status)
     ORDER BY g.status <> 'waiting', g.id DESC`,
  ).all({
    schools: schoolsParameter(filter.schools),
    grantId: filter.grantId ?? null,
    requestKey: filter.requestKey ?? null,
    schoolId: filter.schoolId ?? null,
    householdId: filter.householdId ?? null,
    schoolYear: filter.schoolYear ?? null,
    status: filter.status ?? null,
  }) as GrantRow[];
}

export type GrantItem = {
  readonly grantId: number;
  readonly invoiceId: number;
  readonly number: string;
  readonly pupilName: string;
  readonly amountCents: number;
};

export function grantItems(store: Store, grantIds: readonly number[]): GrantItem[] {
  return statement(
    store,
    `SELECT t.grant_id AS grantId, i.id AS invoiceId, i.number, trim(p.first_name || ' ' || p.last_name) AS pupilName,
       t.amount_cents AS amountCents
     FROM json_each(?) k JOIN grant_items t ON t.grant_id = k.value JOIN invoices i ON i.id = t.invoice_id
       JOIN pupils p ON p.id = i.pupil_id ORDER BY t.grant_id, i.due_date, i.id`,
  ).all(JSON.stringify(grantIds)) as GrantItem[];
}

/** Funds with what was given and what is asked; left is what nobody asked for yet. */
export function fundRows(
  store: Store,
  {
    schools,
    fundId,
    schoolId,
    schoolYear,
  }: {
    readonly schools: Schools;
    readonly fundId?: number | undefined;
    readonly schoolId?: number | undefined;
    readonly schoolYear?: string | undefined;
  },
): Fund[] {
  return statement(
    store,
    `WITH standing AS (${standingSql})
     SELECT f.id AS fundId, f.school_id AS schoolId, s.name AS schoolName, f.school_year AS schoolYear, f.source,
       f.amount_cents AS amountCents, f.note, coalesce(sum(g.amount_cents) FILTER (WHERE g.status = 'granted'), 0) AS grantedCents,
       coalesce(sum(g.amount_cents) FILTER (WHERE g.status = 'waiting'), 0) AS waitingCents,
       f.amount_cents - coalesce(sum(g.amount_cents) FILTER (WHERE g.status IN ('granted', 'waiting')), 0) AS leftCents
     FROM funds f JOIN schools s ON s.id = f.school_id LEFT JOIN standing g ON g.fund_id = f.id
     WHERE (@schools IS NULL OR f.school_id IN (SELECT value FROM json_each(@schools))) AND (@fundId IS NULL OR f.id = @fundId)
       AND (@schoolId IS NULL OR f.school_id = @schoolId) AND (@schoolYear IS NULL OR f.school_year = @schoolYear)
     GROUP BY f.id ORDER BY f.school_year DESC, s.name, f.source`,
  ).all({
    schools: schoolsParameter(schools),
    fundId: fundId ?? null,
    schoolId: schoolId ?? null,
    schoolYear: schoolYear ?? null,
  }) as Fund[];
}

/** Every bill on which something was given from a fund of the year, and not taken back. */
export function grantedParts(store: Store, fundIds: readonly number[]): GrantedPart[] {
  return statement(
    store,
    `SELECT g.fund_id AS fundId, g.household_id AS householdId, g.id AS grantId, b.name AS billingGroup, t.amount_cents AS amountCents
     FROM (${standingSql}) g JOIN grant_items t ON t.grant_id = g.id JOIN invoices i ON i.id = t.invoice_id
       JOIN billing_groups b ON b.id = i.billing_group_id
     WHERE g.status = 'granted' AND g.fund_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(fundIds)) as GrantedPart[];
}
