import type { Statement } from 'better-sqlite3';
import type { Store } from './store.ts';

const compiled = new WeakMap<Store['sql'], Map<string, Statement<unknown[]>>>();

/** A statement compiled once per database, for what is asked again for every message or row. */
export function statement(store: Store, sql: string): Statement<unknown[]> {
  const known = compiled.get(store.sql) ?? new Map<string, Statement<unknown[]>>();
  compiled.set(store.sql, known);
  const prepared = known.get(sql) ?? store.sql.prepare<unknown[]>(sql);
  known.set(sql, prepared);
  return prepared;
}
