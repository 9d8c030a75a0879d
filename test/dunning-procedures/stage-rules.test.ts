import { describe, expect, it } from 'vitest';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { type Stage, stage } from '#shared/dunning/procedure.ts';
import { findStageProblems, type StageText } from '#shared/dunning/procedure-rules.ts';

const complete =
  '$$AANSPREKING$$ $$SCHOOL$$ $$ONDERNEMINGSNUMMER$$ $$OPENSTAANDE_FACTUREN$$ $$TOTAAL$$ $$BETAAL_VOOR$$ $$ZIN_KOSTEN$$';

function text(textId: number, body: string, given: Partial<StageText> = {}): StageText {
  return {
    textId,
    name: `Tekst ${textId}`,
    schoolId: null,
    archived: false,
    versions: [{ language: 'nl', subject: 'Bericht', body: richTextFromPlain(body) }],
    ...given,
  };
}

const first = text(1, complete);
const second = text(2, 'Nog een bericht over $$TOTAAL$$.');
const known = new Map([first, second].map((one) => [one.textId, one]));
const schoolId = 7;

function step(given: Partial<Stage>): Stage {
  return stage.parse({ days: 14, textId: 1, ...given });
}

function sentences(stages: readonly Stage[], texts: ReadonlyMap<number, StageText> = known): string[] {
  return findStageProblems(stages, schoolId, texts).map((problem) => problem.sentence);
}

describe('the stages of a procedure', () => {
  it('may be a message, a call, a talk, a letter and a hand-over at the end', () => {
    const stages = [
      step({ days: 14 }),
      step({ days: 28, channel: 'phone', textId: null }),
      step({ days: 42, channel: 'talk', textId: null }),
      step({ days: 56, channel: 'registeredLetter', textId: 2, cost: 'lumpSum' }),
      step({ days: 70, channel: 'handOver', textId: null }),
    ];
    expect(findStageProblems(stages, schoolId, known)).toEqual([]);
  });

  it.each(['email', 'letter', 'registeredLetter', 'phone'] as const)('may begin with %s', (channel) => {
    expect(sentences([step({ channel })])).toEqual([]);
  });

  it.each(['talk', 'handOver'] as const)('may not begin with %s', (channel) => {
    expect(findStageProblems([step({ channel, name: 'Gesprek' })], schoolId, known)).toEqual([
      {
        stage: 1,
        field: 'channel',
        sentence:
          'Fase 1 (Gesprek): een procedure begint met een bericht of een telefoongesprek. Kies e-mail, brief of telefoon.',
      },
    ]);
  });

  it('come one after the other: equal or fewer days are refused at the later stage', () => {
    for (const days of [14, 13, 0]) {
      const problems = findStageProblems([step({}), step({ days, name: 'Brief', textId: 2 })], schoolId, known);
      expect(problems).toMatchObject([{ stage: 2, field: 'days' }]);
      expect(problems[0]?.sentence).toContain(`Fase 2 (Brief): komt na ${days} dagen, en de fase ervoor na 14.`);
    }
    expect(sentences([step({}), step({ days: 15, textId: 2 })])).toEqual([]);
  });

  it('hand over at the end only', () => {
    const handOver = step({ days: 20, channel: 'handOver', textId: null });
    expect(sentences([step({}), handOver])).toEqual([]);
    expect(findStageProblems([step({}), handOver, step({ days: 30, textId: 2 })], schoolId, known)).toMatchObject([
      { stage: 2, field: 'channel' },
    ]);
  });

  it('ask no cost with the first stage, and none before or with the first message', () => {
    for (const cost of ['lumpSum', 'reminderCost', 'interest'] as const) {
      expect(findStageProblems([step({ cost })], schoolId, known)).toMatchObject([{ stage: 1, field: 'cost' }]);
    }
    const afterCall = [step({ channel: 'phone', textId: null }), step({ days: 28, cost: 'lumpSum' })];
    expect(findStageProblems(afterCall, schoolId, known)).toMatchObject([{ stage: 2, field: 'cost' }]);
    expect(sentences([step({}), step({ days: 28, textId: 2, cost: 'lumpSum' })])).toEqual([]);
  });
});

