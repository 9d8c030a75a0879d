import { createHash } from 'node:crypto';
import type { Store } from '#main/store/store.ts';

export type AuditedChange = {
  /** Name of the procedure: `dunning.hold`. */
  readonly command: string;
  /** What changed, without free text about people. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly schoolId?: number | null;
  readonly householdId?: number | null;
};

type Author = { readonly actor: string; readonly at: string };

/** Hash of one line over the hash of the line before it: taking out or changing a line breaks the chain. */
export function auditHash(previousHash: string, at: string, actor: string, change: AuditedChange): string {
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

/** Writes one line of the audit trail; call it inside the transaction of the command. */
export function recordAudit(store: Store, author: Author, change: AuditedChange): void {
  if (!store.sql.inTransaction) throw new Error('An audit line belongs in the transaction of its command');
  const previous = store.sql.prepare('SELECT hash FROM audit_entries ORDER BY id DESC LIMIT 1').pluck().get() as
    | string
    | undefined;
  const previousHash = previous ?? '';
  store.sql
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
      JSON.stringify(change.detail),
      previousHash,
      auditHash(previousHash, author.at, author.actor, change),
    );
}
