import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/**
 * The open database. `sql` for hot, bulk and search statements; `orm` (Drizzle, typed by store/schema) for the rest;
 * `transaction` for every command: all or nothing.
 */
export type Store = {
  readonly path: string;
  readonly sql: Database.Database;
  readonly orm: BetterSQLite3Database;
  /** Runs as one immediate transaction; nested calls join the outer one. */
  readonly transaction: <Result>(work: () => Result) => Result;
  readonly close: () => void;
};
