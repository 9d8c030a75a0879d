import { describe, expect, it } from 'vitest';
import { readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { checkFirstReminder } from '#shared/law/check-first-reminder.ts';
import { mentions } from '#shared/law/contract.ts';
import { facts, item } from '../correspondence/sample-facts.ts';

const complete = `Nog te betalen: $$TOTAAL$$ aan $$SCHOOLBESTUUR$$, $$ONDERNEMINGSNUMMER$$.

$$OPENSTAANDE_FACTUREN$$

Betaal ten laatste op $$BETAAL_VOOR$$. $$ZIN_KOSTEN$$`;

const check = (plain: string, language: 'nl' | 'fr' | 'en' = 'nl') =>
  checkFirstReminder({ language, body: richTextFromPlain(plain) });
const lacking = (plain: string, language: 'nl' | 'fr' | 'en' = 'nl') =>
  check(plain, language).map(({ mention }) => mention);

describe('what a first reminder must say (law 1.2)', () => {
  it('a complete text may be first', () => expect(check(complete)).toEqual([]));

  it.each([
    ['1.2a: no enterprise number', '$$ONDERNEMINGSNUMMER$$', ['enterpriseNumber'], 'ondernemingsnummer'],
    ['no creditor', '$$SCHOOLBESTUUR$$', ['creditor'], 'schuldeiser'],
    ['nothing about costs', '$$ZIN_KOSTEN$$', ['lumpSum'], 'schadevergoeding'],
    ['no term', '$$BETAAL_VOOR$$', ['term'], 'termijn'],
    ['no service and no due date', '$$OPENSTAANDE_FACTUREN$$', ['service', 'dueDate'], 'waarvoor'],
  ])('%s: it names what lacks', (_, variable, expected, word) => {
    const found = check(complete.replace(variable, ''));
    expect(found.map(({ mention }) => mention)).toEqual(expected);
    expect(found[0]?.sentence).toContain(word);
    expect(found[0]?.sentence).toContain(variable);
  });

  it('an empty text lacks all seven', () => expect(lacking('Beste ouder')).toEqual([...mentions]));

  it('the balance may stand in the table, the box or the sentence', () => {
    const without = complete.replace('$$TOTAAL$$', '€ 215,00');
    expect(lacking(without)).toEqual([]);
    expect(lacking(without.replace('$$OPENSTAANDE_FACTUREN$$', ''))).toContain('balance');
    expect(lacking(without.replace('$$OPENSTAANDE_FACTUREN$$', () => '$$BETAALBLOK$$'))).not.toContain('balance');
  });

  it('other spellings and chips count, typed amounts and what stands in the subject do not', () => {
    expect(lacking(complete.replace('$$ZIN_KOSTEN$$', () => '$$schadebeding$$'))).toEqual([]);
    expect(lacking(complete.replace('$$ONDERNEMINGSNUMMER$$', '0123.456.749'))).toEqual(['enterpriseNumber']);
    expect(lacking(complete.replace('$$BETAAL_VOOR$$', '4 december 2026'))).toEqual(['term']);
    const shipped = readShippedTexts().find(({ key }) => key === 'friendlyReminder');
    expect(JSON.stringify(shipped?.versions[0]?.body)).toContain('"variable"');
  });

  it.each([
    ['nl', 'Extra kosten kunnen aangerekend worden.'],
    ['nl', 'Bij niet-betaling rekenen wij een schadevergoeding van € 36,50 aan.'],
    ['nl', 'Het bedrag wordt verhoogd met verwijlinteresten.'],
    ['nl', 'Wij bezorgen u graag meer uitleg. Daarna komen er administratiekosten bij.'],
    ['fr', 'Des frais supplémentaires peuvent être réclamés.'],
    ['fr', 'Le montant sera majoré d’intérêts.'],
    ['en', 'Extra costs may be charged.'],
    ['en', 'Interest will be added to the amount.'],
  ] as const)('1.2b (%s): "%s" is refused, with the sentence in it', (language, sentence) => {
    const [problem, ...others] = check(`${complete}\n\n${sentence}`, language);
    expect(others).toEqual([]);
    expect(problem?.mention).toBe('lumpSum');
    expect(problem?.sentence).toContain(sentence.split('. ').at(-1)?.replace(/\.$/, ''));
  });

  it.each([
    ['nl', 'Deze herinnering is gratis: wij rekenen geen kosten en geen interest aan.'],
    ['nl', 'U betaalt dus zonder extra kosten.'],
    ['nl', 'De schoolrekening gaat over de kosten van de uitstap.'],
    ['fr', 'Ce rappel est gratuit : nous ne comptons ni frais ni intérêts.'],
    ['fr', 'Il reste des frais scolaires à payer.'],
    ['en', 'No costs or interest will be added.'],
    ['en', 'Then everything is fine and there is nothing more to pay.'],
  ] as const)('(%s) "%s" may be said', (language, sentence) => {
    expect(check(`${complete}\n\n${sentence}`, language)).toEqual([]);
  });

  it.each([
    ['nl', 'Betaal binnen acht dagen.', 8],
    ['nl', 'Betaal binnen de 10 kalenderdagen.', 10],
    ['nl', 'Betaal binnen een week.', 7],
    ['fr', 'Payez dans les 8 jours.', 8],
    ['en', 'Please pay within ten days.', 10],
  ] as const)('(%s) a shorter term than the law is refused: "%s"', (language, sentence, days) => {
    const [problem, ...others] = check(`${complete}\n\n${sentence}`, language);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ mention: 'term', sentence: expect.stringContaining(`${days} dagen`) });
  });

  it('a longer typed term is no problem', () => {
    expect(check(`${complete}\n\nU hebt binnen 14 dagen nog de tijd, of binnen twee weken.`)).toEqual([]);
  });
});

