import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Where a letter to each of these payers goes, as one text; empty when there is no address. */
export function payerAddresses(store: Store, payerIds: readonly number[]): Map<number, string> {
  const rows = statement(
    store,
    `SELECT id, lower(trim(street || ' ' || postal_code || ' ' || city)) FROM payers
     WHERE id IN (SELECT value FROM json_each(?)) AND street <> ''`,
  )
    .raw()
    .all(JSON.stringify(payerIds)) as [number, string][];
  return new Map(rows);
}
