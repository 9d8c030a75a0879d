import { describe, expect, it } from 'vitest';
import { proposalNote, type ProposalNote } from '#shared/dunning/decision.ts';
import { bill, decideOn, type Given, onlyProposal } from './given.ts';

const asOf = '2026-11-20';
const due = '2026-11-15';
const one = bill(1, 10_000, due);
const split = [
  { payerId: 1, kind: 'split' as const, shareBp: 5000 },
  { payerId: 2, kind: 'split' as const, shareBp: 5000 },
];
const stages = [{ days: 3 }, { days: 4 }];
const sentEvents = [{ invoiceId: 1, stage: 1, sentOn: '2026-11-18' }];
const broken = { invoiceIds: [1], instalments: [{ dueDate: '2026-11-01', amountCents: 10_000 }] };

const cases: Readonly<Record<ProposalNote, { given: Partial<Given>; sentence: string }>> = {
  severalProcedures: {
    given: {
      items: [one],
      procedures: [
        { procedureId: 1, stages },
        { procedureId: 2, name: 'Kort', stages: [{ days: 1 }] },
      ],
    },
    sentence: 'Ook “Kort” past hier; procedure 1 is voorzichtiger en wordt gevolgd.',
  },
  thirdPartyPayer: {
    given: { items: [one], payers: [{ payerId: 1, thirdPartyPayerId: 6 }] },
    sentence: 'Alles gaat naar de betaler-derde, niet naar de betaler zelf.',
  },
  splitShare: {
    given: { items: [bill(1, 10_000, due, { owedBy: split })], holds: [{ payerId: 2 }] },
    sentence: 'De schuld is gesplitst: alleen het eigen aandeel wordt gevraagd.',
  },
  creditNetted: {
    given: { items: [one, bill(9, -2500, due, { kind: 'credit' })] },
    sentence: 'Van wat vervallen is, gaat €\u00a025,00 tegoed af.',
  },
  creditElsewhere: {
    given: { items: [one, bill(9, -2500, due, { kind: 'credit', schoolId: 2, owedBy: [] })] },
    sentence: 'Dit gezin heeft een tegoed bij een andere school van het bestuur.',
  },
  schoolLeaver: {
    given: { items: [bill(1, 10_000, due, { pupilLeftOn: '2026-06-30' })] },
    sentence: 'Er zijn facturen bij van een leerling die niet meer op school is.',
  },
  catchingUp: {
    given: { items: [bill(1, 10_000, '2026-11-10')] },
    sentence: 'Volgens de dagen zou dit al fase 2 zijn; er vertrekt één fase tegelijk.',
  },
  newInvoices: {
    given: { items: [one, bill(2, 500, '2026-11-19')], sentEvents, procedures: [{ procedureId: 1, stages }] },
    sentence: 'Eén factuur werd nog nooit vermeld in een herinnering.',
  },
  nearLimitation: {
    given: {
      items: [bill(1, 10_000, due, { limitedFrom: '2026-12-01' })],
      procedures: [{ procedureId: 1, stages, nearLimitationDays: 30 }],
    },
    sentence: 'Dit verjaart binnenkort: de eerste factuur op 01/12/2026.',
  },
  brokenPlan: {
    given: { items: [one], plans: [broken] },
    sentence: 'Het afbetaalplan voor deze facturen wordt niet gevolgd; bekijk dat eerst.',
  },
  costsFrozen: {
    given: { items: [one, bill(2, 500, due)], holds: [{ invoiceId: 2, kind: 'dispute', freezesCosts: true }] },
    sentence: 'Voor wat opgeschort is, komen er geen kosten of intresten bij.',
  },
};

describe('what deserves a look before it goes', () => {
  it.each(proposalNote.options)('%s', (code) => {
    const { given, sentence } = cases[code];
    expect(onlyProposal(decideOn(asOf, given)).notes).toEqual(expect.arrayContaining([{ code, sentence }]));
  });

  it('nothing: no note', () => {
    expect(onlyProposal(decideOn(asOf, { items: [one] })).notes).toEqual([]);
  });
});

describe('the bank before a run', () => {
  const concerns = (bank: NonNullable<Given['bank']>, maximum: number | null): unknown =>
    decideOn(asOf, { items: [one], bank, settings: { statementMaxAgeDays: maximum } }).bankConcerns;

  it('a statement as old as the school allows is fresh, a day older is not', () => {
    expect(concerns([{ newestStatementOn: '2026-11-17' }], 3)).toEqual([]);
    expect(concerns([{ newestStatementOn: '2026-11-16' }], 3)).toEqual([
      {
        schoolId: 1,
        reason: 'statementTooOld',
        sentence: 'Het nieuwste uittreksel is van 16/11/2026, 4 dagen oud; de school vraagt hoogstens 3 dagen.',
      },
    ]);
    expect(concerns([{ newestStatementOn: '2026-11-20' }], 0)).toEqual([]);
  });

  it('no statement at all, or a bank of which nothing is known', () => {
    const none = { schoolId: 1, reason: 'noStatement', sentence: 'Er is nog geen rekeninguittreksel ingelezen.' };
    expect(concerns([{ newestStatementOn: null }], 3)).toEqual([none]);
    expect(concerns([], 3)).toEqual([none]);
  });

  it('no age asked: only lines that wait are named, and always', () => {
    expect(concerns([{ newestStatementOn: null }], null)).toEqual([]);
    expect(concerns([{ newestStatementOn: '2020-01-01', openLines: 1 }], null)).toEqual([
      { schoolId: 1, reason: 'openLines', sentence: 'Eén verrichting wacht nog op afpunten.' },
    ]);
    expect(concerns([{ newestStatementOn: '2020-01-01', openLines: 12 }], 30)).toMatchObject([
      { reason: 'openLines', sentence: '12 verrichtingen wachten nog op afpunten.' },
      { reason: 'statementTooOld' },
    ]);
  });

  it('each school by its own limit', () => {
    const bank = [
      { schoolId: 2, newestStatementOn: '2026-11-10' },
      { schoolId: 1, newestStatementOn: '2026-11-10' },
    ];
    const { bankConcerns } = decideOn(asOf, { bank, schoolSettings: [{ schoolId: 2, statementMaxAgeDays: 5 }] });
    expect(bankConcerns.map(({ schoolId }) => schoolId)).toEqual([2]);
  });
});
