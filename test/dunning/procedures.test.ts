import { describe, expect, it } from 'vitest';
import { bill, decideOn, type Given, onlyExclusion, onlyProposal } from './given.ts';

type GivenProcedure = Given['procedures'][number];
const asOf = '2026-11-20';
const due = '2026-10-01';

/** A procedure with a stage after so many days. */
function named(procedureId: number, days: readonly number[], more: Partial<GivenProcedure> = {}): GivenProcedure {
  return { procedureId, name: `P${procedureId}`, stages: days.map((day) => ({ days: day })), ...more };
}

/** By which procedure the bill of group 5 at school 3 is reminded; none: why not. */
function chosen(procedures: readonly GivenProcedure[], more: Parameters<typeof bill>[3] = {}): number | string {
  const item = bill(1, 10_000, due, { schoolId: 3, billingGroupId: 5, ...more });
  const { proposals, exclusions } = decideOn(asOf, { procedures: [...procedures], items: [item] });
  return proposals[0]?.procedureId ?? exclusions[0]?.reason ?? 'nothing';
}

describe('which procedures match a bill', () => {
  it.each([
    [{}, 1],
    [{ schoolId: 3 }, 1],
    [{ schoolId: 4 }, 'noProcedure'],
    [{ billingGroupId: 5 }, 1],
    [{ billingGroupId: 6 }, 'noProcedure'],
    [{ schoolId: 3, billingGroupId: 5 }, 1],
    [{ validFrom: '2026-11-20' }, 1],
    [{ validFrom: '2026-11-21' }, 'noProcedure'],
    [{ validUntil: '2026-11-20' }, 1],
    [{ validUntil: '2026-11-19' }, 'noProcedure'],
  ])('%o: %s', (more, expected) => {
    expect(chosen([named(1, [3], more)])).toBe(expected);
  });

  it('near limitation: only with so few days left, and then in the place of the others', () => {
    const both = [named(1, [10, 40]), named(2, [3, 10], { nearLimitationDays: 60 })];
    expect(chosen(both, { limitedFrom: '2027-01-20' })).toBe(1);
    expect(chosen(both, { limitedFrom: '2027-01-19' })).toBe(2);
    expect(chosen(both)).toBe(1);
    expect(chosen([named(2, [3], { nearLimitationDays: 60 })])).toBe('noProcedure');
    const near = decideOn(asOf, { procedures: both, items: [bill(1, 10_000, due, { limitedFrom: '2026-12-20' })] });
    expect(onlyProposal(near).notes).toContainEqual({
      code: 'nearLimitation',
      sentence: 'Dit verjaart binnenkort: de eerste factuur op 20/12/2026.',
    });
  });
});

describe('several match: the most careful wins', () => {
  it.each([
    ['later days of the first stage', named(1, [3, 90]), named(2, [5, 10]), 2],
    ['later days of the second stage', named(1, [3, 10]), named(2, [3, 11]), 2],
    ['a larger minimum', named(1, [3]), { ...named(2, [3]), stages: [{ days: 3, minimumCents: 1000 }] }, 2],
    ['days before minimum', { ...named(1, [3]), stages: [{ days: 3, minimumCents: 1000 }] }, named(2, [4]), 2],
    ['more stages', named(1, [3]), named(2, [3, 10]), 2],
    ['the lowest id', named(2, [3]), named(1, [3]), 1],
  ])('%s', (_, first, second, expected) => {
    expect(chosen([first, second])).toBe(expected);
    expect(chosen([second, first])).toBe(expected);
  });

  it('over the bills of a payer, with a note that names the others', () => {
    const items = [bill(1, 10_000, due, { billingGroupId: 5 }), bill(2, 500, due, { billingGroupId: 6 })];
    const procedures = [
      named(1, [3, 10], { billingGroupId: 5 }),
      named(2, [20, 40], { billingGroupId: 6 }),
      named(3, [4, 40], { billingGroupId: 6 }),
    ];
    const proposal = onlyProposal(decideOn(asOf, { procedures, items }));
    expect(proposal).toMatchObject({ procedureId: 2, procedureName: 'P2', totalCents: 10_500 });
    expect(proposal.notes[0]).toEqual({
      code: 'severalProcedures',
      sentence: 'Ook “P3” en “P1” passen hier; “P2” is voorzichtiger en wordt gevolgd.',
    });
  });

  it('a bill for which there is none stays out, and is shown as such', () => {
    const items = [bill(1, 10_000, due, { billingGroupId: 5 }), bill(2, 500, due, { billingGroupId: 6 })];
    const proposal = onlyProposal(decideOn(asOf, { procedures: [named(1, [3], { billingGroupId: 5 })], items }));
    expect(proposal.totalCents).toBe(10_000);
    expect(proposal.leftOut).toMatchObject([{ invoiceId: 2, reason: 'noProcedure' }]);
  });
});

it('a stage is taken over as it stands in the procedure', () => {
  const stages = [
    { days: 3 },
    { days: 10, name: 'Brief', channel: 'letter' as const, textId: 12, approver: 'director' as const },
  ];
  const sentEvents = [{ invoiceId: 1, stage: 1, sentOn: due }];
  const procedures = [{ procedureId: 4, procedureVersionId: 9, name: 'Zacht', stages }];
  expect(onlyProposal(decideOn(asOf, { procedures, items: [bill(1, 10_000, due)], sentEvents }))).toMatchObject({
    procedureId: 4,
    procedureVersionId: 9,
    procedureName: 'Zacht',
    stage: 2,
    stageName: 'Brief',
    stageCount: 2,
    channel: 'letter',
    textId: 12,
    approver: 'director',
    items: [{ sentStage: 1 }],
  });
});

it('what was sent to one payer does not count for the other, unless it names nobody', () => {
  const items = [bill(1, 10_000, due, { owedBy: [{ payerId: 1 }, { payerId: 2 }] })];
  const stagesOf = (payerId: number | null): number[] =>
    decideOn(asOf, { items, sentEvents: [{ invoiceId: 1, stage: 1, sentOn: '2026-10-05', payerId }] }).proposals.map(
      ({ stage }) => stage,
    );
  expect(stagesOf(1)).toEqual([2, 1]);
  expect(stagesOf(null)).toEqual([2, 2]);
});

it('a procedure that became shorter than what was sent is at its end', () => {
  const sentEvents = [{ invoiceId: 1, stage: 5, sentOn: '2026-10-05' }];
  const decision = decideOn(asOf, { items: [bill(1, 10_000, due)], sentEvents });
  expect(onlyExclusion(decision)).toMatchObject({ reason: 'finalStage', facts: { stage: 5 } });
});

it('a procedure of one stage says so at its end', () => {
  const decision = decideOn(asOf, {
    procedures: [named(1, [3])],
    items: [bill(1, 10_000, due)],
    sentEvents: [{ invoiceId: 1, stage: 1, sentOn: '2026-10-05' }],
  });
  expect(onlyExclusion(decision).sentence).toBe(
    'De enige fase van de procedure is doorlopen; beslis hoe het verder gaat.',
  );
});
