import PdfDocument from 'pdfkit';
import { registerFonts } from './sheet.ts';

/**
 * An A4 document without pages: tagged, with the language set and the fonts embedded. `written` is the whole file, once
 * the document has ended. The title stands in the window of whoever opens it.
 */
export function openDocument({
  title,
  author,
  language,
}: {
  readonly title: string;
  readonly author: string;
  readonly language: string;
}): { readonly document: PDFKit.PDFDocument; readonly written: Promise<Buffer> } {
  const document = new PdfDocument({
    size: 'A4',
    // Text is placed by us; a margin would only make pdfkit break pages of its own accord.
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    autoFirstPage: false,
    bufferPages: true,
    // Not even the standard font, which pdfkit would look up for every document: all text is in ours.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    // Our own name says what the letter is about; it stands nowhere in it.
    info: { Title: title, Author: author, Creator: author, Producer: 'PDFKit' },
  });
  const written = collect(document);
  registerFonts(document);
  return { document, written };
}

/** A PDF comes in hundreds of pieces a letter; joined by this many bytes the letters take half the memory. */
const joinedBytes = 256 * 1024;

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const joined: Buffer[] = [];
  let pieces: Buffer[] = [];
  let bytes = 0;
  const join = (): void => {
    joined.push(Buffer.concat(pieces));
    pieces = [];
    bytes = 0;
  };
  return new Promise((resolve, reject) => {
    document.on('data', (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= joinedBytes) join();
    });
    document.on('end', () => {
      join();
      resolve(Buffer.concat(joined));
    });
    document.on('error', reject);
  });
}
