import { statement } from './statement.ts';
import type { Store } from './store.ts';

/**
 * Stays the same as long as nobody wrote anything, here or in another process: what was read and decided at the one moment
 * still holds at the other. Read it inside a transaction.
 */
export function changeMark(store: Store): string {
  const others = statement(store, 'PRAGMA data_version').pluck().get() as number;
  const own = statement(store, 'SELECT total_changes()').pluck().get() as number;
  return `${others}/${own}`;
}
