import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { LetterAssets } from './letter/draw-letter.ts';
import type { Bytes } from './pdf/bytes.ts';

/** One letter as a PDF. What draws it is loaded with the first letter: fonts weigh more than the rest of the start together. */
export async function letterPdf(letter: LetterModel, assets: LetterAssets): Promise<Buffer> {
  const { drawLetter } = await import('./letter/draw-letter.ts');
  return drawLetter(letter, assets);
}

type PileHook = {
  /** After each letter. */
  readonly progress?: (done: number) => void;
  /** Looked at between letters; when aborted the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

/**
 * Letters as they were drawn, one after the other in one file, each on pages of its own; the first says in which language
 * and from whom the pile is. The event loop gets its turn between letters.
 */
export async function pilePdf(first: LetterModel, letters: Iterable<Buffer>, hook: PileHook = {}): Promise<Bytes> {
  const { JoinedPdf } = await import('./pdf/join.ts');
  const { aboutLetter } = await import('./letter/draw-letter.ts');
  const pile = new JoinedPdf();
  let done = 0;
  for (const letter of letters) {
    pile.add(letter);
    done += 1;
    hook.progress?.(done);
    await nextTurn();
    hook.signal?.throwIfAborted();
  }
  return pile.end(aboutLetter(first));
}
