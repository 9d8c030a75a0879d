import { auditFieldName } from '#shared/access/audit-fields.ts';
import { auditSentence } from '#shared/access/audit-sentences.ts';
import type { AuditEntry } from '#shared/access/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Context } from '#main/api/context.ts';
import { familyOfHousehold } from '#main/dossier/household.ts';
import { changesHashKey, type FieldChange } from './audit.ts';
import { endOfDay, startOfDay } from './belgian-day.ts';
import { schoolsOf } from './caller.ts';
import { changesBetween } from './verify-audit.ts';

type AuditFilter = {
  readonly householdId?: number | undefined;
  readonly actor?: string | undefined;
  readonly command?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
};
type AuditPage = AuditFilter & { readonly offset: number; readonly limit: number };

type Row = Omit<AuditEntry, 'detail' | 'sentence' | 'changes'> & { readonly detail: string };

/** Lines of the trail, newest first, as far as they are about schools of whoever asks. */
export function listAudit(context: Context, page: AuditPage): { entries: AuditEntry[]; total: number } {
  const { store } = context;
  const { where, parameters } = conditionsOf(context, page);
  const rows = store.sql
    .prepare<[object], Row>(
      `${where.common} SELECT id AS auditId, at, actor, command, school_id AS schoolId, household_id AS householdId, detail
       FROM audit_entries ${where.clause} ORDER BY id DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit: page.limit, offset: page.offset });
  const total = store.sql
    .prepare(`${where.common} SELECT count(*) FROM audit_entries ${where.clause}`)
    .pluck()
    .get(parameters) as number;
  return { entries: rows.map((row) => toEntry(context, row)), total };
}

type Parameters = Readonly<Record<string, string | number>>;

function conditionsOf(
  context: Context,
  { householdId, actor, command, from, until }: AuditFilter,
): { where: { common: string; clause: string }; parameters: Parameters } {
  const conditions: string[] = [];
  const parameters: Record<string, string | number> = {};
  const add = (condition: string, values: Parameters): void => {
    conditions.push(condition);
    Object.assign(parameters, values);
  };
  const schools = schoolsOf(context);
  if (schools !== 'all') {
    // A line about the whole board is for who may see every school.
    add(
      `(school_id IN (SELECT value FROM json_each(@schools)) OR (school_id IS NULL AND household_id IN (
         SELECT household_id FROM pupils WHERE school_id IN (SELECT value FROM json_each(@schools)))))`,
      { schools: JSON.stringify(schools) },
    );
  }
  if (householdId !== undefined) add('household_id IN (SELECT id FROM family)', { householdId });
  if (actor !== undefined) add('instr(lower(actor), lower(@actor)) > 0', { actor });
  if (command !== undefined) {
    add('(command = @command OR substr(command, 1, length(@command) + 1) = @command || char(46))', { command });
  }
  if (from !== undefined) add('at >= @from', { from: startOfDay(from) });
  if (until !== undefined) add('at < @until', { until: endOfDay(until) });
  return {
    where: {
      common: householdId === undefined ? '' : `WITH RECURSIVE ${familyOfHousehold}`,
      clause: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    },
    parameters,
  };
}

function toEntry(context: Context, { detail: text, ...row }: Row): AuditEntry {
  const { [changesHashKey]: changesHash, ...detail } = JSON.parse(text) as Record<string, unknown>;
  const changes =
    changesHash === undefined ? undefined : changesBetween(context.store, row.auditId, row.auditId).get(row.auditId);
  return { ...row, detail, sentence: auditSentence(row.command, detail), changes: (changes ?? []).map(named) };
}

function named({ field, before, after }: FieldChange): FieldChange {
  return { field: auditFieldName(field), before, after };
}
