import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCents, formatCentsPlain, parseAmount, sumCents, toCents } from '#shared/money/cents.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('reading an amount', () => {
  it.each([
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1234.56', 123_456],
    ['€ 1.234,56', 123_456],
    ['1 234,56 EUR', 123_456],
    ['1\u202f234,56', 123_456],
    ['-12,5', -1250],
    ['−12,50', -1250],
    ['12,50-', -1250],
    ['(12,50)', -1250],
    ['+3', 300],
    ['0,00', 0],
    ['-0', 0],
    ['1.234', 123_400],
  ])('%s is %i cents', (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, cents });
  });

  it.each([
    ['1,234.56', 'ambiguous'],
    ['12,345', 'tooManyDecimals'],
    ['12.3456', 'tooManyDecimals'],
    ['', 'empty'],
    ['€', 'empty'],
    ['twaalf', 'notAnAmount'],
    ['1,2,3', 'notAnAmount'],
    ['12-13', 'notAnAmount'],
    ['1e5', 'notAnAmount'],
    ['99999999999999999999', 'notAnAmount'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseAmount(text)).toEqual({ ok: false, problem });
  });
});

describe('writing an amount', () => {
  it.each([
    [0, '€\u00a00,00'],
    [5, '€\u00a00,05'],
    [123_450, '€\u00a01.234,50'],
    [-1250, '€\u00a0-12,50'],
    [100_000_000, '€\u00a01.000.000,00'],
  ])('%i cents is %s', (cents, text) => {
    expect(formatCents(cents)).toBe(text);
  });

  it('is read back as the same amount, with and without the sign of the euro', () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        expect(parseAmount(formatCents(cents))).toEqual({ ok: true, cents });
        expect(parseAmount(formatCentsPlain(cents))).toEqual({ ok: true, cents });
      }),
    );
  });
});

describe('cents are whole', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is not', (value) => {
    expect(() => toCents(value)).toThrow(RangeError);
  });

  it('sums exactly, and refuses a sum that is no longer exact', () => {
    expect(sumCents([10, 20, -5])).toBe(25);
    expect(sumCents([])).toBe(0);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
