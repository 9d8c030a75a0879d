import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { letterPdf, pilePdf } from '#main/correspondence/letter-pdf.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { readPdf } from '#test/support/pdf.ts';
import { type TaggedPage, taggedPages } from '#test/support/tagged-pdf.ts';
import { facts, item, sofie } from './sample-facts.ts';

const body =
  '$$AANSPREKING$$,\n\nHieronder het overzicht.\n\n$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$\n\nMet vriendelijke groeten';

function letter(message: MessageFacts, language: 'nl' | 'fr' = 'nl'): LetterModel {
  const words = { language, subject: 'Bericht van de schooladministratie', body: richTextFromPlain(body) };
  return composeLetter(message, words).model;
}

const models = [
  letter(facts()),
  letter(facts({ payers: [{ ...sofie, lastName: 'Łukasiewicz (5 0 R)' }] }), 'fr'),
  letter(
    facts({ items: Array.from({ length: 60 }, (_, index) => item({ number: `N${index}`, openCents: 1000 + index })) }),
  ),
];
const [first = letter(facts())] = models;

function drawn(logo: Buffer | null = null): Promise<Buffer[]> {
  return Promise.all(models.map((model) => letterPdf(model, { logo: () => logo })));
}

/** The letters in one file, as it goes to the printer. */
async function pileOf(letters: readonly Buffer[]): Promise<Buffer> {
  return Buffer.from((await pilePdf(first, letters)).toBase64(), 'base64');
}

const unnumbered = ({ tags, content }: TaggedPage) => ({ tags, content });

describe('a pile of letters', () => {
  it('has every page as it was kept: the same instructions, the same text, the same tags in the same order', async () => {
    const letters = await drawn();
    const pile = await pileOf(letters);
    expect(readPdf(pile).pages).toEqual(letters.flatMap((one) => readPdf(one).pages));
    expect(taggedPages(pile).map(unnumbered)).toEqual(letters.flatMap((one) => taggedPages(one).map(unnumbered)));
  });

  it('tags every piece that is drawn, and says in which language each letter is', async () => {
    const pile = await pileOf(await drawn());
    const pages = taggedPages(pile);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const { tags, marked } of pages) expect(tags).toHaveLength(marked);
    expect(pages[0]?.tags[0]).toEqual(['Document', 'Sect (nl)', 'P']);
    expect(pages[1]?.tags[0]).toEqual(['Document', 'Sect (fr)', 'P']);
    expect(pages.map(({ parents }) => parents)).toEqual(pages.map((_, index) => index));
  });

  it('has a font or a logo once, however many letters', async () => {
    const logo = PNG.sync.write(new PNG({ width: 40, height: 20 }));
    const { source } = readPdf(await pileOf(await drawn(logo)));
    expect(source.match(/\/Subtype \/Image/g)).toHaveLength(1);
    // Regular and bold; the name with a letter of its own, in the address and above the letter, has parts of its own.
    expect(source.match(/\/FontFile2/g)).toHaveLength(4);
  });

  it('takes letters that an earlier version kept', async () => {
    const kept = readFileSync(new URL('kept-by-pdfkit.pdf', import.meta.url));
    const letters = [kept, ...(await drawn()), kept];
    const pile = await pileOf(letters);
    expect(readPdf(pile).pages).toEqual(letters.flatMap((one) => readPdf(one).pages));
    const pages = taggedPages(pile);
    for (const { tags, marked } of pages) expect(tags).toHaveLength(marked);
    expect(pages[0]?.tags[0]).toEqual(['Document', 'Sect', 'P']);
  });

  it('refuses what is no letter of ours', async () => {
    await expect(pilePdf(first, [Buffer.from('%PDF-1.4\nnothing')])).rejects.toThrow('Not a file of ours');
  });

  it('tells how far it is, and stops between letters when asked', async () => {
    const seen: number[] = [];
    const abort = new AbortController();
    const progress = (done: number): void => {
      seen.push(done);
      if (done === 2) abort.abort(new Error('stop'));
    };
    await expect(pilePdf(first, await drawn(), { progress, signal: abort.signal })).rejects.toThrow('stop');
    expect(seen).toEqual([1, 2]);
  });

  it('lets other work in between, drawing and joining', async () => {
    const count = { turns: 0 };
    const timer = setInterval(() => (count.turns += 1), 0);
    const letters: Buffer[] = [];
    for (let index = 0; index < 30; index += 1) letters.push(await letterPdf(first, { logo: () => null }));
    const whileDrawing = count.turns;
    await pilePdf(first, letters);
    clearInterval(timer);
    expect(whileDrawing).toBeGreaterThan(3);
    expect(count.turns).toBeGreaterThan(whileDrawing);
  });
});
