import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import type { ExclusionCode } from '#shared/dunning/decision.ts';
import { exclusionCodes } from '#shared/dunning/exclusion-codes.ts';
import { bill, decideOn, type Given, onlyExclusion, onlyProposal, procedure } from './given.ts';

const asOf = '2026-11-20';
const due = '2026-10-01';
const one = bill(1, 10_000, due);
const plan = { invoiceIds: [1], instalments: [{ dueDate: '2026-12-01', amountCents: 10_000 }] };
const credit = bill(9, -10_000, due, { kind: 'credit', owedBy: [] });
const sent = { invoiceId: 1, stage: 1, sentOn: '2026-11-18' };

/** For each reason what is given, and what the office reads. */
const reasons: Readonly<Record<ExclusionCode, { given: Partial<Given>; sentence: string; facts?: object }>> = {
  held: {
    given: { items: [one], holds: [{ holdId: 4, kind: 'dispute', invoiceId: 1, untilDate: '2026-12-31' }] },
    sentence: 'Opgeschort tot en met 31/12/2026: betwisting.',
    facts: { holdId: 4, holdKind: 'dispute', fromDate: '2027-01-01', dueCents: 10_000, overdueDays: 50 },
  },
  undecided: {
    given: { items: [one], pending: [{ payerId: 1, status: 'uncertain' }] },
    sentence: 'Van een eerder bericht is niet zeker of het vertrok. Beslis daar eerst over in Postvak uit.',
  },
  deliveryFailed: {
    given: { items: [one], pending: [{ payerId: 1, status: 'failed' }] },
    sentence: 'Een eerder bericht kwam niet aan. Beslis daar eerst over in Postvak uit.',
  },
  messageWaiting: {
    given: { items: [one], pending: [{ payerId: 1, status: 'waiting' }] },
    sentence: 'Er wacht nog een eerder bericht om te vertrekken.',
  },
  taskWaiting: {
    given: { items: [one], pending: [{ payerId: 1, status: 'task' }] },
    sentence: 'Er staat nog een telefoontje, gesprek of overdracht op de werklijst.',
  },
  livePlan: {
    given: { items: [one], plans: [{ ...plan, planId: 3 }] },
    sentence: 'Er loopt een afbetaalplan dat gevolgd wordt.',
    facts: { planId: 3 },
  },
  limited: {
    given: { items: [bill(1, 10_000, due, { limitedFrom: asOf })] },
    sentence: 'Verjaard sinds 20/11/2026; beslis wat ermee gebeurt.',
  },
  handedOver: {
    given: { items: [bill(1, 10_000, due, { handedOver: true })] },
    sentence: 'Dit is in handen van een advocaat, gerechtsdeurwaarder of incassokantoor.',
  },
  schoolLeaver: {
    given: { items: [bill(1, 10_000, due, { pupilLeftOn: asOf })], settings: { schoolLeavers: 'leaveOut' } },
    sentence: 'De leerling is niet meer op school; dit wacht op een beslissing.',
  },
  noLiablePayer: {
    given: { items: [bill(1, 10_000, due, { owedBy: [] })] },
    sentence: 'Voor €\u00a0100,00 van factuur F-1 is geen betaler aangeduid.',
  },
  unreachable: {
    given: { items: [one], payers: [{ payerId: 1, reachable: false }] },
    sentence: 'Geen bruikbaar e-mailadres en geen volledig postadres.',
  },
  nothingDue: {
    given: { items: [bill(1, 10_000, '2026-11-30')] },
    sentence: 'Er is nog niets vervallen; de eerste vervaldag is 30/11/2026.',
    facts: { fromDate: '2026-12-01', dueCents: 0 },
  },
  grace: {
    given: { items: [bill(1, 10_000, due, { graceUntil: '2026-11-25' })] },
    sentence: 'Er is uitstel gegeven tot en met 25/11/2026.',
    facts: { fromDate: '2026-11-26' },
  },
  coveredByCredit: {
    given: { items: [one, credit] },
    sentence: 'Het tegoed (€\u00a0100,00) dekt wat vervallen is (€\u00a0100,00).',
    facts: { dueCents: 10_000, creditCents: 10_000 },
  },
  belowMinimum: {
    given: { items: [bill(1, 499, due)], settings: { minimumCents: 500 } },
    sentence: 'Er is €\u00a04,99 te vragen, minder dan het minimum van €\u00a05,00.',
    facts: { minimumCents: 500, dueCents: 499 },
  },
  noProcedure: {
    given: { items: [one], procedures: [] },
    sentence: 'Voor deze factuur is geen aanmaanprocedure ingesteld.',
  },
  notLateEnough: {
    given: { items: [bill(1, 10_000, '2026-11-18')] },
    sentence: 'Nog niet lang genoeg te laat voor fase 1; die kan vanaf 21/11/2026.',
    facts: { fromDate: '2026-11-21', stage: 1, overdueDays: 2 },
  },
  minimumGap: {
    given: { items: [one], sentEvents: [sent] },
    sentence: 'Fase 1 vertrok nog niet lang genoeg geleden; fase 2 kan vanaf 25/11/2026.',
    facts: { fromDate: '2026-11-25', stage: 2 },
  },
  termRunning: {
    given: { items: [one], sentEvents: [{ ...sent, sentOn: '2026-11-10', termLastDay: '2026-11-24' }] },
    sentence: 'De wettelijke betaaltermijn na de herinnering loopt nog; fase 2 kan vanaf 25/11/2026.',
    facts: { fromDate: '2026-11-25', stage: 2 },
  },
  finalStage: {
    given: { items: [one], sentEvents: [{ ...sent, stage: 4 }] },
    sentence: 'Alle 4 fasen van de procedure zijn doorlopen; beslis hoe het verder gaat.',
    facts: { stage: 4 },
  },
};

