import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { phrasesFor } from '#shared/correspondence/phrases-for.ts';
import type { AboutFile } from '../pdf/about.ts';
import { PdfDocument } from '../pdf/document.ts';
import { drawBlocks } from './blocks.ts';
import { sheet as paper } from './geometry.ts';
import { drawLetterhead } from './letterhead.ts';
import { logoPicture } from './logo.ts';
import { drawPageEdges } from './page-edges.ts';
import { Sheet } from './sheet.ts';

export type LetterAssets = {
  /** PNG or JPEG of the school, null when there is none. */
  readonly logo: (schoolId: number) => Buffer | null;
};

/** A letter as a file of its own. The event loop gets its turn first, so that many in a row let other work in between. */
export async function drawLetter(letter: LetterModel, assets: LetterAssets): Promise<Buffer> {
  await nextTurn();
  const document = new PdfDocument(aboutLetter(letter));
  const sheet = new Sheet(document, paper.bodyTop);
  const logo = assets.logo(letter.sender.schoolId);
  drawLetterhead(sheet, letter, logo === null ? null : logoPicture(logo));
  drawBlocks(sheet, letter.blocks);
  drawPageEdges(sheet, letter);
  return document.end();
}

/** The title says only who writes. */
export function aboutLetter({ language, sender }: LetterModel): AboutFile {
  return { title: phrasesFor(language).messageFrom(sender.name), author: sender.name, language };
}
