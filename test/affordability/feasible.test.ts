import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frequencies, type InventoryInput, type InventoryLine, lineKinds } from '#shared/affordability/contract.ts';
import { feasible } from '#shared/affordability/feasible.ts';
import { referenceKeys } from '#shared/affordability/reference.ts';

const blank = [
  { key: 'firstAdult', label: 'Eerste volwassene', amountCents: null },
  { key: 'child6', label: 'Kind van 6 tot en met 11 jaar', amountCents: null },
];
const filled = [
  { key: 'firstAdult', label: 'Eerste volwassene', amountCents: 600_00 },
  { key: 'nextAdult', label: 'Elke volgende volwassene', amountCents: 400_00 },
  { key: 'child0', label: 'Kind van 0 tot en met 5 jaar', amountCents: 150_00 },
  { key: 'child6', label: 'Kind van 6 tot en met 11 jaar', amountCents: 200_00 },
  { key: 'child12', label: 'Kind van 12 tot en met 17 jaar', amountCents: 300_00 },
  { key: 'child18', label: 'Kind van 18 jaar of ouder', amountCents: 350_00 },
];

function line(
  kind: InventoryLine['kind'],
  category: string,
  amountCents: number,
  every: InventoryLine['every'] = 'month',
) {
  return { kind, category, amountCents, every, note: '' };
}

/** With ordinary spaces, as a test writes them. */
function plain(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

/** One adult with one child of eight. */
function household(lines: readonly InventoryLine[], partBp = 5000): InventoryInput {
  return { composition: { adults: 1, childAges: [8] }, lines: [...lines], partBp };
}

test('1.900 of wages, 950 of rent and 600 to live on leave 350: half is asked, in whole euros', () => {
  const result = feasible(
    household([
      line('income', 'wages', 1_900_00),
      line('income', 'childBenefit', 171_08),
      line('fixed', 'rent', 950_00),
      line('living', 'food', 600_00),
      line('debt', 'loan', 120_50),
    ]),
    blank,
  );
  expect(result).toMatchObject({
    incomeCents: 2_071_08,
    fixedCents: 950_00,
    livingCents: 600_00,
    referenceCents: null,
    debtCents: 120_50,
    leftCents: 400_58,
    // Half is 200,29.
    feasibleCents: 200_00,
  });
  expect(plain(result.reasoning)).toEqual([
    'Inkomen: € 2.071,08 per maand (loon € 1.900,00; groeipakket € 171,08).',
    'Vaste kosten: € 950,00 gaat eraf (huur of woonkrediet € 950,00).',
    'Leefkosten: € 600,00 gaat eraf (voeding en verzorging € 600,00).',
    'Schulden die al afbetaald worden: € 120,50 gaat eraf (afbetaling van leningen € 120,50).',
    'Er blijft € 400,58 per maand over.',
    'Daarvan wordt 50 % gevraagd, € 200,29; de rest blijft voor wat niemand voorziet.',
    'Haalbaar: € 200,00 per maand, naar beneden afgerond op hele euro’s.',
  ]);
  expect(result.doubts).toEqual([
    'Er is geen referentiebudget voor dit gezin (nog in te vullen: eerste volwassene, kind van 6 tot en met 11 jaar): wat opgegeven werd, telt.',
  ]);
});

test.each([
  ['week', 433_33],
  ['fourWeeks', 108_33],
  ['month', 100_00],
  ['twoMonths', 50_00],
  ['quarter', 33_33],
  ['halfYear', 16_66],
  ['year', 8_33],
] as const)('€ 100,00 per %s of income is %i cents per month, rounded down', (every, monthly) => {
  expect(feasible(household([line('income', 'wages', 100_00, every)]), blank).incomeCents).toBe(monthly);
});

test('an expense of € 100,00 a week is rounded up, and three yearly amounts are rounded once', () => {
  const weekly = feasible(household([line('fixed', 'rent', 100_00, 'week')]), blank);
  const yearly = feasible(
    household(['taxes', 'water', 'insurance'].map((category) => line('fixed', category, 100_00, 'year'))),
    blank,
  );
  // 5.200 / 12 = 433,333…; 300 / 12 = 25, not three times 8,34.
  expect([weekly.fixedCents, yearly.fixedCents]).toEqual([433_34, 25_00]);
});

test('the reference budget counts where it is higher than what was declared', () => {
  const lines = [line('income', 'wages', 2_000_00), line('fixed', 'rent', 800_00), line('living', 'food', 500_00)];
  const modest = feasible(household(lines), filled);
  const ample = feasible(household([...lines, line('living', 'health', 450_00)]), filled);
  expect(modest).toMatchObject({ referenceCents: 800_00, livingCents: 800_00, feasibleCents: 200_00 });
  expect(plain(modest.reasoning)).toContain(
    'Leefkosten: € 800,00 gaat eraf: het referentiebudget voor dit gezin, hoger dan de € 500,00 die opgegeven werd.',
  );
  expect(ample).toMatchObject({ referenceCents: 800_00, livingCents: 950_00, feasibleCents: 125_00 });
});

test('everybody in the household takes one reference budget, by age', () => {
  expect(referenceKeys({ adults: 2, childAges: [0, 5, 6, 11, 12, 17, 18] })).toEqual(
    'firstAdult nextAdult child0 child0 child6 child6 child12 child12 child18'.split(' '),
  );
});

test('one blank reference budget makes the whole unknown, never smaller', () => {
  const halfKnown = filled.map((budget) => (budget.key === 'child6' ? { ...budget, amountCents: null } : budget));
  const result = feasible(household([line('income', 'wages', 2_000_00)]), halfKnown);
  expect(result).toMatchObject({ referenceCents: null, livingCents: 0 });
  expect(result.doubts).toContain(
    'Leefkosten zijn niet ingevuld en er is geen referentiebudget: het bedrag is te hoog zolang dat zo blijft.',
  );
});

test('what falls short asks nothing and points at help', () => {
  const result = feasible(household([line('income', 'livingWage', 800_00), line('fixed', 'rent', 900_00)]), blank);
  expect(result).toMatchObject({ leftCents: -100_00, feasibleCents: 0 });
  expect(plain(result.reasoning).at(-1)).toBe(
    'Er komt € 100,00 per maand te kort. Er wordt niets gevraagd; kijk welke hulp past.',
  );
});

test('what nobody filled in is said: no income, no rent, no child benefit, income that comes once a year', () => {
  const nothing = feasible(household([]), filled).doubts.join(' ');
  expect(nothing).toMatch(/geen inkomen/);
  expect(nothing).toMatch(/geen huur/);
  expect(nothing).toMatch(/geen groeipakket/);
  const yearly = feasible(household([line('income', 'Vakantiegeld', 1_200_00, 'year')]), filled);
  expect(plain(yearly.doubts)).toContain(
    '€ 100,00 per maand komt van inkomen dat niet elke maand binnenkomt; tussen twee keren kan het krap zijn.',
  );
});

const anyLine = fc.record({
  kind: fc.constantFrom(...lineKinds),
  category: fc.constantFrom('wages', 'rent', 'food', 'Iets anders'),
  amountCents: fc.integer({ min: 0, max: 500_000 }),
  every: fc.constantFrom(...frequencies),
  note: fc.constant(''),
});
const anyInput = fc.record({
  composition: fc.record({
    adults: fc.integer({ min: 1, max: 3 }),
    childAges: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 5 }),
  }),
  lines: fc.array(anyLine, { maxLength: 12 }),
  partBp: fc.integer({ min: 0, max: 10_000 }),
});
const anyBudgets = fc.constantFrom(blank, filled);

