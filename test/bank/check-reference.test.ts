import { describe, expect, it } from 'vitest';
import { checkReference } from '#shared/bank/check-reference.ts';

describe('checking a reference', () => {
  it.each([
    ['+++010/8068/17183+++', '010806817183'],
    ['123456789002', '123456789002'],
    ['***000/0000/09797***', '000000009797'],
    [' 999 9999 99948 ', '999999999948'],
  ])('%s is one', (text, reference) => {
    expect(checkReference(text)).toMatchObject({ valid: true, kind: 'structured', reference, problem: null });
  });

  it.each([
    ['RF18 5390 0754 7034', 'RF18539007547034'],
    ['rf712348231', 'RF712348231'],
  ])('%s is one of ISO 11649', (text, reference) => {
    expect(checkReference(text)).toMatchObject({ valid: true, kind: 'creditor', reference });
  });

  it.each([
    ['+++123/4567/89012+++', 'De controlecijfers kloppen niet: na 123/4567/890 hoort 02, hier staat 12.'],
    ['12345678900', '12 cijfers; hier staan er 11'],
    ['1234567890021', '12 cijfers; hier staan er 13'],
    ['12A456789002', 'alleen cijfers'],
    ['123456789002X', 'alleen cijfers'],
    ['+++000/0000/00000+++', 'nullen'],
    ['  ', 'Er staat geen mededeling'],
    ['RF451G72UUR', 'na RF hoort'],
    ['RF18', 'RF, twee controlecijfers'],
  ])('%s is none, and says why', (text, problem) => {
    const checked = checkReference(text);
    expect(checked).toMatchObject({ valid: false, kind: null, reference: null, formatted: null });
    expect(checked.problem).toContain(problem);
  });

  it('says which check digits an RF reference should have', () => {
    expect(checkReference('RF19539007547034').problem).toContain('hoort 18, hier staat 19');
  });

  it('finds every reference in a free text', () => {
    const one = checkReference('Betaling schoolrekening +++010/8068/17183+++ met dank');
    expect(one).toMatchObject({ valid: true, reference: '010806817183', formatted: '+++010/8068/17183+++' });
    const two = checkReference('voor 123/4567/89002 en RF712348231, gsm 0475123456');
    expect(two).toMatchObject({ valid: true, kind: null, reference: null });
    expect(two.found.map(({ reference }) => reference)).toEqual(['123456789002', 'RF712348231']);
  });
});
