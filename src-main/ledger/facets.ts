import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { isOpen } from './sql.ts';

type Facets = { readonly classNames: string[]; readonly billingGroups: string[]; readonly schoolYears: string[] };

/** Classes as a person orders them: 2A before 10A. */
const byName = new Intl.Collator('nl-BE', { numeric: true });

/** What stands in the list of the caller now, so that no filter that can be chosen comes out empty. */
export function facets(context: Context): Facets {
  const within = withinSchools(context, 'i.school_id');
  const values = (sql: string): string[] =>
    (context.store.sql.prepare(sql).pluck().all(within.parameters) as string[]).sort(byName.compare);
  return {
    classNames: values(
      `SELECT DISTINCT p.class_name FROM pupils p WHERE p.class_name <> '' AND EXISTS (
         SELECT 1 FROM invoices i INDEXED BY invoices_open_pupil WHERE i.pupil_id = p.id AND ${isOpen} ${within.and})`,
    ),
    billingGroups: values(
      `SELECT DISTINCT g.name FROM (
         SELECT DISTINCT i.billing_group_id AS id FROM invoices i INDEXED BY invoices_open WHERE ${isOpen} ${within.and}
       ) x JOIN billing_groups g ON g.id = x.id`,
    ),
    schoolYears: values(
      `SELECT DISTINCT i.school_year FROM invoices i INDEXED BY invoices_open WHERE ${isOpen} ${within.and}`,
    ),
  };
}
