import { afterEach, describe, expect, it } from 'vitest';
import { decideNow } from '#main/runs/decide.ts';
import { composeProposals } from '#main/runs/compose.ts';
import { addFamily, addInvoice, addSchool, insert, post } from '#test/support/family.ts';
import { type RunOffice, runOffice } from '#test/support/run-office.ts';
import { mailText } from '#main/correspondence/mail-text.ts';

let office: RunOffice;
afterEach(() => office.application.close());

/** What is decided for a day, by everything that stands in the store. */
function decided(asOf: string, schoolIds: 'all' | readonly number[] = 'all') {
  return decideNow(office.store, { asOf, today: asOf, schoolIds });
}

function stagesOn(asOf: string): { payerId: number; stage: number; totalCents: number }[] {
  return decided(asOf).proposals.map(({ payerId, stage, totalCents }) => ({ payerId, stage, totalCents }));
}

function reasonsOn(asOf: string): string[] {
  return decided(asOf).exclusions.map(({ reason }) => reason);
}

describe('S-01 through the store: levels, no jump, block, payment', () => {
  it('follows one bill of 100.00 from due to paid', async () => {
    // Given stages at 5, 20 and 40 days and a bill that is due on 1 September
    office = await runOffice([
      { days: 5, name: 'Eerste' },
      { days: 20, name: 'Tweede', channel: 'letter' },
      { days: 40, name: 'Derde', channel: 'letter' },
    ]);
    const family = office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' }],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [{ number: 'F-1', amountCents: 100_00, issueDate: '2026-08-15', dueDate: '2026-09-01' }],
        },
      ],
    });
    const [payerId = 0] = family.payerIds;
    const [invoiceId = 0] = family.invoiceIds;
    // Then nothing on day 4, stage 1 on day 5, and still stage 1 on day 30
    expect(stagesOn('2026-09-05')).toEqual([]);
    expect(reasonsOn('2026-09-05')).toEqual(['notLateEnough']);
    expect(stagesOn('2026-09-06')).toEqual([{ payerId, stage: 1, totalCents: 100_00 }]);
    expect(stagesOn('2026-10-01')).toEqual([{ payerId, stage: 1, totalCents: 100_00 }]);
    // When stage 1 was sent and the bill is held, then nobody; without the hold stage 2
    const [sent] = decided('2026-09-06').proposals;
    sendStage({ ...family, payerId, invoiceId, versionId: sent?.procedureVersionId ?? 0, onDate: '2026-09-06' });
    const { holdIds } = await office.api.holds.place({
      invoiceIds: [invoiceId],
      kind: 'dispute',
      reason: 'Betwist',
      fromDate: '2026-09-01',
    });
    expect(stagesOn('2026-10-01')).toEqual([]);
    expect(reasonsOn('2026-10-01')).toEqual(['held']);
    await office.api.holds.lift({ holdIds });
    expect(stagesOn('2026-10-01')).toEqual([{ payerId, stage: 2, totalCents: 100_00 }]);
    // When it is paid, then nothing any more
    post(office.store, invoiceId, 'receipt', -100_00, '2026-10-05');
    expect(stagesOn('2026-10-21')).toEqual([]);
  });
});