describe('the text of a stage', () => {
  it('is asked of a message, not of a call, a talk or a hand-over', () => {
    expect(findStageProblems([step({ textId: null, name: 'E-mail' })], schoolId, known)).toEqual([
      { stage: 1, field: 'textId', sentence: 'Fase 1 (E-mail): kies de tekst van dit bericht.' },
    ]);
    for (const channel of ['phone', 'talk', 'handOver'] as const) {
      expect(sentences([step({}), step({ days: 20, channel, textId: null })])).toEqual([]);
    }
  });

  it('exists', () => {
    expect(sentences([step({ textId: 99 })])[0]).toContain('deze tekst bestaat niet');
    const empty = new Map([[1, text(1, complete, { versions: [] })]]);
    expect(sentences([step({})], empty)[0]).toContain('deze tekst bestaat niet');
  });

  it('is of the school or of the whole board', () => {
    const of = (owner: number | null) => new Map([[1, text(1, complete, { schoolId: owner })]]);
    expect(sentences([step({})], of(null))).toEqual([]);
    expect(sentences([step({})], of(schoolId))).toEqual([]);
    expect(sentences([step({})], of(8))[0]).toContain('"Tekst 1" is van een andere school');
  });

  it('does not stand in the archive, also when it is only held at hand', () => {
    const archived = new Map([
      [1, first],
      [2, text(2, 'Bel rustig.', { archived: true })],
    ]);
    const stages = [step({}), step({ days: 28, channel: 'phone', textId: 2, name: 'Bellen' })];
    expect(sentences(stages, archived)[0]).toContain('Fase 2 (Bellen): de tekst "Tekst 2" staat in het archief.');
  });

  it.each(['AFBETAALPLAN', 'SCHIJF_NUMMER'])('is not about a payment plan ($$%s$$)', (name) => {
    const ofPlan = new Map([...known, [9, text(9, `$$${name}$$`)]]);
    const stages = [step({ days: 14 }), step({ days: 28, textId: 9 })];
    expect(sentences(stages, ofPlan)).toEqual([
      expect.stringContaining('gaat over een afbetaalplan, en een herinnering kent er geen. Kies een andere tekst.'),
    ]);
  });

  it('has no unknown variable in any language', () => {
    const body = richTextFromPlain('$$TOTAL_A_PAYER_X$$');
    const broken = text(2, 'Goed.', {
      versions: [...second.versions, { language: 'fr', subject: 'Message', body }],
    });
    const found = sentences([step({}), step({ days: 28, textId: 2 })], new Map([...known, [2, broken]]));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Fase 2 (Herinnering): tekst "Tekst 2" (Frans): $$TOTAL_A_PAYER_X$$ bestaat niet.');
  });
});

describe('the text of the first reminder', () => {
  it.each([
    ['ONDERNEMINGSNUMMER', 'KBO'],
    ['BETAAL_VOOR', 'termijn'],
    ['ZIN_KOSTEN', 'schadevergoeding'],
  ])('1.2a lacks $$%s$$ and is refused by name', (variable, item) => {
    const lacking = new Map([[1, text(1, complete.replace(`$$${variable}$$`, ''))]]);
    const [problem] = findStageProblems([step({})], schoolId, lacking);
    expect(problem).toMatchObject({ stage: 1, field: 'textId' });
    expect(problem?.sentence).toContain(
      'Fase 1 (Herinnering): tekst "Tekst 1" (Nederlands): kan geen eerste herinnering zijn.',
    );
    expect(problem?.sentence).toContain(item);
  });

  it('1.2b promises costs without an amount and is refused', () => {
    const texts = new Map([[1, text(1, `${complete} Anders kunnen wij extra kosten aanrekenen.`)]]);
    expect(sentences([step({})], texts)[0]).toContain('kan geen eerste herinnering zijn');
  });

  it('is checked in every language it has', () => {
    const french = { language: 'fr' as const, subject: 'Message', body: richTextFromPlain('$$TOTAAL$$') };
    const texts = new Map([[1, { ...first, versions: [...first.versions, french] }]]);
    const found = sentences([step({})], texts);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((sentence) => sentence.includes('(Frans)'))).toBe(true);
  });

  it('says once what is wrong in several languages', () => {
    const body = richTextFromPlain(complete.replace('$$ONDERNEMINGSNUMMER$$', ''));
    const versions = (['nl', 'fr', 'en'] as const).map((language) => ({ language, subject: 'Bericht', body }));
    expect(sentences([step({})], new Map([[1, { ...first, versions }]]))).toEqual([
      expect.stringContaining('tekst "Tekst 1" (Nederlands, Frans, Engels): kan geen eerste herinnering zijn.'),
    ]);
  });

  it('is that of the first message, also when a call comes before it', () => {
    const call = step({ channel: 'phone', textId: 2 });
    expect(sentences([call, step({ days: 28 })])).toEqual([]);
    expect(findStageProblems([call, step({ days: 28, textId: 2 })], schoolId, known)[0]).toMatchObject({ stage: 2 });
  });

  it('is not asked of the messages after it', () => {
    expect(sentences([step({}), step({ days: 28, textId: 2 })])).toEqual([]);
  });
});