test('never below zero, never above what is left, whole euros', () => {
  fc.assert(
    fc.property(anyInput, anyBudgets, (input, budgets) => {
      const { feasibleCents, leftCents } = feasible(input, budgets);
      expect(feasibleCents).toBeGreaterThanOrEqual(0);
      expect(feasibleCents).toBeLessThanOrEqual(Math.max(leftCents, 0));
      expect(feasibleCents % 100).toBe(0);
    }),
  );
});

test('more income never lowers it, and a higher cost never raises it', () => {
  fc.assert(
    fc.property(anyInput, anyBudgets, anyLine, (input, budgets, extra) => {
      const before = feasible(input, budgets).feasibleCents;
      const after = feasible({ ...input, lines: [...input.lines, extra] }, budgets).feasibleCents;
      const gained = extra.kind === 'income' ? after - before : before - after;
      expect(gained).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the order of the lines never matters', () => {
  const shuffled = anyInput.chain((input) =>
    fc.record({
      input: fc.constant(input),
      lines: fc.shuffledSubarray(input.lines, { minLength: input.lines.length, maxLength: input.lines.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, anyBudgets, ({ input, lines }, budgets) => {
      const { reasoning: _, ...amounts } = feasible(input, budgets);
      expect(feasible({ ...input, lines }, budgets)).toMatchObject(amounts);
    }),
  );
});
