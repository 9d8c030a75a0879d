import type { Context } from '#main/api/context.ts';
import type { KeptFile } from '#main/dossier/documents.ts';
import { keepProof, type Proof } from '#main/dossier/proof.ts';

/** A proof whose file lies in the data folder already. */
export type DemoPaper = { readonly proof: Proof; readonly file: KeptFile | null };
export type DemoPapers = { readonly signedPlan: DemoPaper; readonly permission: DemoPaper };

/** Writes what stands in the place of signed papers: nobody in the demo exists, so nobody signed. */
export async function keepPapers(context: Context): Promise<DemoPapers> {
  return {
    signedPlan: await paper(context, 'afbetaalplan-getekend.txt', 'Hier staat het afbetaalplan dat de ouder tekende.'),
    permission: await paper(context, 'toestemming.txt', 'Hier staat het formulier waarmee de ouder toestemming gaf.'),
  };
}

async function paper(context: Context, fileName: string, text: string): Promise<DemoPaper> {
  const content = `${text}\nDit is de demoschool: alles is verzonnen en niemand heeft getekend.\n`;
  const proof = { fileName, contentBase64: Buffer.from(content).toString('base64') };
  return { proof, file: await keepProof(context, proof) };
}
