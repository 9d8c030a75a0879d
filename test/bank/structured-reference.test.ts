import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatStructuredReference,
  makeStructuredReference,
  parseStructuredReference,
} from '#shared/bank/structured-reference.ts';

describe('the structured reference (OGM)', () => {
  it.each([
    ['0108068171', '+++010/8068/17183+++'],
    ['2025001234', '+++202/5001/23437+++'],
    ['1234567890', '+++123/4567/89002+++'],
    ['0000000097', '+++000/0000/09797+++'],
    ['97', '+++000/0000/09797+++'],
    ['2025000033', '+++202/5000/03397+++'],
    ['9999999999', '+++999/9999/99948+++'],
    ['2026000450', '+++202/6000/45056+++'],
  ])('%s becomes %s', (base, printed) => {
    const reference = makeStructuredReference(base);
    expect(formatStructuredReference(reference)).toBe(printed);
    expect(parseStructuredReference(printed)).toBe(reference);
  });

  it.each([
    '+++123/4567/89002+++',
    '***123/4567/89002***',
    '123456789002',
    '123 4567 89002',
    '123.4567.89002',
    '123-4567-89002',
  ])('reads %s', (written) => {
    expect(parseStructuredReference(written)).toBe('123456789002');
  });

  it.each([
    '+++123/4567/89012+++',
    '+++010/8068/17180+++',
    '202500003300',
    '12345678900',
    '1234567890021',
    '12345678900a',
    '000000000000',
    '',
  ])('refuses %s', (written) => {
    expect(parseStructuredReference(written)).toBeUndefined();
  });

  it.each(['', '12345678901', 'abc', '-1'])('makes nothing of the base %j', (base) => {
    expect(() => makeStructuredReference(base)).toThrow(RangeError);
  });

  it('notices every wrong digit', () => {
    const base = fc.integer({ min: 1, max: 9_999_999_999 }).map(String);
    fc.assert(
      fc.property(base, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const reference = makeStructuredReference(digits);
        const wrong = (Number(reference[at]) + by) % 10;
        expect(parseStructuredReference(reference)).toBe(reference);
        expect(parseStructuredReference(`${reference.slice(0, at)}${wrong}${reference.slice(at + 1)}`)).toBeUndefined();
      }),
    );
  });
});
