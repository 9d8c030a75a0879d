import type { FileOut } from '#shared/api/schemas.ts';
import type { MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { csvFile } from '#main/ledger/csv-file.ts';
import { reportPdf } from '#main/reports/report-pdf.ts';
import { capNames, listMaximumBill } from './list.ts';

type Asked = {
  readonly schoolYear: string;
  readonly schoolId?: number | undefined;
  readonly format: 'pdf' | 'csv';
};

const header = ['Leerling', 'Klas', 'Rubriek', 'Aangerekend', 'Mag gevraagd', 'Te veel', 'Gecrediteerd'];

/** The list on paper or in a spreadsheet, with the names of the pupils: for the office itself. */
export async function maximumBillFile(context: Context, { format, ...asked }: Asked): Promise<FileOut> {
  const { rows, doubts, excessCents } = listMaximumBill(context, asked);
  const bytes =
    format === 'csv'
      ? await csvFile([
          ['School', ...header, 'Nog te crediteren', 'Bron van het bedrag', 'Niet te berekenen'],
          ...rows.map((row) => [
            row.schoolName,
            ...cells(row),
            formatCents(sumCents(row.proposal.map(({ amountCents }) => amountCents))),
            row.source,
            row.blockedBy ?? '',
          ]),
        ])
      : reportPdf({
          title: `Maximumfactuur ${asked.schoolYear}`,
          author: [...new Set(rows.map(({ schoolName }) => schoolName))].join(', '),
          madeOn: context.clock.today(),
          sections: [
            {
              paragraphs: [
                rows.length === 0
                  ? 'In dit schooljaar is niets aangerekend dat meetelt voor de maximumfactuur.'
                  : `Te veel aangerekend in dit schooljaar: ${formatCents(excessCents)}.`,
                ...doubts,
              ],
              table: {
                shares: [0.22, 0.08, 0.2, 0.13, 0.13, 0.11, 0.13],
                amounts: [3, 4, 5, 6],
                head: header,
                rows: rows.map(cells),
              },
            },
          ],
        });
  return {
    fileName: `maximumfactuur-${asked.schoolYear}.${format}`,
    mediaType: format === 'csv' ? 'text/csv' : 'application/pdf',
    contentBase64: bytes.toString('base64'),
  };
}

function cells(row: MaximumBillRow): string[] {
  const known = (amountCents: number | null): string => (amountCents === null ? '?' : formatCents(amountCents));
  return [
    row.pupilName,
    row.className,
    capNames[row.cap],
    formatCents(row.billedCents),
    known(row.claimableCents),
    known(row.excessCents),
    formatCents(row.creditedCents),
  ];
}
