import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import type { ExportColumn, OpenItem } from '#shared/ledger/contract.ts';

/** A value of the file with what it is, so that a spreadsheet gets real numbers and dates. */
export type ExportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'count'; readonly count: number };

type Column = {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (item: OpenItem) => ExportCell;
};

const text = (value: string | null): ExportCell => ({ kind: 'text', text: value ?? '' });
const date = (value: string | null): ExportCell => (value === null ? text(null) : { kind: 'date', date: value });

export const exportColumns: Readonly<Record<ExportColumn, Column>> = {
  number: { title: 'Factuur', width: 16, cell: (item) => text(item.number) },
  pupil: { title: 'Leerling', width: 26, cell: (item) => text(item.pupilName) },
  className: { title: 'Klas', width: 8, cell: (item) => text(item.className) },
  school: { title: 'School', width: 24, cell: (item) => text(item.schoolName) },
  site: { title: 'Vestiging', width: 18, cell: (item) => text(item.siteName) },
  household: { title: 'Gezin', width: 26, cell: (item) => text(item.householdName) },
  payer: { title: 'Betaler', width: 26, cell: (item) => text(item.payerName) },
  billingGroup: { title: 'Notagroep', width: 18, cell: (item) => text(item.billingGroup) },
  schoolYear: { title: 'Schooljaar', width: 12, cell: (item) => text(item.schoolYear) },
  issueDate: { title: 'Factuurdatum', width: 13, cell: (item) => date(item.issueDate) },
  dueDate: { title: 'Vervaldag', width: 13, cell: (item) => date(item.dueDate) },
  overdueDays: { title: 'Dagen vervallen', width: 15, cell: (item) => ({ kind: 'count', count: item.overdueDays }) },
  total: { title: 'Bedrag', width: 12, cell: (item) => ({ kind: 'amount', cents: item.totalCents }) },
  open: { title: 'Openstaand', width: 12, cell: (item) => ({ kind: 'amount', cents: item.openCents }) },
  reference: { title: 'Mededeling', width: 22, cell: (item) => text(referenceText(item.structuredReference)) },
  count: { title: 'Facturen', width: 9, cell: (item) => ({ kind: 'count', count: item.count }) },
  hold: { title: 'Niet verwerken', width: 30, cell: (item) => text(holdText(item)) },
  infoNote: { title: 'Infobol', width: 30, cell: (item) => text(item.infoNote) },
  lastContact: {
    title: 'Laatste contact',
    width: 15,
    cell: (item) => date(item.lastContactAt === null ? null : item.lastContactAt.slice(0, 10)),
  },
};

/**
 * `***123/4567/89002***`: the form with asterisks, which banks read alike, because a text that begins with a plus could
 * be a formula.
 */
function referenceText(reference: string | null): string | null {
  if (reference === null || !/^\d{12}$/.test(reference)) return reference;
  return `***${reference.slice(0, 3)}/${reference.slice(3, 7)}/${reference.slice(7)}***`;
}

function holdText(item: OpenItem): string {
  if (item.hold) {
    const until = item.hold.untilDate === null ? '' : ` (tot en met ${formatPlainDate(item.hold.untilDate)})`;
    const kind = item.hold.kind === 'doNotProcess' ? '' : `${holdKindName(item.hold.kind)}: `;
    return kind + item.hold.reason + until;
  }
  if (item.heldCount === 0) return '';
  return item.heldCount === 1 ? '1 factuur' : `${item.heldCount} facturen`;
}
