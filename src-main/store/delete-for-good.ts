import type { Store } from './store.ts';

/** Runs what deletes with the freed space overwritten by zeros, so that what stood there cannot be read from the file. */
export function deleteForGood<Result>(store: Store, work: () => Result): Result {
  const before = store.sql.pragma('secure_delete', { simple: true });
  store.sql.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    store.sql.pragma(`secure_delete = ${String(before)}`);
  }
}

/** Empties the log beside the file, where the old pages still stand; call it after the transaction. */
export function emptyLog(store: Store): void {
  if (!store.sql.inTransaction) store.sql.pragma('wal_checkpoint(TRUNCATE)');
}
