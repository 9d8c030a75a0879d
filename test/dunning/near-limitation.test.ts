import { describe, expect, it } from 'vitest';
import { bill, decideOn, type Given, onlyExclusion, onlyProposal } from './given.ts';

const ordinary = {
  procedureId: 1,
  name: 'De Horizon',
  stages: [{ days: 14 }, { days: 35 }, { days: 60 }, { days: 90 }],
};
const short = {
  procedureId: 2,
  name: 'Kort',
  nearLimitationDays: 120,
  stages: [{ days: 14 }, { days: 30 }, { days: 45 }, { days: 66, channel: 'handOver' as const }],
};

/** Due on 1 January 2026, limited from 2 January 2027. */
const near = (asOf: string, sentEvents: Given['sentEvents'], limitedFrom = '2027-01-02') =>
  decideOn(asOf, {
    procedures: [ordinary, short],
    items: [bill(1, 100_00, '2026-01-01', { limitedFrom })],
    sentEvents: sentEvents ?? [],
  });

describe('a bill that comes near limitation', () => {
  it('starts the short procedure at its own first stage, however far the ordinary one was', () => {
    const proposal = onlyProposal(
      near('2026-10-01', [{ invoiceId: 1, stage: 3, sentOn: '2026-04-01', procedureId: 1 }]),
    );
    expect([proposal.procedureName, proposal.stage, proposal.channel]).toEqual(['Kort', 1, 'email']);
  });

  it('waits the gap since the last letter of the ordinary procedure', () => {
    const exclusion = onlyExclusion(
      near('2026-10-01', [{ invoiceId: 1, stage: 3, sentOn: '2026-09-25', procedureId: 1 }]),
    );
    expect([exclusion.reason, exclusion.facts.fromDate]).toEqual(['minimumGap', '2026-10-09']);
  });

  it('goes on where the short procedure was', () => {
    const proposal = onlyProposal(
      near('2026-11-20', [
        { invoiceId: 1, stage: 3, sentOn: '2026-04-01', procedureId: 1 },
        { invoiceId: 1, stage: 1, sentOn: '2026-10-01', procedureId: 2 },
      ]),
    );
    expect(proposal.stage).toBe(2);
  });

  it('goes on with the ordinary procedure when the clock was restarted', () => {
    const proposal = onlyProposal(
      near(
        '2026-12-20',
        [
          { invoiceId: 1, stage: 1, sentOn: '2026-04-01', procedureId: 1 },
          { invoiceId: 1, stage: 3, sentOn: '2026-10-01', procedureId: 2 },
        ],
        '2027-11-02',
      ),
    );
    expect([proposal.procedureName, proposal.stage]).toEqual(['De Horizon', 2]);
  });

  it('counts a stage of which nobody knows the procedure for both', () => {
    expect(onlyProposal(near('2026-10-01', [{ invoiceId: 1, stage: 2, sentOn: '2026-04-01' }])).stage).toBe(3);
  });
});
