import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { ImportPreview } from '#shared/imports/contract.ts';
import { amountOfTotalRow } from '#shared/imports/find-total.ts';
import type { Context } from '#main/api/context.ts';
import { countOutcomes, type Decided, decide, shownRows } from './decide.ts';
import { type ImportRequest, type OpenedImport, openImport } from './open-import.ts';
import { makePace } from './pace.ts';
import { findEarlierImport } from './queries.ts';

/** What the import would do. Nothing is stored. */
export async function previewImport(context: Context, request: ImportRequest): Promise<ImportPreview> {
  const opened = await openImport(context, request);
  const decided = await decide(
    context,
    opened,
    makePace(() => {}),
  );
  if (!decided) throw new Error('A preview is not stopped');
  const counts = countOutcomes(decided.decisions, 0);
  const total = compareTotal(opened, decided);
  const remarks = [...opened.remarks, ...decided.remarks];
  if (total?.remark) remarks.unshift(total.remark);
  const nothing = counts.new === 0 && counts.changed === 0;
  const before = findEarlierImport(context.store, opened.file.fileId);
  if (before) {
    const day = formatPlainDate(before.at.slice(0, 10));
    remarks.unshift(`Dit bestand werd al ingelezen op ${day}.${nothing ? ' Er verandert niets.' : ''}`);
  } else if (nothing && counts.unchanged > 0) remarks.unshift('Alles in dit bestand is al bekend. Er verandert niets.');
  return {
    counts,
    sumCents: decided.kind === 'invoices' ? sumTaken(decided) : null,
    fileTotal: total ? { rowNumber: total.rowNumber, cents: total.cents, agrees: total.agrees } : null,
    rows: shownRows(decided.decisions),
    vanished: decided.kind === 'invoices' ? [...decided.vanished] : [],
    remarks,
  };
}

function sumTaken(decided: Decided): number {
  return decided.decisions.reduce(
    (sum, { outcome, openCents }) => sum + (outcome === 'rejected' ? 0 : (openCents ?? 0)),
    0,
  );
}

type TotalComparison = {
  readonly rowNumber: number;
  readonly cents: number;
  readonly agrees: boolean;
  readonly remark: string | null;
};

/** Lays the file's own total beside the rows that were taken, and says where a difference comes from. */
function compareTotal(opened: OpenedImport, decided: Decided): TotalComparison | null {
  const { reader, rows, totalRow } = opened;
  if (!totalRow || decided.kind === 'pupils') return null;
  const field = reader.has('open') ? 'open' : 'total';
  const readCents = (text: string): number | undefined => {
    const amount = reader.amountText(text, field);
    return amount.ok ? amount.cents : undefined;
  };
  const cents = amountOfTotalRow(totalRow, reader.columnOf(field), readCents);
  if (cents === undefined) return null;
  const rejected = new Set(
    decided.decisions.filter(({ outcome }) => outcome === 'rejected').map(({ rowNumber }) => rowNumber),
  );
  let taken = 0;
  let refused = 0;
  for (const row of rows) {
    const amount = reader.amount(row, field);
    if (!amount?.ok) continue;
    if (rejected.has(row.number)) refused += amount.cents;
    else taken += amount.cents;
  }
  const agrees = cents === taken;
  const because = taken + refused === cents ? ` Het verschil komt van de geweigerde rijen (${rejected.size}).` : '';
  const remark = agrees
    ? null
    : `De totaalrij (rij ${totalRow.number}) geeft ${formatCents(cents)}, de ingelezen rijen samen ${formatCents(taken)}.${because}`;
  return { rowNumber: totalRow.number, cents, agrees, remark };
}
