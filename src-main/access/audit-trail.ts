import type { AuditEntry } from '#shared/access/contract.ts';
import type { Store } from '#main/store/store.ts';
import { auditHash } from './audit.ts';

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

export type AuditPage = { readonly householdId?: number | undefined; readonly offset: number; readonly limit: number };

/** Lines of the trail, newest first; of one household when asked. */
export function listAudit(store: Store, page: AuditPage): { entries: AuditEntry[]; total: number } {
  const where = page.householdId === undefined ? '' : 'WHERE household_id = @householdId';
  const filter = page.householdId === undefined ? {} : { householdId: page.householdId };
  const rows = store.sql
    .prepare<[object], Omit<AuditRow, 'schoolId' | 'previousHash' | 'hash'>>(
      `SELECT id AS auditId, at, actor, command, household_id AS householdId, detail
       FROM audit_entries ${where} ORDER BY id DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...filter, limit: page.limit, offset: page.offset });
  const total = store.sql.prepare(`SELECT count(*) FROM audit_entries ${where}`).pluck().get(filter) as number;
  return { entries: rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditEntry['detail'] })), total };
}

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
    for (const row of rows) {
      entries += 1;
      if (firstBroken === null && !follows(row, previous.hash)) firstBroken = row.auditId;
      previous = row;
    }
    if (rows.length < portion) return { entries, firstBroken };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function follows(row: AuditRow, previousHash: string): boolean {
  const detail = JSON.parse(row.detail) as Record<string, unknown>;
  return (
    row.previousHash === previousHash &&
    JSON.stringify(detail) === row.detail &&
    row.hash === auditHash(previousHash, row.at, row.actor, { ...row, detail })
  );
}
