import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
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
  if (documentOfHousehold(context.store, proof.documentId, householdId)) return proof.documentId;
  throw new Problem(
    'NOT_FOUND',
    'Dit document staat niet (meer) in het dossier van dit gezin. Er is niets bewaard; kies een ander document of voeg het toe.',
    'proof',
  );
}