describe('who is not reminded, and why', () => {
  it.each(exclusionCodes)('%s', (code) => {
    const { given, sentence, facts = {} } = reasons[code];
    const excluded = onlyExclusion(decideOn(asOf, given));
    expect(excluded).toMatchObject({ reason: code, sentence, schoolId: 1, householdId: 1 });
    expect(excluded.payerId).toBe(code === 'noLiablePayer' ? null : 1);
    expect(excluded.facts).toMatchObject({ invoiceIds: [1], ...facts });
  });
});

describe('several reasons', () => {
  it('a hold wins over everything, and of two bills that stay out the most careful reason is named', () => {
    const everything = {
      ...bill(1, 10_000, due, { handedOver: true, limitedFrom: due, graceUntil: asOf }),
      owedBy: [{ payerId: 1 }],
    };
    const given: Partial<Given> = {
      items: [everything],
      holds: [{ payerId: 1, kind: 'promise' }],
      plans: [plan],
      pending: [{ payerId: 1, status: 'uncertain' }],
      payers: [{ payerId: 1, reachable: false }],
    };
    expect(onlyExclusion(decideOn(asOf, given)).reason).toBe('held');
    const two = [bill(1, 10_000, due, { graceUntil: asOf }), bill(2, 5000, due, { handedOver: true })];
    expect(onlyExclusion(decideOn(asOf, { items: two }))).toMatchObject({
      reason: 'handedOver',
      facts: { invoiceIds: [1, 2], dueCents: 15_000 },
    });
  });

  it('one bill stays out, the other is asked, and the proposal shows both', () => {
    const proposal = onlyProposal(
      decideOn(asOf, { items: [one, bill(2, 5000, due)], holds: [{ invoiceId: 1, kind: 'dispute' }] }),
    );
    expect(proposal.items.map(({ invoiceId }) => invoiceId)).toEqual([2]);
    expect(proposal).toMatchObject({ totalCents: 5000 });
    expect(proposal.leftOut).toEqual([
      { invoiceId: 1, number: 'F-1', amountCents: 10_000, reason: 'held', sentence: 'Opgeschort: betwisting.' },
    ]);
  });

  it('what was sent for a bill that stays out does not count: the payer falls back by itself', () => {
    const given: Partial<Given> = {
      items: [one, bill(2, 5000, due)],
      sentEvents: [{ invoiceId: 1, stage: 3, sentOn: '2026-10-25' }],
    };
    expect(onlyProposal(decideOn(asOf, given)).stage).toBe(4);
    expect(onlyProposal(decideOn(asOf, { ...given, holds: [{ invoiceId: 1 }] })).stage).toBe(1);
    expect(onlyProposal(decideOn(asOf, { ...given, items: [bill(2, 5000, due)] })).stage).toBe(1);
  });

  it('of the gap and the term the one that takes longest is named', () => {
    const gapLonger = { ...sent, sentOn: '2026-11-18', termLastDay: '2026-11-22' };
    expect(onlyExclusion(decideOn(asOf, { items: [one], sentEvents: [gapLonger] }))).toMatchObject({
      reason: 'minimumGap',
      facts: { fromDate: '2026-11-25' },
    });
    const same = { ...sent, sentOn: '2026-11-18', termLastDay: '2026-11-24' };
    expect(onlyExclusion(decideOn(asOf, { items: [one], sentEvents: [same] })).reason).toBe('termRunning');
  });

  it('the term: its last day still holds, the day after is free', () => {
    const term = { ...sent, sentOn: '2026-11-06', termLastDay: asOf };
    expect(onlyExclusion(decideOn(asOf, { items: [one], sentEvents: [term] })).reason).toBe('termRunning');
    expect(onlyProposal(decideOn(addDays(asOf, 1), { items: [one], sentEvents: [term] })).stage).toBe(2);
  });

  it('a voided sending never counted', () => {
    const sentEvents = [{ ...sent, voided: true, termLastDay: '2026-12-31' }];
    expect(onlyProposal(decideOn(asOf, { items: [one], sentEvents })).stage).toBe(1);
  });

  it("a stage's own gap stands in the place of the difference in days", () => {
    const stages = [{ days: 3 }, { days: 10, minimumGapDays: 21 }];
    const given: Partial<Given> = { procedures: [{ procedureId: 1, stages }], items: [one], sentEvents: [sent] };
    expect(onlyExclusion(decideOn('2026-12-08', given))).toMatchObject({
      reason: 'minimumGap',
      facts: { fromDate: '2026-12-09' },
    });
    expect(onlyProposal(decideOn('2026-12-09', given)).stage).toBe(2);
  });

  it('late enough by the oldest open bill, also when it is newer in the list', () => {
    const items = [bill(1, 10_000, '2026-11-19'), bill(2, 100, '2026-11-10')];
    expect(onlyProposal(decideOn(asOf, { items }))).toMatchObject({ oldestDueDate: '2026-11-10', totalCents: 10_100 });
  });
});

