import { formatStructuredReference } from '../../bank/structured-reference.ts';
import { formatPlainDate } from '../../calendar/plain-date.ts';
import { type DemoGroup, type DemoInvoice, type DemoPupil, openCents } from '../group.ts';
import { type ExportTable, makeTable } from './table.ts';

type OpenRow = {
  readonly invoice: DemoInvoice;
  readonly pupil: DemoPupil;
  readonly school: string;
  readonly open: number;
};

/** Open invoices as a workbook with one heading row, real dates and real numbers. */
export function openInvoiceTable(group: DemoGroup): ExportTable {
  return makeTable<OpenRow>(
    'Openstaand',
    [
      ['Factuurnummer', ({ invoice }) => invoice.number],
      ['Extern nummer', ({ invoice }) => invoice.externalNumber],
      ['Gestructureerde mededeling', ({ invoice }) => printedReference(invoice)],
      ['Stamnr.', ({ pupil }) => pupil.studentNumber],
      ['Naam', ({ pupil }) => pupil.lastName],
      ['Voornaam', ({ pupil }) => pupil.firstName],
      ['Klas', ({ pupil }) => pupil.className],
      ['School', ({ school }) => school],
      ['Vestiging', ({ pupil }) => pupil.site ?? ''],
      ['Notagroep', ({ invoice }) => invoice.billingGroup],
      ['Omschrijving', ({ invoice }) => invoice.description],
      ['Factuurdatum', ({ invoice }) => ({ date: invoice.issueDate })],
      ['Vervaldatum', ({ invoice }) => ({ date: invoice.dueDate })],
      ['Bedrag', ({ invoice }) => ({ cents: invoice.amountCents })],
      ['Betaald', ({ invoice, open }) => ({ cents: invoice.amountCents - open })],
      ['Openstaand', ({ open }) => ({ cents: open })],
    ],
    openRows(group),
  );
}

/** The same invoices as a printed list: lines above the heading, other column names, and a total row. */
export function openInvoiceListing(group: DemoGroup): ExportTable {
  const rows = openRows(group);
  const total = rows.reduce((sum, { invoice }) => sum + invoice.amountCents, 0);
  const open = rows.reduce((sum, row) => sum + row.open, 0);
  const table = makeTable<OpenRow>(
    'Openstaand',
    [
      ['Factuurnr.', ({ invoice }) => invoice.number],
      ['Stamboeknummer', ({ pupil }) => pupil.studentNumber],
      ['Leerling', ({ pupil }) => `${pupil.lastName} ${pupil.firstName}`],
      ['Klas', ({ pupil }) => pupil.className],
      ['School', ({ school }) => school],
      ['Rekeninggroep', ({ invoice }) => invoice.billingGroup],
      ['Factuurdatum', ({ invoice }) => ({ date: invoice.issueDate })],
      ['Verv.dat.', ({ invoice }) => ({ date: invoice.dueDate })],
      ['OGM', ({ invoice }) => printedReference(invoice)],
      ['Bedrag', ({ invoice }) => ({ cents: invoice.amountCents })],
      ['Betaald', ({ invoice, open }) => ({ cents: invoice.amountCents - open })],
      ['Saldo', ({ open }) => ({ cents: open })],
    ],
    rows,
  );
  return {
    ...table,
    preamble: [
      ['Lijst openstaande posten'],
      [group.boardName],
      ['Afgedrukt op', formatPlainDate(group.asOf)],
      ['Munt', 'EUR (€)'],
      [],
    ],
    totals: ['Totaal', '', '', '', '', '', '', '', '', { cents: total }, { cents: total - open }, { cents: open }],
  };
}

function openRows(group: DemoGroup): OpenRow[] {
  const pupils = new Map(group.pupils.map((pupil) => [pupil.id, pupil]));
  const schools = new Map(group.schools.map(({ id, details }) => [id, details.name]));
  return group.invoices.flatMap((invoice) => {
    const pupil = pupils.get(invoice.pupilId);
    const open = openCents(invoice);
    return pupil && open !== 0 ? [{ invoice, pupil, school: schools.get(invoice.schoolId) ?? '', open }] : [];
  });
}

function printedReference({ structuredReference }: DemoInvoice): string {
  return structuredReference === null ? '' : formatStructuredReference(structuredReference);
}
