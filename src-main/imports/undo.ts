import { Problem } from '#shared/api/problem.ts';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { undoBillLines } from './bill-lines.ts';
import type { RowChange } from './earlier-imports.ts';
import { findImport } from './queries.ts';
import { importSummaryOf } from './report.ts';
import { undoBlockedBy } from './undo-blockers.ts';
import { undoPupils } from './undo-pupils.ts';

/**
 * Takes a whole import back, in one transaction: what it booked is reversed, invoices that it made are withdrawn, fields
 * that it changed and lines that it brought get their old value, and people that it made are removed as far as nothing hangs on them. CONFLICT when
 * something was built on it.
 */
export function undoImport(context: Context, importId: number): ImportSummary {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const record = findImport(store, importId);
    if (!record) throw new Problem('NOT_FOUND', 'Deze import bestaat niet.');
    const blocked = undoBlockedBy(store, record);
    if (blocked !== null) throw new Problem('CONFLICT', `${blocked} Er is niets veranderd.`);
    const changes = loadChanges(context, importId);
    if (record.kind === 'invoices') undoInvoices(context, importId, changes);
    else undoPupils(context, changes);
    store.sql.prepare('UPDATE imports SET undone_at = ?, undone_by = ? WHERE id = ?').run(clock.now(), actor, importId);
    return {
      result: importSummaryOf(store, importId),
      audit: { command: 'imports.undo', detail: { importId, kind: record.kind }, schoolId: record.schoolId },
    };
  });
}

/** What the import wrote, the last first. */
function loadChanges(context: Context, importId: number): RowChange[] {
  const rows = context.store.sql
    .prepare("SELECT changes FROM import_rows WHERE import_id = ? AND changes <> '[]' ORDER BY id DESC")
    .pluck()
    .all(importId) as string[];
  return rows.flatMap((text) => (JSON.parse(text) as RowChange[]).reverse());
}

function undoInvoices(context: Context, importId: number, changes: readonly RowChange[]): void {
  const { clock, actor } = context;
  const { sql } = context.store;
  const now = clock.now();
  sql
    .prepare(
      `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, reverses_id, import_id, author, created_at)
       SELECT school_id, invoice_id, 'reversal', -amount_cents, @today, value_date, 'import ongedaan gemaakt', id, import_id, @actor, @now
       FROM postings WHERE import_id = @importId AND kind <> 'reversal' ORDER BY id`,
    )
    .run({ today: clock.today(), actor, now, importId });
  for (const { table, id, before } of changes) {
    if (table !== 'invoices' || !before) continue;
    const columns = Object.keys(before);
    sql
      .prepare(`UPDATE invoices SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`)
      .run({ ...before, id });
  }
  undoBillLines(context.store, changes);
  sql
    .prepare(
      `UPDATE invoices SET withdrawn_at = @now WHERE withdrawn_at IS NULL AND import_id = @importId
       AND id IN (SELECT invoice_id FROM import_rows WHERE import_id = @importId AND outcome = 'new')`,
    )
    .run({ now, importId });
}
