import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { hasCategories } from './billed-parts.ts';
import { reckonMaximumBill } from './reckon.ts';

/** How many pupils have something to credit that bills of these would remind of. A board without categories costs nothing. */
export function pupilsToCreditOn(context: Context, invoiceIds: readonly number[]): number {
  const { store } = context;
  if (invoiceIds.length === 0 || !hasCategories(store)) return 0;
  const bills = statement(
    store,
    `SELECT i.pupil_id AS pupilId, i.school_year AS schoolYear FROM json_each(?) k JOIN invoices i ON i.id = k.value
     GROUP BY i.pupil_id, i.school_year`,
  ).all(JSON.stringify(invoiceIds)) as { readonly pupilId: number; readonly schoolYear: string }[];
  const going = new Set(invoiceIds);
  const pupils = [...Map.groupBy(bills, ({ schoolYear }) => schoolYear)].flatMap(([schoolYear, ofYear]) =>
    reckonMaximumBill(context, { schoolYear, schools: 'all', pupilIds: ofYear.map(({ pupilId }) => pupilId) })
      .filter(({ proposal, invoiceIds: reckoned }) => proposal.length > 0 && reckoned.some((one) => going.has(one)))
      .map(({ pupilId }) => pupilId),
  );
  return new Set(pupils).size;
}

/** How many pupils of these schools have something to credit in the school year of today. */
export function pupilsToCredit(context: Context, schools: Schools): number {
  const schoolYear = schoolYearOf(context.clock.today());
  const rows = reckonMaximumBill(context, { schoolYear, schools, pupilIds: null });
  return new Set(rows.filter(({ proposal }) => proposal.length > 0).map(({ pupilId }) => pupilId)).size;
}
