import { join } from 'node:path';
import PdfKit from 'pdfkit';
import { encode } from 'uqr';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { PdfDocument } from '#main/correspondence/pdf/document.ts';

/** One text where it stands, and in what. */
type Placed = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly size: number;
};
export type BareLetter = { readonly texts: readonly Placed[]; readonly payload: string };

/** Draws the letters once with our layers and listens to what the document is asked to write. */
export async function listenTo(models: readonly LetterModel[]): Promise<BareLetter[]> {
  const letters: BareLetter[] = [];
  const { text: own } = PdfDocument.prototype;
  let texts: Placed[] = [];
  PdfDocument.prototype.text = function text(...asked) {
    const [words, x, y, font, size] = asked;
    texts.push({ text: words, x, y, font, size });
    own.apply(this, asked);
  };
  try {
    for (const model of models) {
      await letterPdf(model, { logo: () => null });
      letters.push({ texts, payload: payloadOf(model) });
      texts = [];
    }
  } finally {
    PdfDocument.prototype.text = own;
  }
  return letters;
}

function payloadOf(model: LetterModel): string {
  for (const block of model.blocks)
    if (block.kind === 'payment' && block.payment.qrPayload !== null) return block.payment.qrPayload;
  throw new Error('A letter without a code');
}

const files = {
  regular: 'OpenSans-Regular.ttf',
  bold: 'OpenSans-Bold.ttf',
  italic: 'OpenSans-Italic.ttf',
  boldItalic: 'OpenSans-BoldItalic.ttf',
};

/** The same words in the same places by pdfkit alone: embedded fonts, each text tagged when asked, the code in rectangles. */
export function bareFile(letters: readonly BareLetter[], tagged: boolean): Promise<Buffer> {
  const document = new PdfKit({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    ...(tagged ? { pdfVersion: '1.7', tagged: true, lang: 'nl' } : {}),
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  for (const [name, file] of Object.entries(files)) document.registerFont(name, join(resourcePath('fonts', file)));
  const root = tagged ? document.struct('Document') : null;
  if (root) document.addStructure(root);
  const draw = (parent: PDFKit.PDFStructureElement | null, type: string, work: () => void): void => {
    if (!parent) return work();
    const element = document.struct(type, {}, work);
    parent.add(element);
    element.end();
  };
  for (const { texts, payload } of letters) {
    document.addPage();
    const letter = root ? document.struct('Sect') : null;
    if (letter) root?.add(letter);
    for (const { text, x, y, font, size } of texts)
      draw(letter, 'P', () => document.font(font, size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' }));
    draw(letter, 'Figure', () => drawCode(document, payload));
    letter?.end();
  }
  root?.end();
  document.end();
  return ended;
}

function drawCode(document: PDFKit.PDFDocument, payload: string): void {
  encode(payload, { ecc: 'M', border: 0 }).data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) document.rect(400 + x * 2, 650 + y * 2, 2, 2);
    });
  });
  document.fill('#000000');
}
