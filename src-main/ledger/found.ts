import { searchTerms } from '#shared/dossier/search-query.ts';
import type { Store } from '#main/store/store.ts';
import { isOpen } from './sql.ts';

/**
 * Puts the open invoices that have every word of the search in the temporary table `found`, for the statements of this
 * call; false when there is nothing to search on. Each word may be found on another row: `Peeters 3A` is a mother's name
 * and a child's class. A word found on a pupil, a payer or a household counts for all their invoices.
 */
export function fillFound(store: Store, text: string): boolean {
  const terms = searchTerms(text);
  if (terms.length === 0) return false;
  store.sql.exec('CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY); DELETE FROM temp.found');
  const [first, ...others] = terms;
  store.sql
    .prepare(`${hitsOfTerm} INSERT OR IGNORE INTO temp.found ${ofPupils} UNION ALL ${ofInvoices}`)
    .run({ term: first });
  for (const term of others) {
    store.sql
      .prepare(`${hitsOfTerm} DELETE FROM temp.found WHERE id NOT IN (${ofPupils} UNION ALL ${ofInvoices})`)
      .run({ term });
  }
  return true;
}

/**
 * The row numbers of the index are 4 * id + 0 pupil, 1 payer, 2 invoice, 3 household. CROSS JOIN keeps the order: from
 * the few that were found to their pupils and invoices, never the other way round.
 */
const hitsOfTerm = `WITH
  hits (id, kind) AS MATERIALIZED (
    SELECT rowid / 4, rowid % 4 FROM search_index WHERE search_index MATCH @term),
  hit_pupils (id) AS MATERIALIZED (
    SELECT id FROM hits WHERE kind = 0
    UNION SELECT p.id FROM hits x CROSS JOIN pupils p ON p.household_id = x.id WHERE x.kind = 3
    UNION SELECT l.pupil_id FROM hits x CROSS JOIN liabilities l ON l.payer_id = x.id WHERE x.kind = 1
    UNION SELECT p.id FROM hits x CROSS JOIN payers y ON y.id = x.id
      CROSS JOIN pupils p ON p.household_id = y.household_id WHERE x.kind = 1)`;
const ofPupils = `SELECT i.id FROM hit_pupils x
  CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = x.id WHERE ${isOpen}`;
const ofInvoices = `SELECT i.id FROM hits x CROSS JOIN invoices i ON i.id = x.id WHERE x.kind = 2 AND ${isOpen}`;