describe('S-20 through the store: three children of separated parents', () => {
  it('asks 75.00 and 50.00 in one message each, in their own language, and tells neither about the other', async () => {
    office = await runOffice([{ days: 3 }, { days: 17, channel: 'letter' }, { days: 31, channel: 'letter' }]);
    const bill = (number: string, amountCents: number, dueDate: string) => [
      { number, amountCents, issueDate: '2026-09-20', dueDate },
    ];
    const shares = [6000, 4000];
    const family = office.add({
      name: 'Gezin Bos',
      payers: [
        { firstName: 'Els', lastName: 'Bos', email: 'els@voorbeeld.example' },
        { firstName: 'Marc', lastName: 'Leroy', email: 'marc@voorbeeld.example', language: 'fr' },
      ],
      pupils: [
        { firstName: 'An', lastName: 'Leroy', shares, invoices: bill('F-1', 80_00, '2026-10-14') },
        { firstName: 'Bo', lastName: 'Leroy', shares, invoices: bill('F-2', 45_00, '2026-11-05') },
        { firstName: 'Cas', lastName: 'Leroy', shares, invoices: bill('F-3', 25_00, '2026-11-24') },
      ],
    });
    const [mother = 0, father = 0] = family.payerIds;
    office.store.sql.prepare("UPDATE payers SET street = 'Rue Neuve 9', city = 'Bruxelles' WHERE id = ?").run(father);
    const { proposals } = decided('2026-11-23');
    expect(proposals.map(({ payerId, stage, totalCents }) => [payerId, stage, totalCents])).toEqual([
      [mother, 1, 75_00],
      [father, 1, 50_00],
    ]);
    expect(proposals[0]?.upcoming.map(({ number, amountCents }) => [number, amountCents])).toEqual([['F-3', 15_00]]);
    const composed = composeProposals(
      office.store,
      proposals.map((proposal) => ({ proposal, chosenChannel: null, letterNumber: null })),
      { asOf: '2026-11-23' },
    );
    expect(composed.map(({ message }) => message?.draft.language)).toEqual(['nl', 'fr']);
    const [toMother = '', toFather = ''] = composed.map(({ message }) =>
      message ? mailText(message.composed.model) : '',
    );
    expect(toMother).toContain('75,00');
    expect(toMother).not.toMatch(/Marc|Rue Neuve|50,00|125,00/);
    expect(toFather).toContain('50,00');
    expect(toFather).not.toMatch(/Els|Wilgenlaan 1\b|75,00|125,00/);
    // A social hold on one parent silences only that one.
    await office.api.holds.place({ payerId: mother, kind: 'socialFile', reason: 'OCMW' });
    expect(stagesOn('2026-11-23')).toEqual([{ payerId: father, stage: 1, totalCents: 50_00 }]);
    expect(reasonsOn('2026-11-23')).toEqual(['held']);
  });

  it('takes what one parent paid off that share only', async () => {
    office = await runOffice();
    const family = office.add({
      name: 'Gezin Bos',
      payers: [
        { firstName: 'Els', lastName: 'Bos', email: 'els@voorbeeld.example' },
        { firstName: 'Marc', lastName: 'Leroy', email: 'marc@voorbeeld.example' },
      ],
      pupils: [
        {
          firstName: 'An',
          lastName: 'Leroy',
          shares: [5000, 5000],
          invoices: [{ number: 'F-1', amountCents: 100_00 }],
        },
      ],
    });
    const [mother = 0, father = 0] = family.payerIds;
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -30_00, '2026-11-01', mother);
    expect(stagesOn('2026-11-23').map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([
      [mother, 20_00],
      [father, 50_00],
    ]);
  });
});

const couple = [
  { firstName: 'Els', lastName: 'Bos', email: 'els@voorbeeld.example' },
  { firstName: 'Marc', lastName: 'Leroy', email: 'marc@voorbeeld.example' },
];

