import type { FileOut } from '#shared/api/schemas.ts';
import { formatCents } from '#shared/money/cents.ts';
import { smallestGroup, yearReport } from '#shared/social-fund/year-report.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { csvFile } from '#main/ledger/csv-file.ts';
import { fundRows, grantedParts } from './queries.ts';
import { reportPdf } from '#main/reports/report-pdf.ts';

type Asked = { readonly schoolYear: string; readonly schoolId?: number | undefined };

/** The figures of a year, without names. */
export function fundYearReport(context: Context, { schoolYear, schoolId }: Asked) {
  const funds = fundRows(context.store, { schools: schoolsOf(context), schoolYear, schoolId });
  const report = yearReport(
    funds.map(({ amountCents, ...fund }) => ({ ...fund, budgetCents: amountCents })),
    grantedParts(
      context.store,
      funds.map(({ fundId }) => fundId),
    ),
  );
  return { schoolYear, ...report, smallestGroup };
}

/** The same on paper or in a spreadsheet. */
export async function fundYearReportFile(
  context: Context,
  { format, ...asked }: Asked & { readonly format: 'pdf' | 'csv' },
): Promise<FileOut> {
  const report = fundYearReport(context, asked);
  const few = `minder dan ${smallestGroup}`;
  const header = ['School', 'Bron', 'Budget', 'Gegeven', 'Nog over', 'Gezinnen', 'Gemiddeld per gezin'];
  const rows = report.rows.map((row) => [
    row.schoolName,
    row.source,
    formatCents(row.budgetCents),
    formatCents(row.grantedCents),
    formatCents(row.leftCents),
    row.families === null ? few : String(row.families),
    row.averageCents === null ? '' : formatCents(row.averageCents),
  ]);
  const groups = report.byBillingGroup.map(({ billingGroup, grantedCents }) => [
    billingGroup,
    grantedCents === null ? few : formatCents(grantedCents),
  ]);
  const bytes =
    format === 'csv'
      ? await csvFile([header, ...rows, [], ['Notagroep', 'Gegeven'], ...groups])
      : reportPdf({
          title: `Sociaal fonds ${asked.schoolYear}`,
          author: [...new Set(report.rows.map(({ schoolName }) => schoolName))].join(', '),
          madeOn: context.clock.today(),
          sections: [
            {
              paragraphs: [
                `Zonder namen: aantallen van minder dan ${smallestGroup} gezinnen worden niet getoond.`,
                ...(rows.length === 0 ? ['Voor dit schooljaar is er geen budget ingevuld.'] : []),
              ],
              table: { shares: [0.2, 0.16, 0.13, 0.13, 0.13, 0.11, 0.14], amounts: [2, 3, 4, 6], head: header, rows },
            },
            {
              heading: 'Per notagroep',
              table: { shares: [0.75, 0.25], amounts: [1], head: ['Notagroep', 'Gegeven'], rows: groups },
            },
          ],
        });
  return {
    fileName: `sociaal-fonds-${asked.schoolYear}.${format}`,
    mediaType: format === 'csv' ? 'text/csv' : 'application/pdf',
    contentBase64: bytes.toString('base64'),
  };
}
