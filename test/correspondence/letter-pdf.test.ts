import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { letterPdf, pilePdf } from '#main/correspondence/letter-pdf.ts';
import type { LetterAssets } from '#main/correspondence/letter/draw-letter.ts';
import { qrPng } from '#main/correspondence/qr.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { type RichText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { type PdfPage, readPdf } from '#test/support/pdf.ts';
import { scanPng, scanRectangles } from '#test/support/qr-code.ts';
import { deWilg, facts, item, lou, noor, sofie } from './sample-facts.ts';

const noLogo: LetterAssets = { logo: () => null };
const reminder =
  '$$AANSPREKING$$,\n\nHieronder het overzicht.\n\n$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$\n\nMet vriendelijke groeten\n$$CONTACTPERSOON$$';

function letter(message: MessageFacts, body: string | RichText = reminder, language: 'nl' | 'fr' = 'nl'): LetterModel {
  const text = typeof body === 'string' ? richTextFromPlain(body) : body;
  return composeLetter(message, { language, subject: 'Bericht van de schooladministratie', body: text }).model;
}

async function printed(models: readonly LetterModel[], assets = noLogo) {
  const letters = await Promise.all(models.map((model) => letterPdf(model, assets)));
  const [only, ...others] = letters;
  const [first] = models;
  if (!only || !first) throw new RangeError('No letters');
  return readPdf(others.length === 0 ? only : (await pilePdf(first, letters)).toBuffer());
}

function has(page: PdfPage | undefined, text: string): boolean {
  return page?.texts.some((one) => one.includes(text)) ?? false;
}

const millimetre = 72 / 25.4;

describe('a letter', () => {
  it('says what the model says', async () => {
    const { pages } = await printed([letter(facts({ items: [item({ number: '2026-77', openCents: 12_540 })] }))]);
    expect(pages).toHaveLength(1);
    const expected = [
      'Basisschool De Wilg',
      'Ondernemingsnummer (KBO) 0123.456.749',
      'Sofie Abeel',
      'Kerkstraat 12 bus 3',
      '9050 Gentbrugge',
      'Gent, 20 november 2026',
      'Bericht van de schooladministratie',
      'Beste mevrouw Abeel,',
      '2026-77',
      '30/09/2026',
      'Totaal te betalen',
      'BE49 9990 0000 0171',
      '+++123/4567/89002+++',
      'Voorbeeldschool vzw',
      'Els Maes',
      'Gespreid betalen is mogelijk',
      'Pagina 1 van 1',
    ];
    expect(expected.filter((words) => !has(pages[0], words))).toEqual([]);
    expect(pages[0]?.texts.filter((text) => text.replace(/\s/g, ' ') === '€ 125,40').length).toBeGreaterThanOrEqual(3);
  });

  it('writes the names of all families', async () => {
    const names = ['Łukasz', 'Şahin-Doğan', 'Ñuñez', 'Škrtel', 'Ødegård', 'Weiß', 'Čapek', 'Nguyễn'];
    for (const lastName of names) {
      const { pages } = await printed([letter(facts({ payers: [{ ...sofie, lastName }] }), 'Dag')]);
      expect(pages[0]?.texts).toContain(`Sofie ${lastName}`);
    }
    const decomposed = await printed([letter(facts({ payers: [{ ...sofie, lastName: 'Che\u0301rif' }] }), 'Dag')]);
    expect(has(decomposed.pages[0], 'Sofie Chérif')).toBe(true);
  });

  it('keeps its letters when another letter before it used them only with an accent', async () => {
    await printed([letter(facts({ payers: [{ ...sofie, lastName: 'ŵŷ' }] }), 'ẃ')]);
    const { pages } = await printed([letter(facts(), 'wy Wy')]);
    expect(has(pages[0], 'wy Wy')).toBe(true);
  });

  it('is tagged, in the language of the reader, with its fonts inside and nothing about money in its title', async () => {
    const { source } = await printed([letter(facts(), reminder, 'fr')]);
    expect(source).toContain('/Marked true');
    expect(source).toContain('/Lang (fr)');
    for (const tag of ['Document', 'Sect', 'H1', 'P', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD', 'Figure']) {
      expect(source).toContain(`/S /${tag}\n`);
    }
    expect(source).toContain('/FontFile2');
    expect(source).not.toContain('Helvetica');
    expect(source).toContain('(Ceci est un message de Basisschool De Wilg.)');
    expect(source).not.toMatch(/factu|openstaa|schuld|€/i);
  });

  it.each([
    ['left', 20],
    ['right', 110],
  ] as const)('has the address in a window on the %s', async (addressWindow, left) => {
    const long = {
      ...sofie,
      firstName: 'Marie-Antoinette Philippine',
      street: 'Burgemeester Charles de Kerchovelaan 123 bus 456',
    };
    const { pages } = await printed([letter(facts({ payers: [long], sender: { ...deWilg, addressWindow } }), 'Dag')]);
    const lines = (pages[0]?.placed ?? []).filter(({ y }) => y > 45 * millimetre && y < 90 * millimetre);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const { x, y } of lines) {
      expect(x).toBeGreaterThanOrEqual(left * millimetre);
      expect(x).toBeLessThan((left + 90) * millimetre);
      expect(y).toBeGreaterThan(50 * millimetre);
      expect(y).toBeLessThan(85 * millimetre);
    }
  });

  it('shows the logo once in a file, however many letters', async () => {
    const logo = PNG.sync.write(new PNG({ width: 40, height: 20 }));
    const models = [letter(facts()), letter(facts()), letter(facts())];
    const { source } = await printed(models, { logo: () => logo });
    expect(source.match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('goes without a logo that cannot be read', async () => {
    for (const logo of [Buffer.from('not a picture'), Buffer.from([0xff, 0xd8, 0xff, 0x00]), Buffer.alloc(0)]) {
      const { pages, source } = await printed([letter(facts())], { logo: () => logo });
      expect(pages).toHaveLength(1);
      expect(source).not.toContain('/Subtype /Image');
    }
  });
});

describe('a letter over several pages', () => {
  const many = Array.from({ length: 70 }, (_, index) => item({ number: `N${index}`, openCents: 1000 + index }));

  it('repeats the heading of the table, keeps rows whole and numbers the pages', async () => {
    const { pages } = await printed([letter(facts({ items: many }))]);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    const withRows = pages.filter((page) => page.texts.some((text) => /^N\d+$/.test(text)));
    for (const page of withRows) expect(has(page, 'Vervaldatum')).toBe(true);
    pages.forEach((page, index) => expect(has(page, `Pagina ${index + 1} van ${pages.length}`)).toBe(true));
    const numbers = pages.flatMap((page) => page.texts.filter((text) => /^N\d+$/.test(text)));
    expect(new Set(numbers).size).toBe(70);
  });

  it('never splits the payment box, wherever it falls', async () => {
    for (let rows = 6; rows <= 16; rows += 1) {
      const { pages } = await printed([letter(facts({ items: many.slice(0, rows) }))]);
      const withBox = pages.filter((page) => has(page, 'Begunstigde'));
      expect(withBox).toHaveLength(1);
      for (const words of ['Betalen', 'BE49 9990 0000 0171', '+++123/4567/89002+++', 'Scan deze code']) {
        expect(has(withBox[0], words)).toBe(true);
      }
      expect(withBox[0]?.content).toMatch(/^\d+ \d+ \d+ 1 re$/m);
    }
  });

  it('stays above the footer', async () => {
    const long = Array.from({ length: 120 }, (_, index) => `Zin ${index} van een lange brief.`).join('\n\n');
    const { pages } = await printed([letter(facts(), long)]);
    const sentences = pages.flatMap((page) => page.placed.filter(({ text }) => text.startsWith('Zin')));
    expect(sentences).toHaveLength(120);
    for (const { y } of sentences) expect(y).toBeLessThan(277 * millimetre);
  });

  it('starts each letter on a page of its own, with its own numbers', async () => {
    const { pages } = await printed([
      letter(facts({ items: many.slice(0, 40) })),
      letter(facts({ pupils: [noor, lou], items: [item(), item({ pupilId: lou.pupilId })] })),
    ]);
    const last = pages.at(-1);
    expect(has(last, 'Pagina 1 van 1')).toBe(true);
    expect(has(pages[0], 'Pagina 1 van 2')).toBe(true);
    expect(has(last, 'Lou Abeel (K2)')).toBe(true);
  });

  it('breaks a word that is wider than the page', async () => {
    const { pages } = await printed([letter(facts(), 'x'.repeat(400))]);
    const rows = pages[0]?.texts.filter((text) => /^x+$/.test(text)) ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.join('')).toHaveLength(400);
  });
});

describe('headings, lists and marks', () => {
  it('are drawn and tagged', async () => {
    const body: RichText = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Afspraken' }] },
        {
          type: 'orderedList',
          content: ['Eerste', 'Tweede'].map((text) => ({
            type: 'listItem' as const,
            content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
          })),
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Dit is ' },
            { type: 'text', text: 'belangrijk', marks: [{ type: 'bold' }, { type: 'italic' }] },
            { type: 'text', text: 'er.' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'variable', attrs: { name: 'QR' } }] },
      ],
    };
    const { pages, source } = await printed([letter(facts(), body)]);
    for (const tag of ['H2', 'L', 'LI', 'Lbl', 'LBody', 'Figure']) expect(source).toContain(`/S /${tag}\n`);
    expect(pages[0]?.texts).toEqual(
      expect.arrayContaining(['Afspraken', '1.', 'Eerste', '2.', 'Tweede', 'belangrijk']),
    );
  });
});

