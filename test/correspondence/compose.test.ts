import { describe, expect, it } from 'vitest';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { LetterBlock, LetterModel } from '#shared/correspondence/letter-model.ts';
import type { MessageFacts } from '#shared/correspondence/message-facts.ts';
import { type RichText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { messageTotals } from '#shared/correspondence/totals.ts';
import { deWilg, facts, item, lou, noor, sofie } from './sample-facts.ts';

type Only<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

function compose(message: MessageFacts, body: string | RichText, language: 'nl' | 'fr' | 'en' = 'nl'): LetterModel {
  const text = typeof body === 'string' ? richTextFromPlain(body) : body;
  return composeLetter(message, { language, subject: 'Bericht van de school', body: text }).model;
}

function block<Kind extends LetterBlock['kind']>(model: LetterModel, kind: Kind): Only<Kind> {
  const found = model.blocks.find((one): one is Only<Kind> => one.kind === kind);
  if (!found) throw new Error(`No ${kind} in ${JSON.stringify(model.blocks)}`);
  return found;
}

/** What the first paragraph says. */
function said(message: MessageFacts, body: string, language: 'nl' | 'fr' | 'en' = 'nl'): string {
  return block(compose(message, body, language), 'paragraph')
    .lines.map((line) => line.map((inline) => inline.text).join(''))
    .join('\n');
}

describe('inline variables', () => {
  it('fills in pupil, school, payer, amounts and payment', () => {
    const message = facts({ items: [item({ openCents: 12540 })] });
    expect(said(message, '$$LEERLING$$ uit $$KLAS$$ van $$SCHOOL$$')).toBe('Noor Abeel uit 3A van Basisschool De Wilg');
    expect(said(message, '$$TOTAAL$$ voor $$BETAAL_VOOR$$, over $$TERMIJN_DAGEN$$ dagen')).toBe(
      '€\u00a0125,40 voor 4 december 2026, over 14 dagen',
    );
    expect(said(message, '$$IBAN$$ $$OGM$$ $$BEGUNSTIGDE$$')).toBe(
      'BE49 9990 0000 0171 +++123/4567/89002+++ Voorbeeldschool vzw',
    );
    expect(said(message, '$$ONDERNEMINGSNUMMER$$, $$OUDSTE_VERVALDATUM$$')).toBe('0123.456.749, 30/09/2026');
  });

  it('writes dates in the language of the reader', () => {
    const message = facts({ asOf: '2026-12-01' });
    expect(said(message, '$$DATUM$$')).toBe('1 december 2026');
    expect(said(message, '$$DATUM$$', 'fr')).toBe('1er décembre 2026');
    expect(said(message, '$$DATUM$$', 'en')).toBe('1 December 2026');
  });

  it('greets one payer, two payers and a payer of whom we do not know more', () => {
    const jan = { ...sofie, payerId: 11, salutation: 'sir' as const, firstName: 'Jan', lastName: 'Peeters' };
    const neutral = { ...sofie, salutation: 'neutral' as const };
    const both = facts({ payers: [sofie, jan] });
    expect(said(facts(), '$$AANSPREKING$$,')).toBe('Beste mevrouw Abeel,');
    expect(said(both, '$$AANSPREKING$$,')).toBe('Beste mevrouw Abeel, beste heer Peeters,');
    expect(said(facts({ payers: [neutral] }), '$$AANSPREKING$$,')).toBe('Beste Sofie Abeel,');
    expect(said(facts(), '$$AANSPREKING$$,', 'fr')).toBe('Madame Abeel,');
    expect(said(both, '$$AANSPREKING$$,', 'fr')).toBe('Madame Abeel, Monsieur Peeters,');
    expect(said(facts({ payers: [neutral] }), '$$AANSPREKING$$,', 'fr')).toBe('Madame, Monsieur,');
    expect(said(both, '$$AANSPREKING$$,', 'en')).toBe('Dear Ms Abeel and Mr Peeters,');
    expect(compose(both, 'Dag').recipient.name).toBe('Sofie Abeel en Jan Peeters');
  });

  it('falls back to the office and the phone of the school', () => {
    const sender = { ...deWilg, contactName: null, contactPhone: null, contactEmail: null };
    expect(said(facts({ sender }), '$$ZIN_CONTACT$$')).toBe(
      'U kunt terecht bij het schoolsecretariaat: bel 09 123 45 67 of mail naar secretariaat@dewilg.example.',
    );
  });

  it('names what the school still has to fill in, instead of sending a hole', () => {
    const sender = { ...deWilg, iban: null, phone: null, contactPhone: null };
    const { problems } = composeLetter(facts({ sender }), {
      language: 'nl',
      subject: 'Bericht',
      body: richTextFromPlain('Bel $$TELEFOON$$.\n\n$$BETAALBLOK$$'),
    });
    expect(problems.map((problem) => problem.found)).toEqual(['$$TELEFOON_CONTACT$$', '$$BETAALBLOK$$']);
    expect(problems[1]?.sentence).toContain('rekeningnummer');
  });

  it('takes the marks of the text along', () => {
    const body: RichText = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Dag ' },
            { type: 'variable', attrs: { name: 'LEERLING' }, marks: [{ type: 'bold' }] },
            { type: 'text', text: ' en $$KL' },
            { type: 'text', text: 'AS$$', marks: [{ type: 'italic' }] },
            { type: 'text', text: '!', marks: [{ type: 'italic' }] },
          ],
        },
      ],
    };
    expect(block(compose(facts(), body), 'paragraph').lines).toEqual([
      [{ text: 'Dag ' }, { text: 'Noor Abeel', bold: true }, { text: ' en 3A' }, { text: '!', italic: true }],
    ]);
  });

  it('leaves an unknown variable readable and names it', () => {
    const { model, problems } = composeLetter(facts(), {
      language: 'nl',
      subject: 'Bericht $$ONBEKEND$$',
      body: richTextFromPlain('Dag $$ONZIN_HIER$$'),
    });
    expect(model.subject).toBe('Bericht $$ONBEKEND$$');
    expect(block(model, 'paragraph').lines).toEqual([[{ text: 'Dag $$ONZIN_HIER$$' }]]);
    expect(problems).toHaveLength(2);
  });
});

