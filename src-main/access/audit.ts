import { createHash } from 'node:crypto';
import type { Store } from '#main/store/store.ts';

/** What stood somewhere before and what came after; null: nothing. Never a password. */
export type FieldChange = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type AuditedChange = {
  /** Name of the procedure: `holds.place`. */
  readonly command: string;
  /** What changed, without free text about people. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly schoolId?: number | null;
  readonly householdId?: number | null;
  /** For a command that changes a fact: each field once. */
  readonly changes?: readonly FieldChange[];
};

type Author = { readonly actor: string; readonly at: string };

/** In the detail of a line with changes: their hash, so that the chain covers them too. */
export const changesHashKey = 'changesSha256';

/** Hash of one line over the hash of the line before it: taking out or changing a line breaks the chain. */
export function auditHash(
  previousHash: string,
  at: string,
  actor: string,
  change: Omit<AuditedChange, 'changes'>,
): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        previousHash,
        at,
        actor,
        change.command,
        change.schoolId ?? null,
        change.householdId ?? null,
        change.detail,
      ]),
    )
    .digest('hex');
}

/** Hash of the changes of one line, whatever their order. */
export function changesHash(changes: readonly FieldChange[]): string {
  const ordered = changes.toSorted((a, b) => (a.field < b.field ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(ordered.map(({ field, before, after }) => [field, before, after])))
    .digest('hex');
}

/** Writes one line of the audit trail; call it inside the transaction of the command. */
export function recordAudit(store: Store, author: Author, change: AuditedChange): void {
  if (!store.sql.inTransaction) throw new Error('An audit line belongs in the transaction of its command');
  const previous = store.sql.prepare('SELECT hash FROM audit_entries ORDER BY id DESC LIMIT 1').pluck().get() as
    | string
    | undefined;
  const previousHash = previous ?? '';
  const changes = change.changes ?? [];
  const detail = changes.length === 0 ? change.detail : { ...change.detail, [changesHashKey]: changesHash(changes) };
  const auditId = store.sql
    .prepare(
      `INSERT INTO audit_entries (at, actor, school_id, household_id, command, detail, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      author.at,
      author.actor,
      change.schoolId ?? null,
      change.householdId ?? null,
      change.command,
      JSON.stringify(detail),
      previousHash,
      auditHash(previousHash, author.at, author.actor, { ...change, detail }),
    ).lastInsertRowid;
  for (const { field, before, after } of changes) {
    store.sql
      .prepare('INSERT INTO audit_changes (audit_entry_id, field, before, after) VALUES (?, ?, ?, ?)')
      .run(auditId, field, before, after);
  }
}

/** The fields that differ between two records, as text; what is left out of either counts as nothing. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const change = { field, before: asText(before[field]), after: asText(after[field]) };
    return change.before === change.after ? [] : [change];
  });
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
