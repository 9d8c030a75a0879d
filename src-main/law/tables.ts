import { type LawTables, lawTablesOf } from '#shared/law/tables.ts';
import type { Store } from '#main/store/store.ts';
import { ownLawValues } from './queries.ts';
import { shippedLawValues } from './shipped-values.ts';

/** The tables of the law as they stand now, own rows in the place of the shipped ones: what every what-if takes. */
export function lawTables(store: Store): LawTables {
  return lawTablesOf(shippedLawValues(), ownLawValues(store));
}