describe('the table of open invoices', () => {
  it('lists what is due, oldest first, with the total', () => {
    const message = facts({
      items: [
        item({ number: 'B', openCents: 6000, dueDate: '2026-10-31', overdueDays: 20 }),
        item({ number: 'A', openCents: 4500 }),
      ],
    });
    const table = block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices');
    expect(table.groups).toHaveLength(1);
    expect(table.groups[0]?.heading).toBe('');
    expect(table.groups[0]?.rows).toEqual([
      {
        number: 'A',
        issueDate: '01/09/2026',
        dueDate: '30/09/2026',
        billingGroup: 'Maandrekening',
        open: '€\u00a045,00',
      },
      {
        number: 'B',
        issueDate: '01/09/2026',
        dueDate: '31/10/2026',
        billingGroup: 'Maandrekening',
        open: '€\u00a060,00',
      },
    ]);
    expect(table.total).toBe('€\u00a0105,00');
    expect(table.upcoming).toBeNull();
    expect(table.credit).toBeNull();
  });

  it('groups per child when there are several', () => {
    const message = facts({
      pupils: [noor, lou],
      items: [item({ pupilId: lou.pupilId, openCents: 1000 }), item({ openCents: 4500 }), item({ openCents: 500 })],
    });
    const { groups, total } = block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices');
    expect(groups.map(({ heading, subtotal, rows }) => [heading, subtotal, rows.length])).toEqual([
      ['Noor Abeel (3A)', '€\u00a050,00', 2],
      ['Lou Abeel (K2)', '€\u00a010,00', 1],
    ]);
    expect(total).toBe('€\u00a060,00');
  });

  it('keeps what is not yet due out of the total, on the due date itself too', () => {
    const message = facts({
      items: [item({ openCents: 4500 }), item({ number: 'V', openCents: 9000, overdueDays: 0, dueDate: '2026-11-20' })],
    });
    const table = block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices');
    expect(table.total).toBe('€\u00a045,00');
    expect(table.upcoming?.rows).toMatchObject([{ number: 'V', pupil: 'Noor Abeel', open: '€\u00a090,00' }]);
  });

  it('takes credits off and shows them', () => {
    const message = facts({
      items: [item({ openCents: 4500 }), item({ number: 'CN-1', openCents: -1250, overdueDays: -3 })],
    });
    const table = block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices');
    expect(table.credit).toEqual({ label: 'Tegoed (CN-1)', amount: '€\u00a0-12,50' });
    expect(table.total).toBe('€\u00a032,50');
    expect(messageTotals(message.items)).toMatchObject({ dueCents: 4500, creditCents: 1250, totalCents: 3250 });
  });

  it('asks nothing when credits cover what is due', () => {
    const message = facts({ items: [item({ openCents: 4500 }), item({ openCents: -6000 })] });
    const model = compose(message, '$$OPENSTAANDE_FACTUREN$$\n\n$$BETAALBLOK$$');
    expect(block(model, 'openInvoices').total).toBe('€\u00a00,00');
    expect(model.blocks.some((one) => one.kind === 'payment')).toBe(false);
    expect(block(model, 'paragraph').lines[0]?.[0]?.text).toBe('U hoeft op dit moment niets te betalen.');
  });

  it('shows the own share of a split invoice, and says so', () => {
    const message = facts({ items: [item({ openCents: 24_000, amountCents: 12_000 })] });
    const table = block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices');
    expect(table.headings.open).toBe('Uw deel');
    expect(table.total).toBe('€\u00a0120,00');
  });

  it('shows the whole of a joint invoice to each', () => {
    const message = facts({ items: [item({ openCents: 14_000, amountCents: 14_000 })] });
    expect(block(compose(message, '$$OPENSTAANDE_FACTUREN$$'), 'openInvoices')).toMatchObject({
      total: '€\u00a0140,00',
      headings: { open: 'Openstaand' },
    });
  });

  it('says so when there is nothing', () => {
    expect(said(facts({ items: [] }), '$$OPENSTAANDE_FACTUREN$$')).toBe('Er zijn geen vervallen facturen.');
  });

  it('cuts a paragraph in two, and drops a full stop that would stand alone', () => {
    const cut = compose(facts(), 'Hieronder: $$OPENSTAANDE_FACTUREN$$ en verder.');
    expect(cut.blocks.map((one) => one.kind)).toEqual(['paragraph', 'openInvoices', 'paragraph']);
    const stop = compose(facts(), 'Hieronder: $$OPENSTAANDE_FACTUREN$$.');
    expect(stop.blocks.map((one) => one.kind)).toEqual(['paragraph', 'openInvoices']);
  });

  it('comes after the list it was typed in', () => {
    const list: RichText = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          content: ['Eerst $$OPENSTAANDE_FACTUREN$$', 'Dan'].map((text) => ({
            type: 'listItem' as const,
            content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
          })),
        },
      ],
    };
    const model = compose(facts(), list);
    expect(model.blocks.map((one) => one.kind)).toEqual(['list', 'openInvoices']);
    expect(block(model, 'list').items).toHaveLength(2);
  });
});

