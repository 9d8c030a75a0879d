import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

const atSchools = (column: string): string =>
  `(@schools IS NULL OR ${column} IN (SELECT value FROM json_each(@schools)))`;

const householdAtSchools = `(@schools IS NULL OR EXISTS (
  SELECT 1 FROM pupils u WHERE u.household_id = h.id AND u.school_id IN (SELECT value FROM json_each(@schools))))`;

export type SettlementToFile = {
  readonly settlementId: number;
  readonly householdId: number;
  readonly householdName: string;
  readonly orderSentOn: PlainDate;
};

/** Collective debt settlements of which the claim was not filed yet. */
export function openSettlementRows(store: Store, schools: Schools): SettlementToFile[] {
  return statement(
    store,
    `SELECT d.id AS settlementId, h.id AS householdId, h.name AS householdName, d.order_sent_on AS orderSentOn
     FROM debt_settlements d JOIN payers y ON y.id = d.payer_id JOIN households h ON h.id = y.household_id
     WHERE d.kind = 'collective' AND d.claim_filed_on IS NULL AND d.closed_on IS NULL AND ${householdAtSchools} ORDER BY d.order_sent_on, d.id`,
  ).all({ schools: schoolsParameter(schools) }) as SettlementToFile[];
}

export type PlannedStep = {
  readonly nextStepId: number;
  readonly householdId: number;
  readonly householdName: string;
  readonly what: string;
  readonly dueDate: PlainDate;
  readonly author: string;
};

/** Next steps of dossiers that are due by now. */
export function plannedStepRows(store: Store, schools: Schools, today: PlainDate): PlannedStep[] {
  return statement(
    store,
    `SELECT n.id AS nextStepId, h.id AS householdId, h.name AS householdName, n.what, n.due_date AS dueDate, n.author
     FROM next_steps n JOIN households h ON h.id = n.household_id
     WHERE n.done_at IS NULL AND n.due_date <= @today AND ${householdAtSchools} ORDER BY n.due_date, n.id`,
  ).all({ today, schools: schoolsParameter(schools) }) as PlannedStep[];
}

export type UnfinishedRun = {
  readonly runId: number;
  readonly status: 'draft' | 'approved' | 'sending';
  readonly asOf: PlainDate;
  readonly schoolNames: string;
};

export function unfinishedRunRows(store: Store, schools: Schools): UnfinishedRun[] {
  return statement(
    store,
    `SELECT r.id AS runId, r.status, r.as_of AS asOf, group_concat(s.name, ', ') AS schoolNames
     FROM runs r JOIN run_schools rs ON rs.run_id = r.id JOIN schools s ON s.id = rs.school_id
     WHERE r.status IN ('draft', 'approved', 'sending') AND ${atSchools('rs.school_id')}
     GROUP BY r.id ORDER BY r.id`,
  ).all({ schools: schoolsParameter(schools) }) as UnfinishedRun[];
}

export type Counts = {
  readonly undecided: number;
  readonly letters: number;
  readonly bankLines: number;
};

/** What waits by the dozen: messages to decide about, letters to print or post, lines of the bank. */
export function waitingCounts(store: Store, schools: Schools): Counts {
  return statement(
    store,
    `SELECT
       (SELECT count(*) FROM messages m WHERE m.status IN ('failed', 'uncertain') AND ${atSchools('m.school_id')}) AS undecided,
       (SELECT count(*) FROM messages m WHERE m.status = 'reserved' AND m.channel = 'letter' AND ${atSchools('m.school_id')}) AS letters,
       (SELECT count(*) FROM bank_transactions t WHERE t.status = 'open' AND ${atSchools('t.school_id')}) AS bankLines`,
  ).get({ schools: schoolsParameter(schools) }) as Counts;
}
