import type { Store } from './store.ts';

type Statement = ReturnType<typeof compile>;
const compiled = new WeakMap<Store['sql'], Map<string, Statement>>();

/** A statement compiled once per database, for what is asked again for every message or row. */
export function statement(store: Store, sql: string): Statement {
  const known = compiled.get(store.sql) ?? new Map<string, Statement>();
  compiled.set(store.sql, known);
  const prepared = known.get(sql) ?? compile(store, sql);
  known.set(sql, prepared);
  return prepared;
}

function compile(store: Store, sql: string) {
  return store.sql.prepare<unknown[]>(sql);
}
