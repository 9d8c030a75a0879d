/** Where unexpected failures go. Never names, addresses or amounts: only ids, codes and stack traces. */
export type Log = {
  readonly error: (id: string, message: string, cause: unknown) => void;
  readonly info: (message: string) => void;
};

/** Writes to standard error, so that standard output stays the answer of the terminal root. */
export const consoleLog: Log = {
  error: (id, message, cause) => {
    process.stderr.write(`[${id}] ${message}\n${withoutPeople(cause)}\n`);
  },
  info: (message) => {
    process.stderr.write(`${message}\n`);
  },
};

/** For tests that expect a failure. */
export const silentLog: Log = { error: () => {}, info: () => {} };

/** What went wrong and where; quoted text and addresses in the message may be about a person and are left out. */
export function withoutPeople(cause: unknown): string {
  if (!(cause instanceof Error)) return `a thrown ${typeof cause}`;
  const [firstLine = ''] = cause.message.split('\n');
  const what = firstLine.replaceAll(/"[^"]*"|'[^']*'/g, '"…"').replaceAll(/[^\s<>]+@[^\s<>]+/g, '…@…');
  const code = 'code' in cause ? ` (${String(cause.code)})` : '';
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const behind = cause.cause === undefined ? [] : [`caused by ${withoutPeople(cause.cause)}`];
  return [`${cause.name}: ${what}${code}`, ...frames, ...behind].join('\n');
}
