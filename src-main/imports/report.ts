import { Problem } from '#shared/api/problem.ts';
import type { ImportSummary, RowOutcome, RowPreview } from '#shared/imports/contract.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { isOfSchools } from '#main/access/schools-of-things.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { findImport, type ImportRecord, listImportRecords } from './queries.ts';
import { undoBlockedBy } from './undo-blockers.ts';

/** The list on screen shows this many imports; older ones are in the dossiers. */
const mostListed = 200;

/** The newest first, of the caller's schools. */
export function listImports(context: Context): ImportSummary[] {
  const { store } = context;
  const schools = schoolsOf(context);
  return listImportRecords(store, mostListed)
    .filter(({ id }) => isOfSchools(store, 'import', id, schools))
    .map((record) => toSummary(store, record));
}

export function importSummaryOf(store: Store, importId: number): ImportSummary {
  const record = findImport(store, importId);
  if (!record) throw new Problem('NOT_FOUND', 'Deze import bestaat niet.');
  return toSummary(store, record);
}

function toSummary(store: Store, record: ImportRecord): ImportSummary {
  return {
    importId: record.id,
    kind: record.kind,
    fileName: record.fileName,
    counts: record.counts,
    author: record.author,
    at: record.createdAt,
    undoneAt: record.undoneAt,
    undoBlockedBy: undoBlockedBy(store, record),
  };
}

type KeptRow = {
  readonly rowNumber: number;
  readonly outcome: RowOutcome | 'settledElsewhere';
  readonly reason: string | null;
  readonly shown: string;
};

/** What an import did, row by row, as its preview said: what it refused and changed first. */
export function reportImport(store: Store, importId: number): { summary: ImportSummary; rows: RowPreview[] } {
  const summary = importSummaryOf(store, importId);
  const rows = store.sql
    .prepare(
      `SELECT row_number AS rowNumber, outcome, reason, shown FROM import_rows WHERE import_id = ?
       ORDER BY CASE outcome WHEN 'rejected' THEN 0 WHEN 'settledElsewhere' THEN 1 WHEN 'changed' THEN 2 ELSE 3 END, row_number, id`,
    )
    .all(importId) as KeptRow[];
  return { summary, rows: rows.map(toRow) };
}

function toRow({ rowNumber, outcome, reason, shown }: KeptRow): RowPreview {
  const { subject = '', proposal = null, changes = [], openCents = null } = JSON.parse(shown) as Partial<RowPreview>;
  return {
    rowNumber,
    outcome: outcome === 'settledElsewhere' ? 'changed' : outcome,
    reason,
    subject,
    proposal,
    changes,
    openCents,
  };
}
