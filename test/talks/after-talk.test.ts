import { expect, test } from 'vitest';
import { afterTalk, afterTalkSentence, talkProblem } from '#shared/talks/after-talk.ts';
import { spokenWords } from '#shared/talks/words.ts';
import { talkFactSentences } from '#shared/talks/facts.ts';

const today = '2026-11-20';

test('1.7: a plan that was asked for holds 30 days and is made within the week', () => {
  expect(afterTalk('plan', null, today)).toMatchObject({
    taskOutcome: 'planAsked',
    hold: { kind: 'plan', untilDate: '2026-12-20' },
    nextStep: { what: 'Afbetaalplan opmaken', dueDate: '2026-11-27' },
  });
});

test('a promise holds until its day, and asks for that day', () => {
  expect(talkProblem('promise', null, today)).toBe('Vul in tegen wanneer er betaald wordt.');
  expect(talkProblem('promise', '2026-11-19', today)).toBe('19/11/2026 is al voorbij.');
  expect(afterTalk('promise', '2026-12-05', today)).toMatchObject({
    hold: { kind: 'promise', untilDate: '2026-12-05' },
    nextStep: null,
  });
});

test('a dispute holds until it is looked at, and that is the next step', () => {
  expect(afterTalk('dispute', null, today)).toMatchObject({
    hold: { kind: 'dispute', untilDate: null, reviewDate: '2026-12-04' },
    nextStep: { what: 'Betwisting uitzoeken en antwoorden', dueDate: '2026-12-04' },
  });
});

test('help that was asked for holds 30 days as a social file', () => {
  expect(afterTalk('referral', null, today)).toMatchObject({
    taskOutcome: 'helpAsked',
    hold: { kind: 'socialFile', untilDate: '2026-12-20' },
    nextStep: { dueDate: '2026-12-04' },
  });
});

test('no contact holds nothing and is tried again, after three days when nobody says when', () => {
  const after = afterTalk('noContact', null, today);
  expect(after).toMatchObject({ taskOutcome: null, hold: null, againOn: '2026-11-23' });
  expect(talkProblem('noContact', today, today)).toBe('Kies een dag na vandaag.');
  expect(afterTalkSentence(after, { isFinished: false, isMoved: true })).toBe(
    'Aan de herinneringen verandert niets. De taak komt terug op 23/11/2026.',
  );
});

test('what happens now is said in one or two sentences', () => {
  expect(afterTalkSentence(afterTalk('plan', null, today), { isFinished: true, isMoved: false })).toBe(
    'Herinneringen wachten (afbetaalplan) tot en met 20/12/2026. Volgende stap: afbetaalplan opmaken, tegen 27/11/2026. De taak is afgewerkt.',
  );
});

const facts = { messages: [], promises: [], plans: [], holds: [], infoNotes: [] };

test('a promise is told with what came in, never as broken', () => {
  const promises = [
    { madeOn: '2026-09-01', untilDate: '2026-09-15', receivedCents: 50_00 },
    { madeOn: '2026-10-01', untilDate: '2026-10-15', receivedCents: 0 },
    { madeOn: '2026-11-15', untilDate: '2026-11-30', receivedCents: 0 },
  ];
  expect(talkFactSentences({ ...facts, promises }, today).map((fact) => fact.replaceAll('\u00a0', ' '))).toEqual([
    'Afgesproken op 01/09/2026: betalen tegen 15/09/2026; € 50,00 kwam binnen.',
    'Afgesproken op 01/10/2026: betalen tegen 15/10/2026; er kwam in die tijd niets binnen.',
    'Afgesproken op 15/11/2026: betalen tegen 30/11/2026.',
  ]);
});

test.each(['nl', 'fr', 'en'] as const)('the words to say in %s hold no reproach and no threat', (language) => {
  const spoken = { schoolName: 'De Wilg', paidCents: 120_00, creditCents: 10_00, feasibleCents: 45_00 };
  const words = Object.values(spokenWords(language, spoken)).flat().join(' ');
  expect(words).toMatch(/120,00/);
  expect(words).toMatch(/45,00/);
  expect(words).not.toMatch(
    /wanbetal|schuld|achterstal|deurwaarder|advocaat|moet u|défaut|huissier|avocat|dette|bailiff|lawyer|debt|overdue/i,
  );
});
