import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailHtml } from '#main/correspondence/mail-body.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { richText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { deWilg, facts, item, noor, sofie } from './sample-facts.ts';

function composed(body: string, message = facts()) {
  return composeLetter(message, { language: 'nl', subject: 'Bericht', body: richTextFromPlain(body) });
}

function words(body: string): string {
  return composed(body)
    .model.blocks.map((block) =>
      block.kind === 'paragraph'
        ? block.lines.map((line) => line.map((inline) => inline.text).join('')).join('\n')
        : '',
    )
    .join('\n\n');
}

describe('what a user types is never a program', () => {
  it.each([
    '{{this}}',
    '{{{values.IBAN}}}',
    '{{constructor}}',
    '{{#each values}}{{@key}}={{this}}{{/each}}',
    '{{lookup values "__proto__"}}',
    '{{#with (lookup this "constructor")}}{{/with}}',
    '{{> evil}}',
    '{{values.constructor.constructor "return process"}}',
    '}}{{/each}}{{!',
    '{{!-- geen commentaar --}}',
    '\\{{values.IBAN}}',
    '${process.env.HOME}',
    '<%= 1 %>',
  ])('%s stays as typed', (typed) => {
    expect(words(`${typed} voor $$LEERLING$$`)).toBe(`${typed} voor Noor Abeel`);
  });

  it.each(['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'values', 'literals.at0', '@root'])(
    'the variable $$%s$$ is unknown, not a property',
    (name) => {
      const { problems } = composed(`Dag $$${name}$$`);
      expect(problems).toHaveLength(1);
      expect(words(`Dag $$${name}$$`)).toBe(`Dag $$${name}$$`);
    },
  );

  it('a value that looks like a template or a variable is not filled in again', () => {
    const payer = { ...sofie, lastName: '{{values.IBAN}} $$IBAN$$' };
    const { model } = composed('$$BETALER$$', facts({ payers: [payer] }));
    expect(JSON.stringify(model.blocks)).toContain('Sofie {{values.IBAN}} $$IBAN$$');
  });

  it('a very large text takes a moment, not a minute, and says what it says', () => {
    const typed = '$'.repeat(200_000);
    expect(words(typed)).toBe(typed);
    const many = 'Dag $$LEERLING$$. '.repeat(5000).trim();
    expect(words(many)).toBe('Dag Noor Abeel. '.repeat(5000).trim());
  });

  it('any typed text without dollars comes out as it went in', () => {
    const typed = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => !text.includes('$'));
    fc.assert(
      fc.property(typed, (text) => {
        const body = {
          type: 'doc' as const,
          content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `x${text}x` }] }],
        };
        const { model } = composeLetter(facts(), { language: 'nl', subject: 'Bericht', body });
        expect(model.blocks).toEqual([{ kind: 'paragraph', lines: [[{ text: `x${text}x` }]] }]);
      }),
    );
  });
});

describe('what comes from a file is never markup', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const message = facts({
    payers: [{ ...sofie, firstName: evil, salutation: 'neutral' }],
    pupils: [{ ...noor, firstName: evil, className: evil }],
    sender: {
      ...deWilg,
      name: `School ${evil}`,
      boardName: evil,
      contactName: evil,
      street: evil,
      accountHolder: evil,
    },
    items: [item({ number: evil, billingGroup: evil }), item({ number: evil, overdueDays: -1, openCents: 100 })],
    structuredReference: null,
  });
  const text = '$$AANSPREKING$$ $$LEERLING$$ $$KLAS$$ $$BETALER$$\n\n$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$';

  it('escapes every name, number and label in the mail', () => {
    const html = mailHtml(
      composeLetter(message, { language: 'nl', subject: `Bericht ${evil}`, body: richTextFromPlain(`${text} ${evil}`) })
        .model,
      { qr: 'cid' },
    );
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script/i);
    expect(html).not.toMatch(/<img src=x/i);
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1]?.toLowerCase()));
    const ours = new Set([
      'html',
      'head',
      'meta',
      'title',
      'body',
      'div',
      'table',
      'thead',
      'tbody',
      'tr',
      'td',
      'th',
      'p',
      'br',
      'span',
      'strong',
      'img',
    ]);
    expect([...tags].filter((tag) => !ours.has(tag ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
  });

  it('takes out what would break lines or turn the reading direction around', () => {
    const tricky = { ...sofie, lastName: 'Abeel\r\nBcc: a@b.example\u202e\u0000' };
    const { model } = composeLetter(facts({ payers: [tricky] }), {
      language: 'nl',
      subject: 'Bericht voor $$BETALER$$\r\nBcc: x',
      body: richTextFromPlain('Dag'),
    });
    expect(model.subject).toBe('Bericht voor Sofie Abeel Bcc: a@b.example Bcc: x');
    expect(model.recipient.name).toBe('Sofie Abeel Bcc: a@b.example');
  });
});

describe('a stored text holds only what a letter can show', () => {
  it.each([
    { type: 'doc', content: [{ type: 'image', attrs: { src: 'http://evil.example/x.png' } }] },
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'html', text: '<b>' }] }] },
    { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] },
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
        },
      ],
    },
    { type: 'doc', content: [{ type: 'codeBlock', content: [{ type: 'text', text: 'x' }] }] },
    { type: 'doc', content: [] },
    { type: 'paragraph' },
    null,
  ])('refuses %j', (body) => {
    expect(richText.safeParse(body).success).toBe(false);
  });

  it('drops attributes it does not know', () => {
    const parsed = richText.parse({
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { style: 'color:red' }, content: [{ type: 'text', text: 'x', onclick: 'y' }] },
      ],
    });
    expect(parsed).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] });
  });
});
