import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavingParts, namedParts } from '#shared/ledger/named-parts.ts';

const joint = [
  { payerId: 1, kind: 'joint' as const, shareBp: 10_000 },
  { payerId: 2, kind: 'joint' as const, shareBp: 10_000 },
];
const halves = [
  { payerId: 1, kind: 'split' as const, shareBp: 5000 },
  { payerId: 2, kind: 'split' as const, shareBp: 5000 },
];
const nothing = new Map<number, number>();

describe('on whose name a movement stands', () => {
  it('is everybody where payers are jointly liable, whoever paid', () => {
    const claim = { balanceCents: 240_00, liabilities: joint, namedCents: nothing };
    expect(namedParts(claim, 'lowers', 100_00, 1)).toEqual([{ payerId: null, amountCents: 100_00 }]);
  });

  it('is the share of whoever paid, and what is beyond it lowers the other share', () => {
    const claim = { balanceCents: 240_00, liabilities: halves, namedCents: nothing };
    expect(namedParts(claim, 'lowers', 120_00, 1)).toEqual([{ payerId: 1, amountCents: 120_00 }]);
    expect(namedParts(claim, 'lowers', 150_00, 1)).toEqual([
      { payerId: 1, amountCents: 120_00 },
      { payerId: 2, amountCents: 30_00 },
    ]);
  });

  it('is the share that is still open once the other was paid', () => {
    const claim = { balanceCents: 120_00, liabilities: halves, namedCents: new Map([[1, -120_00]]) };
    expect(namedParts(claim, 'lowers', 120_00)).toEqual([{ payerId: 2, amountCents: 120_00 }]);
  });

  it('at random adds up to the amount, in parts of at least a cent', () => {
    const amount = fc.integer({ min: 1, max: 500_00 });
    const named = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -300_00, max: 300_00 })));
    const direction = fc.constantFrom('lowers' as const, 'raises' as const);
    const payer = fc.option(fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: -500_00, max: 500_00 }),
        named,
        direction,
        payer,
        (amountCents, balanceCents, standing, way, forPayer) => {
          const claim = { balanceCents, liabilities: halves, namedCents: new Map(standing) };
          const parts = namedParts(claim, way, amountCents, forPayer);
          expect(parts.reduce((sum, part) => sum + part.amountCents, 0)).toBe(amountCents);
          expect(parts.every((part) => part.amountCents > 0)).toBe(true);
          const leaving = leavingParts(new Map<number | null, number>([...standing, [null, 50_00]]), amountCents);
          expect(leaving.reduce((sum, part) => sum + part.amountCents, 0)).toBe(amountCents);
          expect(leaving.every((part) => part.amountCents > 0)).toBe(true);
        },
      ),
    );
  });
});

describe('money that leaves a claim', () => {
  it('leaves from the names on which it came, in proportion', () => {
    expect(
      leavingParts(
        new Map([
          [1, 60_00],
          [2, 30_00],
        ]),
        45_00,
      ),
    ).toEqual([
      { payerId: 1, amountCents: 30_00 },
      { payerId: 2, amountCents: 15_00 },
    ]);
  });

  it('leaves from everybody for what never came in as money', () => {
    expect(leavingParts(new Map(), 20_00)).toEqual([{ payerId: null, amountCents: 20_00 }]);
  });
});
