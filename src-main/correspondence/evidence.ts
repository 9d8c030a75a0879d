import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import type { Context } from '#main/api/context.ts';
import { evidenceOf } from './outbox-queries.ts';

/** The exact bytes that left, or will be printed. */
export function evidence(context: Context, messageId: number): FileOut & { sha256: string } {
  const kept = evidenceOf(context.store, messageId);
  if (!kept) throw new Problem('NOT_FOUND', 'Van dit bericht is nog niets vertrokken.');
  const letter = kept.mediaType === 'application/pdf';
  return {
    fileName: letter ? `brief-${messageId}.pdf` : `bericht-${messageId}.eml`,
    mediaType: kept.mediaType,
    contentBase64: kept.bytes.toString('base64'),
    sha256: kept.sha256,
  };
}
