import type { Store } from '#main/store/store.ts';

const demoKey = 'setup.demo';

/** Whether this database was filled with the invented school group. */
export function isDemo(store: Store): boolean {
  const value = store.sql
    .prepare('SELECT value FROM settings WHERE key = ? AND school_id IS NULL')
    .pluck()
    .get(demoKey) as string | undefined;
  return value === 'true';
}

export function markAsDemo(store: Store, at: string): void {
  store.sql.prepare("INSERT INTO settings (key, value, updated_at) VALUES (?, 'true', ?)").run(demoKey, at);
}
