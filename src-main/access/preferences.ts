import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';

const maxValueBytes = 100_000;

/** What this user left standing, by key. */
export function readPreferences(context: Context): Record<string, unknown> {
  const rows = context.store.sql
    .prepare<[string], { key: string; value: string }>(
      'SELECT key, value FROM preferences WHERE actor = ? ORDER BY key',
    )
    .all(context.actor);
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
}

/** Keeps one value; null forgets it. How a screen looks is no business of the audit trail. */
export function setPreference(context: Context, key: string, value: unknown): { key: string } {
  const { sql } = context.store;
  if (value === null || value === undefined) {
    sql.prepare('DELETE FROM preferences WHERE actor = ? AND key = ?').run(context.actor, key);
    return { key };
  }
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > maxValueBytes) {
    throw new Problem('INVALID', 'Deze voorkeur is te groot om te bewaren. De vorige is gebleven.', 'value');
  }
  sql
    .prepare(
      `INSERT INTO preferences (actor, key, value) VALUES (?, ?, ?)
       ON CONFLICT (actor, key) DO UPDATE SET value = excluded.value`,
    )
    .run(context.actor, key, json);
  return { key };
}
