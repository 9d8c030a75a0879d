import type { ImportCounts, RowOutcome, RowPreview } from '#shared/imports/contract.ts';
import type { Context } from '#main/api/context.ts';
import { type DecidedInvoices, decideInvoices } from './decide-invoices.ts';
import { type DecidedPupils, decidePupilRows } from './decide-pupils.ts';
import type { OpenedImport } from './open-import.ts';
import type { Pace } from './pace.ts';

export type Decided = DecidedInvoices | DecidedPupils;

/** What the import would do, row by row; undefined when it was stopped. Preview and commit both ask this. */
export function decide(context: Context, opened: OpenedImport, pace: Pace): Promise<Decided | undefined> {
  return opened.request.kind === 'invoices'
    ? decideInvoices(context, opened, pace)
    : decidePupilRows(context, opened, pace);
}

export function countOutcomes(
  rows: readonly { readonly outcome: RowOutcome }[],
  settledElsewhere: number,
): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { ...counts, settledElsewhere };
}

/** A decision without what only the writer needs. */
export function toPreview(row: RowPreview): RowPreview {
  const { rowNumber, outcome, reason, subject, proposal, changes, openCents } = row;
  return { rowNumber, outcome, reason, subject, proposal, changes: [...changes], openCents };
}

const outcomeOrder: readonly RowOutcome[] = ['rejected', 'changed', 'new', 'unchanged'];
const mostRowsShown = 500;

/** The first rows, in their order; of too many those about which something is said go before the others. */
function chosenRows(rows: readonly RowPreview[]): readonly RowPreview[] {
  if (rows.length <= mostRowsShown) return rows;
  const told = rows.filter(({ reason }) => reason !== null);
  return [...new Set([...told, ...rows])].slice(0, mostRowsShown).sort((a, b) => a.rowNumber - b.rowNumber);
}

/** The rows as the screen shows them: what needs attention first, at most 500 of each outcome. */
export function shownRows(rows: readonly RowPreview[]): RowPreview[] {
  return outcomeOrder.flatMap((wanted) => chosenRows(rows.filter(({ outcome }) => outcome === wanted)).map(toPreview));
}

/** Changes with every write to the database, by this process or another: what was decided before it may be old. */
export function storeVersion(context: Context): string {
  const { sql } = context.store;
  return `${sql.pragma('data_version', { simple: true })}|${sql.prepare('SELECT total_changes()').pluck().get()}`;
}
