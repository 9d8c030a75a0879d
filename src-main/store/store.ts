import type Database from 'better-sqlite3';

/**
 * The open database. `sql` asks in SQL; `store/schema` (Drizzle) says what the rows look like, as types only, so that
 * nothing of it is loaded. `transaction` for every command: all or nothing.
 */
export type Store = {
  readonly path: string;
  readonly sql: Database.Database;
  /** Runs as one immediate transaction; nested calls join the outer one. */
  readonly transaction: <Result>(work: () => Result) => Result;
  readonly close: () => void;
};
