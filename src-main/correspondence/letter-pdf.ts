import type { LetterModel } from '#shared/correspondence/letter-model.ts';

export type LetterAssets = {
  /** PNG or JPEG of the school, null when there is none. */
  readonly logo: (schoolId: number) => Buffer | null;
};

export type LetterPdfHook = {
  /** After each letter. */
  readonly progress?: (done: number, total: number) => void;
  /** Looked at between letters; when aborted the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** One PDF with every letter on a page of its own; page numbers start again with each letter. */
export async function letterPdf(
  _letters: readonly LetterModel[],
  _assets: LetterAssets,
  _hook: LetterPdfHook = {},
): Promise<Buffer> {
  throw new Error('Not drawn yet');
}
