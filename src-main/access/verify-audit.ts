import type { Store } from '#main/store/store.ts';
import { auditHash, changesHash, changesHashKey, type FieldChange } from './audit.ts';

type AuditRow = {
  readonly auditId: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly schoolId: number | null;
  readonly householdId: number | null;
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** Lines read at once; between two portions other calls get their turn. */
const portion = 5000;

/**
 * Recomputes the chain from its first line. The first line that does not fit is the one that was changed, or the one
 * after what was taken out. Lines taken off the end leave no trace in a chain; backups and their dates show those.
 */
export async function verifyAudit(store: Store): Promise<{ entries: number; firstBroken: number | null }> {
  const read = store.sql.prepare<[number, number], AuditRow>(
    `SELECT id AS auditId, at, actor, command, school_id AS schoolId, household_id AS householdId, detail,
       previous_hash AS previousHash, hash
     FROM audit_entries WHERE id > ? ORDER BY id LIMIT ?`,
  );
  let entries = 0;
  let previous = { auditId: 0, hash: '' };
  let firstBroken: number | null = null;
  for (;;) {
    const rows = read.all(previous.auditId, portion);
    const changes = changesBetween(store, rows[0]?.auditId ?? 0, rows.at(-1)?.auditId ?? 0);
    for (const row of rows) {
      entries += 1;
      if (firstBroken === null && !follows(row, previous.hash, changes.get(row.auditId) ?? [])) {
        firstBroken = row.auditId;
      }
      previous = row;
    }
    if (rows.length < portion) return { entries, firstBroken };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What was before and after, by line, of the lines from one to another. */
export function changesBetween(store: Store, firstId: number, lastId: number): ReadonlyMap<number, FieldChange[]> {
  const rows = store.sql
    .prepare<[number, number], FieldChange & { readonly auditId: number }>(
      `SELECT audit_entry_id AS auditId, field, before, after FROM audit_changes
       WHERE audit_entry_id BETWEEN ? AND ? ORDER BY audit_entry_id, field`,
    )
    .all(firstId, lastId);
  const byLine = new Map<number, FieldChange[]>();
  for (const { auditId, ...change } of rows) byLine.set(auditId, [...(byLine.get(auditId) ?? []), change]);
  return byLine;
}

function follows(row: AuditRow, previousHash: string, changes: readonly FieldChange[]): boolean {
  const detail = JSON.parse(row.detail) as Record<string, unknown>;
  const changesFit =
    changes.length === 0 ? !(changesHashKey in detail) : detail[changesHashKey] === changesHash(changes);
  return (
    changesFit &&
    row.previousHash === previousHash &&
    JSON.stringify(detail) === row.detail &&
    row.hash === auditHash(previousHash, row.at, row.actor, { ...row, detail })
  );
}
