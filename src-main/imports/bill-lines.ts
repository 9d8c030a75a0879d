import {
  type BillLine,
  importedLineDescription,
  isAsImported,
  type KnownLines,
  type PlannedLine,
} from '#shared/imports/decide-bill-line.ts';
import { chargedCents } from '#main/maximum-bill/billed-parts.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { RowChange } from './earlier-imports.ts';

/** What stands on each bill and what imports put there. The second is read only where there are categories. */
export function knownBillLines(store: Store): (invoiceId: number) => KnownLines {
  const charged = store.sql.prepare(`SELECT ${chargedCents} FROM invoices i WHERE i.id = ?`).pluck();
  let lines: Map<number, BillLine[]> | undefined;
  let imported: Map<number, PlannedLine> | undefined;
  return (invoiceId) => {
    lines ??= loadLines(store);
    return {
      lines: lines.get(invoiceId) ?? [],
      imported: () => (imported ??= loadImported(store)).get(invoiceId),
      chargedCents: () => charged.get(invoiceId) as number,
    };
  };
}

const lineColumns = 'description, cost_category_id AS costCategoryId, amount_cents AS amountCents';

function loadLines(store: Store): Map<number, BillLine[]> {
  const rows = statement(
    store,
    `SELECT invoice_id AS invoiceId, ${lineColumns} FROM invoice_lines ORDER BY id`,
  ).all() as (BillLine & { readonly invoiceId: number })[];
  return Map.groupBy(rows, ({ invoiceId }) => invoiceId);
}

/** Per bill the line that the last import that still stands put there. */
function loadImported(store: Store): Map<number, PlannedLine> {
  const imported = new Map<number, PlannedLine>();
  const rows = statement(
    store,
    `SELECT changes FROM import_rows JOIN imports ON imports.id = import_id
     WHERE imports.kind = 'invoices' AND imports.undone_at IS NULL AND changes LIKE '%"invoiceLines"%' ORDER BY import_rows.id`,
  )
    .pluck()
    .iterate() as IterableIterator<string>;
  for (const text of rows) {
    for (const { table, id, after } of JSON.parse(text) as RowChange[]) {
      if (table === 'invoiceLines') imported.set(id, toLine(after));
    }
  }
  return imported;
}

function toLine(values: RowChange['after']): PlannedLine {
  return { costCategoryId: Number(values['costCategoryId']), amountCents: Number(values['amountCents']) };
}

/** Puts the whole bill on one line in place of the one that an earlier import made, and hands back what was there. */
export function billLineWriter(store: Store): (schoolId: number, invoiceId: number, line: PlannedLine) => RowChange {
  return (schoolId, invoiceId, line) => {
    const [current] = linesOf(store, invoiceId);
    const before =
      current && current.costCategoryId !== null
        ? { costCategoryId: current.costCategoryId, amountCents: current.amountCents }
        : null;
    replaceLine(store, schoolId, invoiceId, line);
    return { table: 'invoiceLines', id: invoiceId, before, after: line };
  };
}

/** Gives each bill back what stood on it before the import; what a person typed since then stays. `changes`: the last first. */
export function undoBillLines(store: Store, changes: readonly RowChange[]): void {
  const schoolOf = statement(store, 'SELECT school_id FROM invoices WHERE id = ?').pluck();
  for (const { table, id, before, after } of changes) {
    if (table !== 'invoiceLines' || !isAsImported(linesOf(store, id), toLine(after))) continue;
    replaceLine(store, schoolOf.get(id) as number, id, before && toLine(before));
  }
}

function linesOf(store: Store, invoiceId: number): BillLine[] {
  return statement(store, `SELECT ${lineColumns} FROM invoice_lines WHERE invoice_id = ? ORDER BY id`).all(
    invoiceId,
  ) as BillLine[];
}

function replaceLine(store: Store, schoolId: number, invoiceId: number, line: PlannedLine | null): void {
  statement(store, 'DELETE FROM invoice_lines WHERE invoice_id = ?').run(invoiceId);
  if (line === null || line.amountCents === 0) return;
  statement(
    store,
    'INSERT INTO invoice_lines (school_id, invoice_id, description, cost_category_id, amount_cents) VALUES (?, ?, ?, ?, ?)',
  ).run(schoolId, invoiceId, importedLineDescription, line.costCategoryId, line.amountCents);
}