describe('money nobody owes', () => {
  const split = [{ payerId: 1, kind: 'split' as const, shareBp: 6000 }];

  it('a split that does not reach the whole: the rest is named', () => {
    const { proposals, exclusions } = decideOn(asOf, { items: [bill(1, 10_001, due, { owedBy: split })] });
    expect(proposals).toMatchObject([{ payerId: 1, totalCents: 6001 }]);
    expect(exclusions).toMatchObject([{ payerId: null, reason: 'noLiablePayer', facts: { dueCents: 4000 } }]);
  });

  it('a removed payer is asked nothing: the other joint payer is, and alone nobody is', () => {
    const payers = [{ payerId: 1, removed: true }];
    const joint = decideOn(asOf, {
      payers,
      items: [bill(1, 10_000, due, { owedBy: [{ payerId: 1 }, { payerId: 2 }] })],
    });
    expect(joint.proposals).toMatchObject([{ payerId: 2, totalCents: 10_000 }]);
    expect(joint.exclusions).toEqual([]);
    expect(onlyExclusion(decideOn(asOf, { payers, items: [one, bill(2, 500, due)] }))).toMatchObject({
      payerId: null,
      reason: 'noLiablePayer',
      sentence: 'Voor €\u00a0105,00 van 2 facturen is geen betaler aangeduid.',
    });
  });

  it('is not named when it is held, and not before it is due', () => {
    const orphan = bill(1, 10_000, due, { owedBy: [] });
    expect(onlyExclusion(decideOn(asOf, { items: [orphan], holds: [{ householdId: 1 }] })).reason).toBe('held');
    expect(decideOn(due, { items: [orphan] }).exclusions).toEqual([]);
  });
});

