import { searchTerms } from '#shared/dossier/search-query.ts';
import { isOpen, type SqlParameters } from './sql.ts';

export type SearchClauses = {
  /** Common table expressions; the last one is `found (id)`: the open invoices that have every term. */
  readonly tables: readonly string[];
  readonly parameters: SqlParameters;
};

/**
 * A typed search as common table expressions, or null when there is nothing to search on. Each word may be found on
 * another row: `Peeters 3A` is a mother's name and a child's class. A word found on a pupil, a payer or a household
 * counts for all their invoices.
 */
export function searchClauses(text: string): SearchClauses | null {
  const terms = searchTerms(text);
  if (terms.length === 0) return null;
  const parameters: Record<string, string> = {};
  const tables = terms.flatMap((term, index) => {
    parameters[`term${index}`] = term;
    return termTables(index);
  });
  const every = terms.map((_, index) => `SELECT id FROM found${index}`).join(' INTERSECT ');
  return { tables: [...tables, `found (id) AS MATERIALIZED (${every})`], parameters };
}

/** CROSS JOIN keeps the order: from the few that were found to their invoices, never the other way round. */
function termTables(index: number): string[] {
  const hits = `hits${index}`;
  return [
    // The row numbers of the index: 4 * id + 0 pupil, 1 payer, 2 invoice, 3 household.
    `${hits} (id, kind) AS MATERIALIZED (
       SELECT rowid / 4, rowid % 4 FROM search_index WHERE search_index MATCH @term${index})`,
    `pupils${index} (id) AS MATERIALIZED (
       SELECT id FROM ${hits} WHERE kind = 0
       UNION SELECT p.id FROM ${hits} x CROSS JOIN pupils p ON p.household_id = x.id WHERE x.kind = 3
       UNION SELECT l.pupil_id FROM ${hits} x CROSS JOIN liabilities l ON l.payer_id = x.id WHERE x.kind = 1
       UNION SELECT p.id FROM ${hits} x CROSS JOIN payers y ON y.id = x.id
         CROSS JOIN pupils p ON p.household_id = y.household_id WHERE x.kind = 1)`,
    `found${index} (id) AS MATERIALIZED (
       SELECT i.id FROM pupils${index} x CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = x.id
         WHERE ${isOpen}
       UNION SELECT i.id FROM ${hits} x CROSS JOIN invoices i ON i.id = x.id WHERE x.kind = 2 AND ${isOpen})`,
  ];
}
