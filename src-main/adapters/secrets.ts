/** Keeps the mail password out of the database. Each root brings its own. */
export type Secrets = {
  readonly get: (name: string) => Promise<string | null>;
  /** null removes it. */
  readonly set: (name: string, value: string | null) => Promise<void>;
};
