/** Keeps the mail password out of the database. Each root brings its own. */
export type Secrets = {
  /** null when there is none, or none that can be read any more: then it has to be filled in again. */
  readonly get: (name: string) => Promise<string | null>;
  /** null removes it. */
  readonly set: (name: string, value: string | null) => Promise<void>;
};

/** The sealed secrets in a file, by name. A file that was damaged holds none: nothing in it can be opened any more. */
export function parseSealed(content: string): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, string>)
      : {};
  } catch {
    return {};
  }
}