describe('what is gathered', () => {
  it('leaves a bill out for the payer for whom it was handed over, and asks the other who owes it jointly', async () => {
    office = await runOffice();
    const family = office.add({
      name: 'Gezin Bos',
      payers: couple,
      pupils: [{ firstName: 'An', lastName: 'Leroy', invoices: [{ number: 'F-1', amountCents: 100_00 }] }],
    });
    const [mother = 0, father = 0] = family.payerIds;
    handOver(mother, family.householdId, family.invoiceIds[0] ?? 0);
    const { proposals, exclusions } = decided('2026-11-23');
    expect(proposals.map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([[father, 100_00]]);
    expect(exclusions.map(({ payerId, reason }) => [payerId, reason])).toEqual([[mother, 'handedOver']]);
  });

  it('keeps the shares of a split bill when one of them was handed over', async () => {
    office = await runOffice();
    const family = office.add({
      name: 'Gezin Bos',
      payers: couple,
      pupils: [
        {
          firstName: 'An',
          lastName: 'Leroy',
          shares: [5000, 5000],
          invoices: [{ number: 'F-1', amountCents: 100_00 }],
        },
      ],
    });
    const [mother = 0, father = 0] = family.payerIds;
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -20_00, '2026-11-01', mother);
    handOver(mother, family.householdId, family.invoiceIds[0] ?? 0);
    const { proposals, exclusions } = decided('2026-11-23');
    expect(proposals.map(({ payerId, totalCents }) => [payerId, totalCents])).toEqual([[father, 50_00]]);
    expect(exclusions.map(({ payerId, reason }) => [payerId, reason])).toEqual([[mother, 'handedOver']]);
  });

  it('lists a cost of our own with the bill, for the payer who owes it, and never alone', async () => {
    office = await runOffice();
    const family = office.add({
      name: 'Gezin Bos',
      payers: couple,
      pupils: [{ firstName: 'An', lastName: 'Leroy', invoices: [{ number: 'F-1', amountCents: 100_00 }] }],
    });
    const [mother = 0, father = 0] = family.payerIds;
    const claimId = addInvoice(office.store, office.schoolId, family.pupilIds[0] ?? 0, {
      number: 'K-1',
      amountCents: 20_00,
    });
    insert(office.store, 'cost_claims', {
      school_id: office.schoolId,
      household_id: family.householdId,
      payer_id: mother,
      kind: 'lumpSum',
      invoice_id: family.invoiceIds[0] ?? 0,
      claim_id: claimId,
      stage: 2,
      basis: '{}',
      amount_cents: 20_00,
      author: 'test',
      created_at: '2026-11-01T08:00:00.000Z',
    });
    const { proposals } = decided('2026-11-23');
    expect(
      proposals.map(({ payerId, totalCents, items }) => [payerId, totalCents, items.map(({ kind }) => kind)]),
    ).toEqual([
      [mother, 120_00, ['invoice', 'cost']],
      [father, 100_00, ['invoice']],
    ]);
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -100_00, '2026-11-20');
    expect(decided('2026-11-23').proposals).toEqual([]);
  });

  it('names a credit at another school of the board, and answers about the school that was asked only', async () => {
    office = await runOffice();
    const other = addSchool(office.store, 'Middenschool De Es');
    addFamily(office.store, office.schoolId, {
      name: 'Gezin Bos',
      payers: [couple[0] ?? { firstName: '', lastName: '' }],
      pupils: [
        { firstName: 'An', lastName: 'Bos', invoices: [{ number: 'F-1', amountCents: 100_00 }] },
        {
          firstName: 'Bo',
          lastName: 'Bos',
          schoolId: other,
          invoices: [
            { number: 'G-1', amountCents: 40_00 },
            { number: 'G-2', amountCents: -60_00 },
          ],
        },
      ],
    });
    const { proposals, exclusions } = decided('2026-11-23', [office.schoolId]);
    expect(proposals.map(({ schoolId, totalCents }) => [schoolId, totalCents])).toEqual([[office.schoolId, 100_00]]);
    expect(proposals[0]?.notes.map(({ code }) => code)).toContain('creditElsewhere');
    expect(exclusions).toEqual([]);
  });

  it('waits for who has an undecided message or a call to make', async () => {
    office = await runOffice();
    const family = office.add({
      name: 'Gezin Bos',
      payers: couple,
      pupils: [{ firstName: 'An', lastName: 'Bos', invoices: [{ number: 'F-1', amountCents: 100_00 }] }],
    });
    const [mother = 0] = family.payerIds;
    insert(office.store, 'tasks', {
      school_id: office.schoolId,
      household_id: family.householdId,
      payer_id: mother,
      kind: 'phone',
      due_date: '2026-11-20',
      author: 'test',
      created_at: '2026-11-20T08:00:00.000Z',
    });
    const { exclusions } = decided('2026-11-23');
    expect(exclusions.map(({ payerId, reason }) => [payerId, reason])).toEqual([[mother, 'taskWaiting']]);
  });

  it('leaves a bill that is limited to a person, from the day after the last one', async () => {
    office = await runOffice();
    office.add({
      name: 'Gezin Bos',
      payers: couple.slice(0, 1),
      pupils: [
        {
          firstName: 'An',
          lastName: 'Bos',
          invoices: [{ number: 'F-1', amountCents: 100_00, issueDate: '2025-10-01', dueDate: '2025-11-23' }],
        },
      ],
    });
    expect(reasonsOn('2026-11-23')).toEqual([]);
    expect(reasonsOn('2026-11-24')).toEqual(['limited']);
  });
});

type SentOne = { householdId: number; payerId: number; invoiceId: number; versionId: number; onDate: string };

/** The first stage, as a call that was made on a day. */
function sendStage({ householdId, payerId, invoiceId, versionId, onDate }: SentOne): void {
  const { store, schoolId } = office;
  const made = { author: 'test', created_at: `${onDate}T08:00:00.000Z` };
  const runId = insert(store, 'runs', { request_key: 'vroeger', as_of: onDate, status: 'done', ...made });
  const who = { school_id: schoolId, household_id: householdId, payer_id: payerId };
  const taskId = insert(store, 'tasks', { ...who, kind: 'phone', due_date: onDate, done_at: made.created_at, ...made });
  insert(store, 'stage_events', {
    school_id: schoolId,
    run_id: runId,
    payer_id: payerId,
    invoice_id: invoiceId,
    procedure_version_id: versionId,
    stage: 1,
    channel: 'phone',
    on_date: onDate,
    amount_cents: 100_00,
    task_id: taskId,
    created_at: made.created_at,
  });
}

function handOver(payerId: number, householdId: number, invoiceId: number): void {
  const { store, schoolId } = office;
  const thirdParty = insert(store, 'third_party_payers', { name: 'Meester Claes' });
  const partner = insert(store, 'collection_partners', {
    name: 'Meester Claes',
    kind: 'lawyer',
    third_party_payer_id: thirdParty,
  });
  const handOverId = insert(store, 'hand_overs', {
    school_id: schoolId,
    household_id: householdId,
    payer_id: payerId,
    partner_id: partner,
    handed_on: '2026-11-02',
    total_cents: 100_00,
    author: 'test',
    created_at: '2026-11-02T08:00:00.000Z',
  });
  insert(store, 'hand_over_items', {
    hand_over_id: handOverId,
    invoice_id: invoiceId,
    school_id: schoolId,
    amount_cents: 100_00,
  });
}
