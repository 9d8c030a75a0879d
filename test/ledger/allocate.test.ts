import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllocatableClaim, allocate } from '#shared/ledger/allocate.ts';
import { sumCents } from '#shared/money/cents.ts';

const claim = (invoiceId: number, openCents: number, change: Partial<AllocatableClaim> = {}): AllocatableClaim => ({
  invoiceId,
  openCents,
  dueDate: '2026-10-15',
  issueDate: '2026-10-01',
  ...change,
});

/** `1: 45.00 dueDate`, and what is left. */
function told(amountCents: number, claims: readonly AllocatableClaim[], named: readonly number[] | null = null) {
  const { allocations, creditCents, skipped } = allocate(amountCents, claims, named && new Set(named));
  return {
    to: allocations.map((one) => `${one.invoiceId}: ${(one.amountCents / 100).toFixed(2)} ${one.rule}`),
    credit: creditCents,
    skipped: skipped.map(({ invoiceId, why }) => `${invoiceId} ${why}`),
  };
}

describe('received money', () => {
  it('pays the oldest first and is divided pro rata over what is equal: 105.00 over 45.00, 60.00 and 60.00', () => {
    const claims = [claim(2, 6000), claim(3, 6000), claim(1, 4500, { dueDate: '2026-09-15' })];
    expect(told(10_500, claims)).toEqual({
      to: ['1: 45.00 dueDate', '2: 30.00 proRata', '3: 30.00 proRata'],
      credit: 0,
      skipped: [],
    });
  });

  it('goes where the reference says and nowhere else: 200.00 on F1 of 180.00 leaves 20.00 credit', () => {
    const claims = [claim(1, 18_000), claim(2, 9900, { dueDate: '2026-01-15' })];
    expect(told(20_000, claims, [1])).toEqual({ to: ['1: 180.00 reference'], credit: 2000, skipped: ['2 notNamed'] });
  });

  it('divides pro rata to the cent: 100.00 over 320 / 1,450 / 230 and 33.33 over three (P-5)', () => {
    expect(told(10_000, [claim(1, 32_000), claim(2, 145_000), claim(3, 23_000)]).to).toEqual([
      '1: 16.00 proRata',
      '2: 72.50 proRata',
      '3: 11.50 proRata',
    ]);
    expect(told(3333, [claim(1, 9000), claim(2, 9000), claim(3, 9000)]).to).toEqual([
      '1: 11.11 proRata',
      '2: 11.11 proRata',
      '3: 11.11 proRata',
    ]);
  });

  it('pays first what will cost more soonest, then the oldest due date, then the oldest bill', () => {
    const claims = [
      claim(1, 1000, { dueDate: '2026-08-01' }),
      claim(2, 1000, { costsRunFrom: '2026-12-01' }),
      claim(3, 1000, { costsRunFrom: '2026-11-01' }),
      claim(4, 1000, { issueDate: '2026-09-01' }),
      claim(5, 1000),
    ];
    expect(told(5000, claims).to).toEqual([
      '3: 10.00 costsSoonest',
      '2: 10.00 costsSoonest',
      '1: 10.00 dueDate',
      '4: 10.00 issueDate',
      '5: 10.00 issueDate',
    ]);
  });

  it('never goes to a limited claim by itself, and does when the payer names it', () => {
    const claims = [claim(1, 5000, { isLimited: true, dueDate: '2019-01-01' }), claim(2, 3000)];
    expect(told(7000, claims)).toEqual({ to: ['2: 30.00 dueDate'], credit: 4000, skipped: ['1 limited'] });
    expect(told(7000, claims, [1]).to).toEqual(['1: 50.00 reference']);
  });

  it('never goes to a credit, a settled claim, or what the payer does not owe', () => {
    const claims = [
      claim(1, -5000),
      claim(2, 0),
      claim(3, 3000, { mostCents: 0 }),
      claim(4, 3000, { mostCents: 1500 }),
    ];
    expect(told(7000, claims)).toEqual({
      to: ['4: 15.00 dueDate'],
      credit: 5500,
      skipped: ['1 credit', '2 settled', '3 notTheirs'],
    });
  });

  it('is all credit when nothing is open, or what was named is paid', () => {
    expect(told(500, []).credit).toBe(500);
    expect(told(500, [claim(1, 1000)], [99]).credit).toBe(500);
  });

  it('refuses what is no amount', () => {
    expect(() => allocate(0, [], null)).toThrow(RangeError);
    expect(() => allocate(10.5, [], null)).toThrow(RangeError);
  });

  it('never loses or makes a cent, never pays more than is open, whatever the order of the claims', () => {
    const dates = fc.constantFrom('2026-08-01', '2026-09-01', '2026-10-01');
    const claims = fc.uniqueArray(
      fc.record(
        {
          invoiceId: fc.integer({ min: 1, max: 40 }),
          openCents: fc.integer({ min: -5000, max: 20_000 }),
          mostCents: fc.integer({ min: -100, max: 20_000 }),
          dueDate: dates,
          issueDate: dates,
          costsRunFrom: fc.option(dates),
          isLimited: fc.boolean(),
        },
        { requiredKeys: ['invoiceId', 'openCents', 'dueDate'] },
      ),
      { maxLength: 12, selector: ({ invoiceId }) => invoiceId },
    );
    const named = fc.option(fc.array(fc.integer({ min: 1, max: 40 })));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), claims, named, (amount, given, names) => {
        const chosen = names && new Set(names);
        const { allocations, creditCents } = allocate(amount, given, chosen);
        expect(sumCents(allocations.map(({ amountCents }) => amountCents)) + creditCents).toBe(amount);
        expect(creditCents).toBeGreaterThanOrEqual(0);
        for (const one of allocations) {
          const to = given.find(({ invoiceId }) => invoiceId === one.invoiceId);
          expect(one.amountCents).toBeGreaterThan(0);
          expect(one.amountCents).toBeLessThanOrEqual(Math.min(to?.openCents ?? 0, to?.mostCents ?? Infinity));
          expect(one.openAfterCents).toBe((to?.openCents ?? 0) - one.amountCents);
        }
        expect(allocate(amount, given.toReversed(), chosen)).toEqual(allocate(amount, given, chosen));
      }),
    );
  });
});
