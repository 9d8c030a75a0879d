import { describe, expect, it } from 'vitest';
import { mailHtml, mailQrContentId, mailQrPayload } from '#main/correspondence/mail-body.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { scanPng } from '#test/support/qr-code.ts';
import { deWilg, facts, item, lou, noor } from './sample-facts.ts';

const reminder = '$$AANSPREKING$$,\n\n$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$';

function model(message: MessageFacts = facts(), body = reminder, language: 'nl' | 'fr' | 'en' = 'nl') {
  return composeLetter(message, { language, subject: 'Bericht van de school', body: richTextFromPlain(body) }).model;
}

describe('the HTML part', () => {
  it('says who, what, how much and how to pay', () => {
    const html = mailHtml(
      model(facts({ pupils: [noor, lou], items: [item({ number: 'F-1' }), item({ pupilId: lou.pupilId })] })),
      { qr: 'cid' },
    );
    for (const words of [
      'Beste mevrouw Abeel,',
      'Noor Abeel (3A)',
      'Lou Abeel (K2)',
      'F-1',
      '01/09/2026',
      '30/09/2026',
      'Totaal te betalen',
      '€\u00a090,00',
      'BE49 9990 0000 0171',
      '+++123/4567/89002+++',
      'Ondernemingsnummer (KBO) 0123.456.749',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('is in the language of the reader', () => {
    expect(mailHtml(model(facts(), reminder, 'fr'), { qr: 'none' })).toContain('<html lang="fr">');
    expect(mailHtml(model(facts(), reminder, 'en'), { qr: 'none' })).toContain('<html lang="en">');
  });

  it('shows nothing about money before the mail is opened', () => {
    const html = mailHtml(model(), { qr: 'cid' });
    const firstWords = html
      .slice(html.indexOf('<body'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(firstWords.startsWith('Dit is een bericht van Basisschool De Wilg.')).toBe(true);
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Bericht van de school');
  });

  it('fetches nothing from anywhere and has no style sheet, script or link', () => {
    const html = mailHtml(model(), { qr: 'cid' });
    expect(html).not.toMatch(/https?:|<link|<style|<script|<a\s|url\(/i);
    expect([...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1])).toEqual([`cid:${mailQrContentId}`]);
  });

  it('carries contact and spread payment, and who writes, even when the text says nothing', () => {
    const html = mailHtml(model(facts(), 'Dag'), { qr: 'none' });
    expect(html).toContain('Els Maes, 09 123 45 68, els.maes@dewilg.example');
    expect(html).toContain('Gespreid betalen is mogelijk');
    expect(html).toContain('Dit is een bericht van Basisschool De Wilg.');
  });

  it('shows the code attached, inside the page, or not at all', () => {
    const payload = mailQrPayload(model());
    const inside = /src="data:image\/png;base64,([^"]+)"/.exec(mailHtml(model(), { qr: 'data' }))?.[1];
    expect(scanPng(Buffer.from((inside ?? '').replaceAll('&#x3D;', '='), 'base64'))).toBe(payload);
    expect(mailHtml(model(), { qr: 'none' })).not.toContain('<img');
  });

  it('has no code to attach without an account, or without something to pay', () => {
    expect(mailQrPayload(model(facts({ sender: { ...deWilg, iban: null } })))).toBeNull();
    expect(mailQrPayload(model(facts({ items: [] })))).toBeNull();
    expect(mailQrPayload(model(facts(), 'Dag $$QR$$'))).toContain('EUR45.00');
  });

  it('draws lists, headings and marks', () => {
    const { model: drawn } = composeLetter(facts(), {
      language: 'nl',
      subject: 'Bericht',
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kop' }] },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [
                  {
                    type: 'paragraph',
                    content: [{ type: 'text', text: 'Vet & schuin', marks: [{ type: 'bold' }, { type: 'italic' }] }],
                  },
                ],
              },
            ],
          },
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'Eerste' }, { type: 'hardBreak' }, { type: 'text', text: 'Tweede' }],
          },
        ],
      },
    });
    const html = mailHtml(drawn, { qr: 'none' });
    expect(html).toContain('>Kop</h2>');
    expect(html).toContain('<strong><em>Vet &amp; schuin</em></strong></li>');
    expect(html).toContain('Eerste<br>Tweede</p>');
  });
});

describe('the text part', () => {
  it('says the same', () => {
    const text = mailText(
      model(
        facts({
          items: [
            item({ number: 'F-1' }),
            item({ number: 'CN-1', openCents: -500 }),
            item({ number: 'F-2', overdueDays: -4 }),
          ],
        }),
      ),
    );
    expect(text).toContain('- Factuur F-1 (01/09/2026), Maandrekening, Vervaldatum 30/09/2026: €\u00a045,00');
    expect(text).toContain('Tegoed (CN-1): €\u00a0-5,00');
    expect(text).toContain('Totaal te betalen: €\u00a040,00');
    expect(text).toContain('nog niet vervallen\n- F-2, Noor Abeel');
    expect(text).toContain('Mededeling: +++123/4567/89002+++');
    expect(text).toContain('Gespreid betalen is mogelijk');
    expect(text).not.toMatch(/<[a-z]/i);
  });
});
