import { describe, expect, it } from 'vitest';
import { householdLiabilityWords, liabilityWords, percentText } from '#renderer/features/dossier/liability-words.ts';

const joint = (payerId: number) => ({ payerId, kind: 'joint', shareBp: 10_000 }) as const;
const split = (payerId: number, shareBp: number) => ({ payerId, kind: 'split', shareBp }) as const;

describe('how payers owe, in words', () => {
  it('says hoofdelijk when two owe the whole', () => {
    expect(liabilityWords([joint(1), joint(2)])).toBe('hoofdelijk');
  });

  it('names the shares, the largest first', () => {
    expect(liabilityWords([split(1, 4000), split(2, 6000)])).toBe('gesplitst 60–40');
    expect(liabilityWords([split(1, 3333), split(2, 3333), split(3, 3334)])).toBe('gesplitst 33,34–33,33–33,33');
  });

  it('says nothing where there is nothing to say: one payer, or one who bears the whole share', () => {
    expect(liabilityWords([joint(1)])).toBe('');
    expect(liabilityWords([split(1, 10_000), split(2, 0)])).toBe('');
  });

  it('warns of a pupil without a payer', () => {
    expect(liabilityWords([])).toBe('nog zonder betaler');
  });

  it('says it once for a household, unless its pupils differ', () => {
    const together = { liabilities: [joint(1), joint(2)] };
    const apart = { liabilities: [split(1, 5000), split(2, 5000)] };
    expect(householdLiabilityWords([together, together])).toBe('hoofdelijk');
    expect(householdLiabilityWords([together, apart])).toBe('per leerling verschillend');
  });

  it('writes basis points as a Belgian percentage', () => {
    expect([6000, 3350, 3333].map(percentText)).toEqual(['60', '33,5', '33,33']);
  });
});
