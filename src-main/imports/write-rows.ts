import type { RowPreview } from '#shared/imports/contract.ts';
import type { Store } from '#main/store/store.ts';
import type { RowChange } from './earlier-imports.ts';

type WrittenRow = {
  readonly rowNumber: number;
  readonly outcome: 'new' | 'changed' | 'rejected' | 'settledElsewhere';
  readonly reason: string | null;
  readonly pupilId?: number;
  readonly invoiceId?: number;
  readonly changes?: readonly RowChange[];
  readonly shown: Pick<RowPreview, 'subject' | 'proposal' | 'changes' | 'openCents'>;
};

/** Keeps what each row of the file did or why it was refused: report, timeline and undo read it. */
export function importRowWriter(store: Store, importId: number): (row: WrittenRow) => void {
  const insert = store.sql.prepare(
    `INSERT INTO import_rows (import_id, row_number, outcome, reason, pupil_id, invoice_id, changes, shown)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return ({ rowNumber, outcome, reason, pupilId, invoiceId, changes, shown }) => {
    const { subject, proposal, openCents } = shown;
    insert.run(
      importId,
      rowNumber,
      outcome,
      reason,
      pupilId ?? null,
      invoiceId ?? null,
      changes && changes.length > 0 ? JSON.stringify(changes) : '[]',
      JSON.stringify({ subject, proposal, changes: shown.changes, openCents }),
    );
  };
}
