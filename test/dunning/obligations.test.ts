import { describe, expect, it } from 'vitest';
import { bill, decideOn, type Given, onlyExclusion, onlyProposal, procedure } from './given.ts';

// A claim of 1.000,00 that is asked at 100,00 a month from 1 July. The obligation of a month is in arrears once the month has
// ended, so each part falls due on its last day. 42 + 14 + 14 days from 1 July are 12, 26 and 40 from 31 July.

const ends = ['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'].map((day) => `2026-${day}`);
const instalments = [
  ...ends.map((dueDate) => ({ dueDate, amountCents: 100_00 })),
  { dueDate: '2027-04-30', amountCents: 400_00 },
];
const given = (openCents: number, sentOn?: string): Partial<Given> => ({
  procedures: [procedure(12, 26, 40)],
  items: [bill(1, openCents, '2027-04-30', { instalments })],
  sentEvents: sentOn === undefined ? [] : [{ invoiceId: 1, payerId: 1, stage: 1, sentOn }],
});

describe('P-2: what is in arrears', () => {
  it('on 2 August nothing: the first month ended two days ago', () => {
    expect(onlyExclusion(decideOn('2026-08-02', given(1000_00))).reason).toBe('notLateEnough');
  });

  it('on 16 August stage 1 for 100,00, and not for the month that runs', () => {
    expect(onlyProposal(decideOn('2026-08-16', given(1000_00)))).toMatchObject({ stage: 1, totalCents: 100_00 });
  });

  it('on 2 September stage 2 for 200,00', () => {
    expect(onlyProposal(decideOn('2026-09-02', given(1000_00, '2026-08-16')))).toMatchObject({
      stage: 2,
      totalCents: 200_00,
    });
  });

  it('late once and nothing since: what was asked is paid, and nothing is due', () => {
    expect(onlyExclusion(decideOn('2026-09-02', given(800_00, '2026-08-16'))).reason).toBe('nothingDue');
  });

  it('paid in full, the stage is 0 again: nobody is named', () => {
    const decision = decideOn('2026-09-02', given(0, '2026-08-16'));
    expect([decision.proposals, decision.exclusions]).toEqual([[], []]);
  });
});
