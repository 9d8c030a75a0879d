import type { Store } from '#main/store/store.ts';
import { isOpen } from './sql.ts';

type Facets = { readonly classNames: string[]; readonly billingGroups: string[]; readonly schoolYears: string[] };

/** Classes as a person orders them: 2A before 10A. */
const byName = new Intl.Collator('nl-BE', { numeric: true });

/** What stands in the list now, so that no filter that can be chosen comes out empty. */
export function facets(store: Store): Facets {
  return {
    classNames: values(
      store,
      `SELECT DISTINCT p.class_name FROM pupils p WHERE p.class_name <> '' AND EXISTS (
         SELECT 1 FROM invoices i INDEXED BY invoices_open_pupil WHERE i.pupil_id = p.id AND ${isOpen})`,
    ),
    billingGroups: values(
      store,
      `SELECT DISTINCT g.name FROM (
         SELECT DISTINCT i.billing_group_id AS id FROM invoices i INDEXED BY invoices_open WHERE ${isOpen}
       ) x JOIN billing_groups g ON g.id = x.id`,
    ),
    schoolYears: values(
      store,
      `SELECT DISTINCT i.school_year FROM invoices i INDEXED BY invoices_open WHERE ${isOpen}`,
    ),
  };
}

function values(store: Store, sql: string): string[] {
  return (store.sql.prepare(sql).pluck().all() as string[]).sort(byName.compare);
}
