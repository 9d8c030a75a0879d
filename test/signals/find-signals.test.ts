import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { signalKinds, type SignalSettings } from '#shared/signals/contract.ts';
import { findSignals } from '#shared/signals/find-signals.ts';
import type { HouseholdFacts } from '#shared/signals/household-facts.ts';
import { incomeWordIn } from '#shared/signals/income-words.ts';

const today = '2026-11-20';
const everythingOn = new Map<number, SignalSettings>();

function household(facts: Partial<HouseholdFacts> = {}): HouseholdFacts {
  return {
    householdId: 1,
    householdName: 'Gezin Maes',
    schoolIds: [7],
    overdueCents: 0,
    overdueBills: 0,
    oldestDueDate: null,
    children: [],
    onTime: null,
    year: null,
    brokenPlan: null,
    bodies: [],
    allowance: [],
    ...facts,
  };
}

function kinds(facts: Partial<HouseholdFacts>, settings = everythingOn): string[] {
  return findSignals([household(facts)], settings, today).map(({ kind }) => kind);
}

const onTime = { bills: 24, since: '2023-09-15' };

test('late for the first time after three years on time: the facts with their days, and a call', () => {
  const [signal] = findSignals(
    [household({ onTime, oldestDueDate: '2026-10-15', overdueBills: 1 })],
    everythingOn,
    today,
  );
  expect(signal).toMatchObject({
    kind: 'firstTimeLate',
    does: 'talk',
    facts: ['Sinds 15/09/2023 zijn 24 rekeningen op tijd betaald.', 'De eerste die open bleef, verviel op 15/10/2026.'],
  });
});

test.each([
  ['five bills of before are too few', { onTime: { bills: 5, since: '2023-09-15' }, oldestDueDate: '2026-10-15' }],
  ['a year and a half is too short', { onTime: { bills: 24, since: '2025-05-15' }, oldestDueDate: '2026-10-15' }],
  ['two weeks late says nothing yet', { onTime, oldestDueDate: '2026-11-06' }],
  ['after three months it is no longer the first time', { onTime, oldestDueDate: '2026-08-21' }],
])('%s', (_what, facts) => {
  expect(kinds(facts)).toEqual([]);
});

test('three children with an open bill ask for one plan together', () => {
  const [signal] = findSignals([household({ children: ['Lou', 'Mia', 'Noa'] })], everythingOn, today);
  expect(signal).toMatchObject({ does: 'plan', facts: ['Een rekening staat open voor Lou, Mia en Noa.'] });
  expect(kinds({ children: ['Lou', 'Mia'] })).toEqual([]);
});

test('half of a year open, of at least € 100,00 and three bills, points at the social fund', () => {
  const year = { from: '2025-11-20', billedCents: 400_00, openCents: 200_00 };
  const [signal] = findSignals([household({ year, overdueCents: 200_00, overdueBills: 4 })], everythingOn, today);
  expect(signal?.does).toBe('socialFund');
  expect(signal?.facts[0]?.replaceAll('\u00a0', ' ')).toBe(
    'Van € 400,00 die sinds 20/11/2025 gevraagd werd, staat € 200,00 open.',
  );
  expect(kinds({ year: { ...year, openCents: 199_99 }, overdueCents: 199_99, overdueBills: 4 })).toEqual([]);
  expect(kinds({ year, overdueCents: 99_99, overdueBills: 4 })).toEqual([]);
  expect(kinds({ year, overdueCents: 200_00, overdueBills: 2 })).toEqual([]);
});

test('a broken plan says something only beside a note of less income, and shows the word and the day', () => {
  const notes = [{ on: '2026-10-02', word: 'werkloos' }];
  const [signal] = findSignals([household({ brokenPlan: { brokenOn: '2026-11-06', notes } })], everythingOn, today);
  expect(signal).toMatchObject({
    does: 'plan',
    facts: ['Het afbetaalplan loopt achter sinds 06/11/2026.', 'In een nota van 02/10/2026 staat “werkloos”.'],
  });
  expect(kinds({ brokenPlan: { brokenOn: '2026-11-06', notes: [] } })).toEqual([]);
});

test.each([
  ['Papa is WERKLOOS sinds mei', 'werkloos'],
  ['mama kreeg haar ontslag', 'ontslag'],
  ['hij werd ontslagen', 'ontslagen'],
  ['is zijn job kwijt', 'job kwijt'],
  ['heeft minder inkomen dan vorig jaar', 'minder inkomen'],
  ['langdurige ziekte', 'ziekte'],
])('the note "%s" holds the word %s', (note, word) => {
  expect(incomeWordIn(note)).toBe(word);
});

test('an ordinary note holds no such word', () => {
  expect(incomeWordIn('Belde terug, betaalt vrijdag. Niet ongeziekte.')).toBeNull();
});

test('a body that is known and a school allowance each have their own next step', () => {
  const found = findSignals(
    [household({ bodies: [{ name: 'OCMW Gent', payerName: 'An Maes' }], allowance: ['Lou', 'Mia'] })],
    everythingOn,
    today,
  );
  expect(found.map(({ facts, does }) => [...facts, does])).toEqual([
    ['OCMW Gent is bekend bij An Maes.', 'referral'],
    ['Schooltoeslag voor Lou en Mia, zoals de ouder vertelde.', 'socialFund'],
  ]);
});

test('a school switches one kind off, or everything; a household of another school as well keeps it', () => {
  const facts = { children: ['Lou', 'Mia', 'Noa'], allowance: ['Lou'] };
  expect(kinds(facts, new Map([[7, { enabled: true, off: ['manyChildren'] }]]))).toEqual(['schoolAllowance']);
  expect(kinds(facts, new Map([[7, { enabled: false, off: [] }]]))).toEqual([]);
  expect(kinds({ ...facts, schoolIds: [7, 8] }, new Map([[7, { enabled: false, off: [] }]]))).toHaveLength(2);
});

test('never a ranking: by name, whatever stands open, and nothing in a signal counts a household', () => {
  const anyHousehold = fc.record({
    householdName: fc.constantFrom('Aerts', 'Bogaert', 'Çelik', 'De Smet', 'Évrard'),
    householdId: fc.integer({ min: 1, max: 1000 }),
    overdueCents: fc.integer({ min: 0, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyHousehold, { selector: ({ householdId }) => householdId }), (some) => {
      const all = some.map((facts) => household({ ...facts, allowance: ['Lou'] }));
      const found = findSignals(all, everythingOn, today);
      const names = found.map(({ householdName }) => householdName);
      expect(names).toEqual(names.toSorted(new Intl.Collator('nl-BE').compare));
      expect(findSignals(all.toReversed(), everythingOn, today)).toEqual(found);
      for (const signal of found) {
        expect(Object.keys(signal).toSorted()).toEqual(
          'does facts householdId householdName kind nextStep title'.split(' '),
        );
        expect(signalKinds).toContain(signal.kind);
      }
    }),
  );
});