describe('the shipped friendly reminder', () => {
  const versions = readShippedTexts().find(({ key }) => key === 'friendlyReminder')?.versions ?? [];

  it.each(versions)('may be the first reminder ($language)', (version) => {
    expect(checkFirstReminder(version)).toEqual([]);
  });

  it.each([
    ['nl', 'Deze herinnering is gratis en er komen geen kosten bij.'],
    ['fr', 'Ce rappel est gratuit et aucun frais ne s’y ajoute.'],
    ['en', 'This reminder is free and no costs are added.'],
  ] as const)('says that nothing is added (%s)', (language, sentence) => {
    const text = versions.find((version) => version.language === language);
    if (!text) throw new Error('No such version');
    expect(mailText(composeLetter(facts(), text).model)).toContain(sentence);
    expect(mailText(composeLetter(facts({ lumpSumCents: null }), text).model)).toContain(sentence);
  });

  it.each([
    [
      'nl',
      'Betaalt u niet vóór of op 19 maart 2025, dan kan de school u een schadevergoeding van €\u00a036,50 aanrekenen.',
    ],
    [
      'fr',
      'Si vous ne payez pas au plus tard le 19 mars 2025, l’école peut vous réclamer une indemnité de €\u00a036,50.',
    ],
    ['en', 'If you have not paid by 19 March 2025, the school may charge you compensation of €\u00a036,50.'],
  ] as const)(
    '1.2c: €215.00 for childcare, €36.50 after 19/03/2025, all seven in the message (%s)',
    (language, sentence) => {
      const text = versions.find((version) => version.language === language);
      if (!text) throw new Error('No such version');
      const childcare = item({ openCents: 215_00, billingGroup: 'Opvang november 2024', dueDate: '2024-12-31' });
      const message = facts({ asOf: '2025-03-03', payBefore: '2025-03-19', items: [childcare], lumpSumCents: 36_50 });
      const words = mailText(composeLetter(message, text).model);
      expect(words).toContain(sentence);
      expect(words).not.toMatch(/geen kosten bij|aucun frais|no costs/);
      for (const part of [
        '215,00',
        'Opvang november 2024',
        '31/12/2024',
        '0123.456.749',
        'Scholengroep Wilg en Linde vzw',
      ])
        expect(words).toContain(part);
    },
  );
});
