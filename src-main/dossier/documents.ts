import type { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import type { dossierDocument } from '#shared/dossier/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { keepDocumentFile, readDocumentFile } from './document-files.ts';
import { documentType } from './document-type.ts';
import { familyOfHousehold, liveHouseholdId } from './household.ts';
import { refuseWhenProof } from './what-documents-prove.ts';

export type DossierDocument = z.infer<typeof dossierDocument>;

const maxDocumentBytes = 20 * 1024 * 1024;

export async function addDocument(
  context: Context,
  householdId: number,
  givenName: string,
  contentBase64: string,
): Promise<DossierDocument> {
  liveHouseholdId(context.store, householdId);
  const file = await keepFile(context, givenName, contentBase64);
  return runCommand(context, () => {
    // Asked again: the household may have been merged while the file was written.
    const household = liveHouseholdId(context.store, householdId);
    const document = insertDocument(context, household, file);
    const detail = { documentId: document.documentId, sha256: file.sha256 };
    return { result: document, audit: { command: 'dossier.addDocument', householdId: household, detail } };
  });
}

/** A file that lies in the data folder and that no dossier points at yet. */
export type KeptFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly sha256: string;
};

/** Refuses what is empty, too large or of a kind we do not keep; else its bytes are on the disk before a row says so. */
export async function keepFile(context: Context, givenName: string, contentBase64: string): Promise<KeptFile> {
  const bytes = Buffer.from(contentBase64, 'base64');
  refuseSize(bytes.length);
  const type = await documentType(bytes, givenName);
  if (!type) {
    throw new Problem(
      'INVALID',
      'Dit soort bestand wordt niet bewaard. Er is niets toegevoegd; kies een PDF, PNG, JPEG, Word- (docx), Excel- (xlsx), e-mail- (eml) of tekstbestand (txt).',
      'contentBase64',
    );
  }
  return { ...type, byteCount: bytes.length, sha256: await keepDocumentFile(context.dataFolder, bytes) };
}

/** Puts a kept file in a dossier, within the command that needs it. */
export function insertDocument(context: Context, householdId: number, file: KeptFile): DossierDocument {
  const { sha256, ...kept } = { ...file, author: context.actor, at: context.clock.now() };
  const documentId = Number(
    context.store.sql
      .prepare(
        `INSERT INTO documents (household_id, file_name, media_type, byte_count, sha256, author, created_at)
         VALUES (@householdId, @fileName, @mediaType, @byteCount, @sha256, @author, @at)`,
      )
      .run({ ...kept, householdId, sha256 }).lastInsertRowid,
  );
  return { documentId, ...kept };
}

export async function openDocument(context: Context, documentId: number): Promise<FileOut> {
  const row = documentById(context.store, documentId);
  if (row.removedAt !== null) {
    throw new Problem('NOT_FOUND', 'Dit document is verwijderd. Zet het terug om het te openen.');
  }
  const file = await readDocumentFile(context.dataFolder, row.sha256);
  if (file.state !== 'kept') {
    throw new Problem(
      'UNAVAILABLE',
      file.state === 'missing'
        ? 'Het bestand van dit document staat niet meer in de gegevensmap. Zet de map documents terug uit een back-up.'
        : 'Het bestand van dit document is buiten Openstaand gewijzigd en wordt daarom niet getoond. Zet het terug uit een back-up.',
    );
  }
  return { fileName: row.fileName, mediaType: row.mediaType, contentBase64: file.bytes.toString('base64') };
}

/** Out of sight, not gone: the bytes stay, and it can be brought back. */
export function removeDocument(context: Context, documentId: number): { documentId: number } {
  refuseWhenProof(context.store, documentId);
  return setRemoved(context, documentId, 'dossier.removeDocument', context.clock.now());
}

export function restoreDocument(context: Context, documentId: number): { documentId: number } {
  return setRemoved(context, documentId, 'dossier.restoreDocument', null);
}

/** Whether a document that was not removed is in the dossier of this household, or of one that went into it. */
export function documentOfHousehold(store: Store, documentId: number, householdId: number): boolean {
  const found = statement(
    store,
    `WITH RECURSIVE ${familyOfHousehold} SELECT 1 FROM documents d JOIN family f ON f.id = d.household_id
     WHERE d.id = @documentId AND d.removed_at IS NULL`,
  ).get({ documentId, householdId });
  return found !== undefined;
}

function setRemoved(context: Context, documentId: number, command: string, removedAt: string | null) {
  const row = documentById(context.store, documentId);
  // Twice the same is done once.
  if ((row.removedAt === null) === (removedAt === null)) return { documentId };
  return runCommand(context, () => {
    context.store.sql.prepare('UPDATE documents SET removed_at = ? WHERE id = ?').run(removedAt, documentId);
    return { result: { documentId }, audit: { command, householdId: row.householdId, detail: { documentId } } };
  });
}

type DocumentRow = {
  readonly householdId: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly removedAt: string | null;
};

function documentById(store: Store, documentId: number): DocumentRow {
  const row = store.sql
    .prepare<[number], DocumentRow>(
      `SELECT household_id AS householdId, file_name AS fileName, media_type AS mediaType, sha256,
         removed_at AS removedAt
       FROM documents WHERE id = ?`,
    )
    .get(documentId);
  if (!row) throw new Problem('NOT_FOUND', 'Dit document bestaat niet. Open het dossier opnieuw.');
  return row;
}

function refuseSize(byteCount: number): void {
  if (byteCount === 0) {
    throw new Problem('INVALID', 'Dit bestand is leeg. Er is niets toegevoegd; kies een ander.', 'contentBase64');
  }
  if (byteCount > maxDocumentBytes) {
    throw new Problem(
      'INVALID',
      'Dit bestand is groter dan 20 MB. Er is niets toegevoegd; maak het kleiner of kies een ander.',
      'contentBase64',
    );
  }
}
