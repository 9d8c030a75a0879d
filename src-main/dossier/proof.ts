import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { documentOfHousehold, insertDocument, keepFile, type KeptFile } from './documents.ts';

/** What proves something: a document that is in the dossier, or a new file. */
export type Proof = { readonly documentId: number } | { readonly fileName: string; readonly contentBase64: string };

/** Writes a new file before the command begins; null for a document that is kept already. */
export async function keepProof(context: Context, proof: Proof): Promise<KeptFile | null> {
  return 'documentId' in proof ? null : keepFile(context, proof.fileName, proof.contentBase64);
}

/** The document of the dossier that is the proof, inside the transaction of the command. */
export function proofDocument(context: Context, householdId: number, proof: Proof, file: KeptFile | null): number {
  if (file !== null) return insertDocument(context, householdId, file).documentId;
  if (!('documentId' in proof)) throw new Error('A new file was kept');
  refuseOtherDocument(context.store, proof.documentId, householdId);
  return proof.documentId;
}

/** Refuses a document of another family, and one that was taken out of the dossier. */
export function refuseOtherDocument(store: Store, documentId: number, householdId: number, field = 'proof'): void {
  if (documentOfHousehold(store, documentId, householdId)) return;
  throw new Problem(
    'REFUSED',
    'Dit document staat niet (meer) in het dossier van dit gezin. Er is niets bewaard; kies een ander bewijs of zet het terug.',
    field,
  );
}