describe('paying', () => {
  it('puts amount, account, reference and code in the box', () => {
    const { payment } = block(compose(facts({ items: [item({ openCents: 12_540 })] }), '$$BETAALBLOK$$'), 'payment');
    expect(payment).toMatchObject({
      amount: '€\u00a0125,40',
      amountCents: 12_540,
      beneficiary: 'Voorbeeldschool vzw',
      iban: 'BE49 9990 0000 0171',
      reference: '+++123/4567/89002+++',
      qrPayload: 'BCD\n002\n1\nSCT\n\nVoorbeeldschool vzw\nBE49999000000171\nEUR125.40\n\n123456789002',
    });
  });

  it('writes a free communication without a structured reference', () => {
    const message = facts({ structuredReference: null, items: [item({ number: '2026-7' })] });
    const { payment } = block(compose(message, '$$BETAALBLOK$$'), 'payment');
    expect(payment.reference).toBe('Factuur 2026-7');
    expect(payment.qrPayload?.split('\n').slice(9)).toEqual(['', 'Factuur 2026-7']);
  });

  it('has a box without code when the account is not filled in', () => {
    const sender = { ...deWilg, iban: null };
    expect(block(compose(facts({ sender }), '$$BETAALBLOK$$'), 'payment').payment).toMatchObject({
      iban: '',
      qrPayload: null,
    });
  });

  it('has a code alone', () => {
    expect(block(compose(facts(), 'Scan: $$QR$$'), 'qr')).toMatchObject({ caption: 'Scan deze code met uw bankapp' });
  });
});

describe('around the text', () => {
  it('names contact and spread payment, also when the text does not', () => {
    for (const [language, spread] of [
      ['nl', 'Gespreid betalen is mogelijk'],
      ['fr', 'paiement échelonné'],
      ['en', 'pay in instalments'],
    ] as const) {
      const footer = compose(facts(), 'Dag', language).footer.join(' ');
      expect(footer).toContain('Els Maes');
      expect(footer).toContain('09 123 45 68');
      expect(footer).toContain(spread);
    }
  });

  it('names the sender with its enterprise number', () => {
    const { sender, placeAndDate } = compose(facts(), 'Dag');
    expect(sender.lines).toContain('Ondernemingsnummer (KBO) 0123.456.749');
    expect(placeAndDate).toBe('Gent, 20 november 2026');
  });

  it('goes to the body that pays in the payer’s place, naming whom it is about', () => {
    const message = facts({
      thirdParty: {
        thirdPartyPayerId: 7,
        name: 'OCMW Gent',
        contactName: 'Dienst schuldbemiddeling',
        language: 'nl',
        email: null,
        channel: 'letter',
        street: 'Onderbergen 86',
        postalCode: '9000',
        city: 'Gent',
        country: 'BE',
      },
    });
    const model = compose(message, '$$AANSPREKING$$,\n\n$$BETALER$$');
    expect(model.recipient).toEqual({
      name: 'OCMW Gent',
      addressLines: ['t.a.v. Dienst schuldbemiddeling', 'Onderbergen 86', '9000 Gent'],
    });
    const words = model.blocks.map((one) => (one.kind === 'paragraph' ? one.lines[0]?.[0]?.text : ''));
    expect(words).toEqual([
      'Dossier: Sofie Abeel. Leerling: Noor Abeel (3A).',
      'Geachte mevrouw, geachte heer,',
      'Sofie Abeel',
    ]);
  });

  it('writes the country of an address abroad', () => {
    const abroad = { ...sofie, street: 'Dam 1', postalCode: '1012 JS', city: 'Amsterdam', country: 'nl' };
    expect(compose(facts({ payers: [abroad] }), 'Dag').recipient.addressLines).toEqual([
      'Dam 1',
      '1012 JS Amsterdam',
      'NEDERLAND',
    ]);
  });
});
