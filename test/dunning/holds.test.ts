import { describe, expect, it } from 'vitest';
import { bill, decideOn, type Given, onlyExclusion } from './given.ts';

type GivenHold = NonNullable<Given['holds']>[number];
const asOf = '2026-11-20';
const item = bill(1, 10_000, '2026-10-01', { schoolId: 3, householdId: 7 });

/** Whether payer 1 of household 7 is reminded of bill 1 of school 3 under these holds. */
function isReminded(...holds: readonly GivenHold[]): boolean {
  const { proposals } = decideOn(asOf, { items: [item], payers: [{ payerId: 1, householdId: 7 }], holds: [...holds] });
  return proposals.length === 1;
}

describe('from the first to the last day, both included', () => {
  it.each([
    [{ fromDate: null, untilDate: null }, false],
    [{ fromDate: '2026-11-20', untilDate: null }, false],
    [{ fromDate: '2026-11-21', untilDate: null }, true],
    [{ fromDate: null, untilDate: '2026-11-20' }, false],
    [{ fromDate: null, untilDate: '2026-11-19' }, true],
    [{ fromDate: '2026-11-01', untilDate: '2026-11-30' }, false],
  ] as const)('%o: reminded %s', (days, reminded) => {
    expect(isReminded({ invoiceId: 1, ...days })).toBe(reminded);
  });
});

describe('a hold that cannot be read counts as a hold', () => {
  it.each([
    { invoiceId: 1, kind: 'weekverblijf' },
    { invoiceId: 1, kind: '' },
    { invoiceId: 1, untilDate: 'volgende week' },
    { invoiceId: 1, untilDate: '2020-02-30' },
    { invoiceId: 1, untilDate: '31/12/2020' },
    { invoiceId: 1, untilDate: '' },
    { invoiceId: 1, fromDate: 'morgen' },
    {},
    { kind: 'onbekend', fromDate: '?', untilDate: '?' },
  ])('%o', (hold) => {
    expect(isReminded(hold)).toBe(false);
  });

  it('says what could not be read', () => {
    const sentenceOf = (hold: GivenHold): string =>
      onlyExclusion(decideOn(asOf, { items: [item], holds: [hold] })).sentence;
    expect(sentenceOf({ kind: 'weekverblijf' })).toBe('Opgeschort. De soort is niet te lezen, dus het blijft gelden.');
    expect(sentenceOf({ kind: 'dispute', untilDate: 'straks' })).toBe(
      'Opgeschort: betwisting. De laatste dag is niet te lezen, dus het blijft gelden.',
    );
  });
});

describe('what a hold is about', () => {
  it.each([
    [{ invoiceId: 1 }, false],
    [{ invoiceId: 2 }, true],
    [{ payerId: 1 }, false],
    [{ payerId: 2 }, true],
    [{ householdId: 7 }, false],
    [{ householdId: 8 }, true],
    [{ schoolId: 3 }, false],
    [{ schoolId: 4 }, true],
    // As the store keeps it: a bill with its school. Not the whole school.
    [{ schoolId: 3, invoiceId: 2 }, true],
    [{ schoolId: 3, invoiceId: 1 }, false],
    [{ schoolId: 3, payerId: 1 }, false],
    [{ schoolId: 4, payerId: 1 }, true],
    [{ schoolId: 4, householdId: 7 }, true],
    [{ invoiceId: 1, payerId: 1 }, false],
    [{ invoiceId: 1, payerId: 2 }, true],
  ])('%o: reminded %s', (hold, reminded) => {
    expect(isReminded(hold)).toBe(reminded);
  });

  it('a payer of a held household is not reminded of a bill that stands elsewhere', () => {
    const payers = [{ payerId: 1, householdId: 9 }];
    expect(decideOn(asOf, { items: [item], payers, holds: [{ householdId: 9 }] }).proposals).toEqual([]);
  });
});

describe('the most careful hold is the one that is named', () => {
  const named = (...holds: readonly GivenHold[]): unknown =>
    onlyExclusion(decideOn(asOf, { items: [item], holds: [...holds] })).facts.holdKind;

  it.each([
    [['other', 'debtSettlement', 'mediation'], 'debtSettlement'],
    [['dispute', 'mediation'], 'mediation'],
    [['other', 'dispute', 'doNotProcess', 'promise'], 'dispute'],
    [['other', 'doNotProcess'], 'doNotProcess'],
  ])('of %o: %s', (kinds, expected) => {
    const holds = kinds.map((kind) => ({ kind, invoiceId: 1 }));
    expect(named(...holds)).toBe(expected);
    expect(named(...holds.toReversed())).toBe(expected);
  });

  it('of the same kind the one that lasts longest, and what comes back first gives the day', () => {
    const holds = [
      { holdId: 1, kind: 'dispute', invoiceId: 1, untilDate: '2026-12-01' },
      { holdId: 2, kind: 'dispute', invoiceId: 1, untilDate: '2026-12-31' },
    ];
    expect(onlyExclusion(decideOn(asOf, { items: [item], holds })).facts).toMatchObject({
      holdId: 2,
      fromDate: '2027-01-01',
    });
    const other = bill(2, 500, '2026-10-01', { schoolId: 3, householdId: 7 });
    const second = { holdId: 3, kind: 'other', invoiceId: 2, untilDate: '2026-12-05' };
    expect(onlyExclusion(decideOn(asOf, { items: [item, other], holds: [...holds, second] })).facts).toMatchObject({
      holdId: 2,
      fromDate: '2026-12-06',
      dueCents: 10_500,
    });
    const { sentence } = onlyExclusion(decideOn(asOf, { items: [item, other], holds: [...holds, second] }));
    expect(sentence).toBe('Opgeschort tot en met 31/12/2026: betwisting.');
  });

  it('a hold with an end beside one without: it has no end', () => {
    const holds = [
      { kind: 'dispute', invoiceId: 1, untilDate: '2026-12-01' },
      { kind: 'other', schoolId: 3 },
    ];
    const excluded = onlyExclusion(decideOn(asOf, { items: [item], holds }));
    expect(excluded.sentence).toBe('Opgeschort: betwisting.');
    expect(excluded.facts.fromDate).toBeUndefined();
  });
});
