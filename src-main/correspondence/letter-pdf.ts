import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { LetterAssets, LetterPdfHook } from './letter/draw-letters.ts';

/**
 * One PDF with every letter on a page of its own. What draws it is loaded with the first letter: fonts and PDF weigh more
 * than the rest of the start together.
 */
export async function letterPdf(
  letters: readonly LetterModel[],
  assets: LetterAssets,
  hook: LetterPdfHook = {},
): Promise<Buffer> {
  const { drawLetters } = await import('./letter/draw-letters.ts');
  return drawLetters(letters, assets, hook);
}