describe('the code to pay with', () => {
  const payload = 'BCD\n002\n1\nSCT\n\nVoorbeeldschool vzw\nBE49999000000171\nEUR125.40\n\n123456789002';
  const message = facts({ items: [item({ openCents: 12_540 })] });

  it('is read back from the picture in a mail', () => {
    expect(scanPng(qrPng(payload))).toBe(payload);
  });

  it('is read back from the vectors in a letter', async () => {
    const { pages } = await printed([letter(message)]);
    expect(scanRectangles(pages[0]?.content ?? '')).toBe(payload);
  });

  it('is read back with accents and the longest text there is', () => {
    const long = `BCD\n002\n1\nSCT\n\n${'É'.repeat(70)}\nBE49999000000171\nEUR999999999.99\n\n\n${'x'.repeat(110)}`;
    expect(scanPng(qrPng(long))).toBe(long);
  });

  it('is at least 30 mm without its quiet zone', async () => {
    const { pages } = await printed([letter(message)]);
    const content = pages[0]?.content ?? '';
    const runs = [...content.matchAll(/^(\d+) \d+ (\d+) 1 re$/gm)].map(([, x, width]) => Number(x) + Number(width));
    const scales = [...content.matchAll(/^([\d.]+) 0 0 -([\d.]+) [\d.]+ [\d.]+ cm$/gm)].map(([, scale]) =>
      Number(scale),
    );
    expect(Math.max(...runs) * Math.max(...scales)).toBeGreaterThanOrEqual(30 * millimetre - 0.5);
  });
});

describe('a letter drawn twice', () => {
  it('is the same bytes', async () => {
    const model = letter(facts());
    expect(await letterPdf(model, noLogo)).toEqual(await letterPdf(model, noLogo));
  });
});