describe('minimum amounts', () => {
  const given = (openCents: number, stageMinimum: number, minimumCents: number): Partial<Given> => ({
    items: [bill(1, openCents, due)],
    settings: { minimumCents },
    procedures: [{ procedureId: 1, stages: [{ days: 3, minimumCents: stageMinimum }] }],
  });

  it.each([
    [500, 0, 500, true],
    [499, 0, 500, false],
    [999, 1000, 500, false],
    [1000, 1000, 500, true],
    [1, 0, 0, true],
  ])('%i cents due, stage from %i, school from %i: %s', (openCents, stageMinimum, minimumCents, asked) => {
    expect(decideOn(asOf, given(openCents, stageMinimum, minimumCents)).proposals).toHaveLength(asked ? 1 : 0);
  });

  it('counts what is due after credits, over all bills, for the own share', () => {
    const settings = { minimumCents: 5000 };
    const bills = [bill(1, 3000, due), bill(2, 2500, due), bill(3, 90_000, '2026-12-01')];
    expect(onlyProposal(decideOn(asOf, { items: bills, settings })).totalCents).toBe(5500);
    const money = bill(9, -501, due, { kind: 'credit', owedBy: [] });
    expect(onlyExclusion(decideOn(asOf, { items: [...bills, money], settings }))).toMatchObject({
      reason: 'belowMinimum',
      facts: { creditCents: 501, minimumCents: 5000 },
    });
    const owedBy = [
      { payerId: 1, kind: 'split' as const, shareBp: 7000 },
      { payerId: 2, kind: 'split' as const, shareBp: 3000 },
    ];
    const shares = decideOn(asOf, { items: [bill(1, 10_000, due, { owedBy })], settings });
    expect(shares.proposals.map(({ payerId }) => payerId)).toEqual([1]);
    expect(shares.exclusions).toMatchObject([{ payerId: 2, reason: 'belowMinimum' }]);
  });

  it('a school with settings of its own', () => {
    const items = [bill(1, 400, due), bill(2, 400, due, { schoolId: 2 })];
    const decision = decideOn(asOf, { items, schoolSettings: [{ schoolId: 2, minimumCents: 500 }] });
    expect(decision.proposals.map(({ schoolId }) => schoolId)).toEqual([1]);
    expect(decision.exclusions).toMatchObject([{ schoolId: 2, reason: 'belowMinimum' }]);
  });
});

describe('costs of our own', () => {
  const cost = bill(8, 1500, '2026-09-01', { kind: 'cost' });

  it('come last, are added, and never start or raise a stage', () => {
    const proposal = onlyProposal(
      decideOn(asOf, { items: [cost, one], sentEvents: [{ invoiceId: 8, stage: 3, sentOn: '2026-09-10' }] }),
    );
    expect(proposal.items.map(({ invoiceId }) => invoiceId)).toEqual([1, 8]);
    expect(proposal).toMatchObject({ stage: 1, totalCents: 11_500, oldestDueDate: due, overdueDays: 50 });
  });

  it('are not asked alone, nor when a credit covers the bills, nor to reach the minimum', () => {
    expect(onlyExclusion(decideOn(asOf, { items: [cost] }))).toMatchObject({
      reason: 'nothingDue',
      sentence: 'Alleen kosten staan nog open; die worden niet apart gevraagd.',
    });
    expect(onlyExclusion(decideOn(asOf, { items: [cost, one, credit] })).reason).toBe('coveredByCredit');
    const settings = { minimumCents: 1000 };
    expect(onlyExclusion(decideOn(asOf, { items: [cost, bill(1, 900, due)], settings })).reason).toBe('belowMinimum');
  });
});

it('somebody without an address is still called or talked to', () => {
  const given: Partial<Given> = {
    items: [one],
    payers: [{ payerId: 1, reachable: false }],
    procedures: [{ ...procedure(3), stages: [{ days: 3, channel: 'phone' }] }],
  };
  expect(onlyProposal(decideOn(asOf, given)).channel).toBe('phone');
});

it('a message of one payer or school that waits does not stop another', () => {
  const items = [
    bill(1, 10_000, due, { owedBy: [{ payerId: 1 }, { payerId: 2 }] }),
    bill(2, 500, due, { schoolId: 2 }),
  ];
  const { proposals, exclusions } = decideOn(asOf, { items, pending: [{ payerId: 1, status: 'waiting' }] });
  expect(exclusions).toMatchObject([{ payerId: 1, schoolId: 1, reason: 'messageWaiting' }]);
  expect(proposals.map(({ payerId, schoolId }) => [payerId, schoolId])).toEqual([
    [2, 1],
    [1, 2],
  ]);
});

it('a bill that is handed over for one payer is still asked from the other who owes it', () => {
  const owedBy = [{ payerId: 1, handedOver: true }, { payerId: 2 }];
  const { proposals, exclusions } = decideOn(asOf, { items: [bill(1, 10_000, due, { owedBy })] });
  expect(proposals).toMatchObject([{ payerId: 2, totalCents: 10_000 }]);
  expect(exclusions).toMatchObject([{ payerId: 1, reason: 'handedOver' }]);
});
