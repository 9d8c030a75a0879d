import type { FileOut } from '#shared/api/schemas.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import { bundleRows } from '#shared/hand-over/bundle-csv.ts';
import { csvFile } from '#main/ledger/csv-file.ts';

export type BundleFiles = { readonly pdf: Buffer; readonly csv: Buffer };

/** Both files of a bundle. What draws the PDF is loaded with the first one: fonts and PDF weigh more than the rest of the start. */
export async function bundleFiles(bundle: Bundle): Promise<BundleFiles> {
  const { drawBundle } = await import('./pdf/draw-bundle.ts');
  return { pdf: await drawBundle(bundle), csv: await csvFile(bundleRows(bundle)) };
}

/** As the user saves or sees them; the names say nothing about whom. */
export function asFiles({ pdf, csv }: BundleFiles, name: string): { pdf: FileOut; csv: FileOut } {
  return {
    pdf: { fileName: `${name}.pdf`, mediaType: 'application/pdf', contentBase64: pdf.toString('base64') },
    csv: { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', contentBase64: csv.toString('base64') },
  };
}
