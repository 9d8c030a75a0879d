import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { owedShares } from '#shared/people/owed-share.ts';

const mother = 1;
const father = 2;
const sixtyForty = [
  { payerId: mother, kind: 'split', shareBp: 6000 },
  { payerId: father, kind: 'split', shareBp: 4000 },
] as const;

function owedOver(amounts: readonly number[], payerId: number): number {
  return sumCents(amounts.map((amount) => owedShares(amount, sixtyForty).get(payerId) ?? 0));
}

describe('what each parent owes', () => {
  it('divides 80.00 and 45.00 over parents 60/40 as 75.00 and 50.00 (S-20)', () => {
    expect(owedOver([8000, 4500], mother)).toBe(7500);
    expect(owedOver([8000, 4500], father)).toBe(5000);
  });

  it('divides 125.01 as 75.01 and 50.00: the cent goes to the largest remainder (S-20)', () => {
    expect([...owedShares(12_501, sixtyForty)]).toEqual([
      [mother, 7501],
      [father, 5000],
    ]);
  });

  it('lets every jointly liable parent owe the whole', () => {
    const joint = [mother, father].map((payerId) => ({ payerId, kind: 'joint' as const, shareBp: 10_000 }));
    expect([...owedShares(12_501, joint).values()]).toEqual([12_501, 12_501]);
  });

  it('divides a credit of 12.50 the way a debt is divided', () => {
    expect([...owedShares(-1250, sixtyForty).values()]).toEqual([-750, -500]);
  });

  it('names nobody when nobody is liable', () => {
    expect(owedShares(1000, []).size).toBe(0);
  });

  it('never creates or loses a cent, whatever the shares and the order of the rows', () => {
    const shares = fc.uniqueArray(
      fc.record({
        payerId: fc.integer({ min: 1, max: 99 }),
        kind: fc.constant('split' as const),
        shareBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 6, selector: ({ payerId }) => payerId },
    );
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), shares, (open, liabilities) => {
        const owed = owedShares(open, liabilities);
        expect(sumCents(owed.values())).toBe(open);
        const reversed = owedShares(open, liabilities.toReversed());
        for (const [payerId, cents] of owed) expect(reversed.get(payerId)).toBe(cents);
      }),
    );
  });

  it('takes what a parent paid off the own share only: father pays his 120.00 of 240.00 (acceptance)', () => {
    const half = [mother, father].map((payerId) => ({ payerId, kind: 'split' as const, shareBp: 5000 }));
    expect([...owedShares(12_000, half, new Map([[father, -12_000]]))]).toEqual([
      [mother, 12_000],
      [father, 0],
    ]);
  });

  it('lowers both of a joint debt by what one paid: 100.00 of 240.00 leaves 140.00 for each (acceptance)', () => {
    const joint = [mother, father].map((payerId) => ({ payerId, kind: 'joint' as const, shareBp: 10_000 }));
    expect([...owedShares(14_000, joint, new Map([[father, -10_000]])).values()]).toEqual([14_000, 14_000]);
  });

  it('asks nothing from who paid more than the own share, and so much less from the other', () => {
    expect([...owedShares(9000, sixtyForty, new Map([[father, -11_000]]))]).toEqual([
      [mother, 9000],
      [father, 0],
    ]);
  });

  it('counts what a stranger to the claim paid for everybody', () => {
    expect([...owedShares(10_000, sixtyForty, new Map([[99, -10_000]])).values()]).toEqual([6000, 4000]);
  });

  it('always asks the open amount together, and never more than that from one', () => {
    const payers = fc.uniqueArray(
      fc.record({
        payerId: fc.integer({ min: 1, max: 9 }),
        kind: fc.constant('split' as const),
        shareBp: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 5, selector: ({ payerId }) => payerId },
    );
    const paid = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '99'), fc.integer({ min: -30_000, max: 5000 }));
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), payers, paid, (open, liabilities, own) => {
        const attributed = new Map(Object.entries(own).map(([payerId, cents]) => [Number(payerId), cents]));
        const owed = [...owedShares(open, liabilities, attributed).values()];
        expect(sumCents(owed)).toBe(open);
        for (const cents of owed) expect(open < 0 ? -cents : cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
