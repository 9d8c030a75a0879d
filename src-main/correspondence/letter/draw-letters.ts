import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { phrasesFor } from '#shared/correspondence/phrases-for.ts';
import { drawBlocks } from './blocks.ts';
import { sheet as paper } from './geometry.ts';
import { drawLetterhead } from './letterhead.ts';
import { openLogo, type OpenedImage } from './logo.ts';
import { openDocument } from './open-document.ts';
import { drawPageEdges } from './page-edges.ts';
import { Sheet } from './sheet.ts';

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

/**
 * One PDF with every letter on a page of its own; page numbers start again with each letter. Tagged, with the language
 * set and the fonts embedded; the title says only who writes. The event loop gets its turn between letters.
 */
export async function drawLetters(
  letters: readonly LetterModel[],
  assets: LetterAssets,
  hook: LetterPdfHook,
): Promise<Buffer> {
  const [first] = letters;
  if (!first) throw new RangeError('A file without letters');
  const title = phrasesFor(first.language).messageFrom(first.sender.name);
  const { document, written } = openDocument({ title, author: first.sender.name, language: first.language });
  const root = document.struct('Document');
  document.addStructure(root);
  const logos = new Map<number, OpenedImage | null>();
  for (const [index, letter] of letters.entries()) {
    const { schoolId } = letter.sender;
    let logo = logos.get(schoolId);
    if (logo === undefined) {
      logo = openLogo(document, assets.logo(schoolId));
      logos.set(schoolId, logo);
    }
    drawLetter(document, root, letter, logo);
    hook.progress?.(index + 1, letters.length);
    await nextTurn();
    hook.signal?.throwIfAborted();
  }
  root.end();
  document.end();
  return written;
}

function drawLetter(
  document: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  letter: LetterModel,
  logo: OpenedImage | null,
): void {
  const sheet = new Sheet(document, paper.bodyTop);
  root.add(sheet.root);
  drawLetterhead(sheet, letter, logo);
  drawBlocks(sheet, letter.blocks);
  drawPageEdges(sheet, letter);
  sheet.root.end();
  // What is drawn is written out, so that a thick batch does not stay in memory.
  document.flushPages();
}
