/** Where unexpected failures go. Never names, addresses or amounts: only ids, codes and stack traces. */
export type Log = {
  readonly error: (id: string, message: string, cause: unknown) => void;
  readonly info: (message: string) => void;
};

/** Writes to standard error, so that standard output stays the answer of the terminal root. */
export const consoleLog: Log = {
  error: (id, message, cause) => {
    process.stderr.write(
      `[${id}] ${message}\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    );
  },
  info: (message) => {
    process.stderr.write(`${message}\n`);
  },
};

/** For tests that expect a failure. */
export const silentLog: Log = { error: () => {}, info: () => {} };
