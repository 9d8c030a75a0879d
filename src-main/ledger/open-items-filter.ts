import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { OpenItemsFilter } from '#shared/ledger/contract.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { isHeldInList } from '#main/holds/held-sql.ts';
import { fillFound } from './found.ts';
import { isOpen, type SqlParameters } from './sql.ts';

/** Which open invoices are meant, as SQL over the aliases i (invoice), p (pupil) and h (household). */
export type OpenItemsSelection = {
  readonly conditions: readonly string[];
  readonly parameters: SqlParameters;
  /** A condition reads the pupil (or the household of the pupil). */
  readonly readsPupil: boolean;
  readonly readsHousehold: boolean;
  /** The invoices to look at stand in the temporary table `found`. */
  readonly searched: boolean;
};

/** Dates further away than this are not dates of invoices, and no longer four digits. */
const mostDays = 200_000;

/**
 * The filter of the screen as conditions, within the schools of the caller. Every piece of SQL is written here; what the
 * user gives is only ever a value.
 */
export function selectOpenItems(context: Context, filter: OpenItemsFilter): OpenItemsSelection {
  const today = context.clock.today();
  const schools = schoolsOf(context);
  const conditions = [isOpen];
  const parameters: Record<string, string | number> = { today };
  if (schools !== 'all') {
    conditions.push('i.school_id IN (SELECT value FROM json_each(@callerSchools))');
    parameters['callerSchools'] = JSON.stringify(schools);
  }
  for (const [condition, values] of conditionsOf(filter)) {
    conditions.push(condition);
    Object.assign(parameters, values);
  }
  if (filter.minOverdueDays) {
    conditions.push('i.due_date <= @dueUntil');
    parameters['dueUntil'] = daysBefore(today, filter.minOverdueDays);
  }
  if (filter.maxOverdueDays !== undefined) {
    conditions.push('i.due_date >= @dueFrom');
    parameters['dueFrom'] = daysBefore(today, filter.maxOverdueDays);
  }
  const readsHousehold = conditions.some((condition) => /\bh\./.test(condition));
  return {
    conditions,
    parameters,
    readsHousehold,
    readsPupil: readsHousehold || conditions.some((condition) => /\bp\./.test(condition)),
    searched: filter.search !== undefined && fillFound(context.store, filter.search),
  };
}

type Condition = readonly [sql: string, values: Readonly<Record<string, string | number>>];

function conditionsOf(filter: OpenItemsFilter): Condition[] {
  const { schoolId, siteId, householdId, className, billingGroup, schoolYear, minCents, maxCents } = filter;
  const { noEmail, held, credit, lastContact } = filter;
  const conditions: Condition[] = [];
  if (schoolId !== undefined) conditions.push(['i.school_id = @schoolId', { schoolId }]);
  if (siteId !== undefined) conditions.push(['p.site_id = @siteId', { siteId }]);
  if (householdId !== undefined) conditions.push(['p.household_id = @householdId', { householdId }]);
  if (className !== undefined) conditions.push(['p.class_name = @className', { className }]);
  if (billingGroup !== undefined) {
    conditions.push([
      'i.billing_group_id IN (SELECT id FROM billing_groups WHERE name = @billingGroup)',
      { billingGroup },
    ]);
  }
  if (schoolYear !== undefined) conditions.push(['i.school_year = @schoolYear', { schoolYear }]);
  if (minCents !== undefined) conditions.push(['i.balance_cents >= @minCents', { minCents }]);
  if (maxCents !== undefined) conditions.push(['i.balance_cents <= @maxCents', { maxCents }]);
  if (noEmail !== undefined) conditions.push(['h.has_email = @hasEmail', { hasEmail: noEmail ? 0 : 1 }]);
  if (held !== undefined) conditions.push([held ? isHeldInList : `NOT ${isHeldInList}`, {}]);
  if (credit !== undefined) conditions.push([credit ? 'i.balance_cents < 0' : 'i.balance_cents > 0', {}]);
  if (lastContact === 'never') conditions.push(['h.last_contact_at IS NULL', {}]);
  else if (lastContact !== undefined) {
    conditions.push(['(h.last_contact_at IS NULL OR h.last_contact_at < @lastContact)', { lastContact }]);
  }
  return conditions;
}

function daysBefore(today: PlainDate, days: number): PlainDate {
  return addDays(today, -Math.max(-mostDays, Math.min(mostDays, days)));
}
