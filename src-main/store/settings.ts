import { statement } from './statement.ts';
import type { Store } from './store.ts';

/** What was kept under a key, of one school or (null) of all of them; undefined when nothing was. Whoever asks knows its shape. */
export function readSetting(store: Store, key: string, schoolId: number | null): unknown {
  const value = statement(store, 'SELECT value FROM settings WHERE key = ? AND school_id IS ?')
    .pluck()
    .get(key, schoolId) as string | undefined;
  return value === undefined ? undefined : JSON.parse(value);
}

/** Keeps a value in the place of what stood there; call it in the transaction of the command. */
export function saveSetting(store: Store, key: string, schoolId: number | null, value: unknown, at: string): void {
  statement(
    store,
    `INSERT INTO settings (school_id, key, value, updated_at) VALUES (@schoolId, @key, @value, @at)
     ON CONFLICT (key, coalesce(school_id, 0)) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  ).run({ schoolId, key, value: JSON.stringify(value), at });
}
