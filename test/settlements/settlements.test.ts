import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';

let application: TestApplication;
let schoolId: number;
let mediatorId: number;
let abeel: FamilyIds;

beforeEach(async () => {
  application = await testApplication('2025-03-15');
  const { store } = application.context;
  schoolId = addSchool(store);
  const mediator = await application.api.people.saveThirdPartyPayer({
    thirdPartyPayerId: null,
    details: {
      name: 'Meester Peeters, bemiddelaar',
      contactName: null,
      language: 'nl',
      email: null,
      phone: null,
      channel: 'letter',
      street: 'Balieplein 1',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
      iban: null,
    },
  });
  mediatorId = mediator.id;
  abeel = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel' },
      { firstName: 'Jan', lastName: 'Abeel' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: 'F1', amountCents: 250_00, paidCents: 50_00, issueDate: '2024-12-01', dueDate: '2024-12-15' },
          { number: 'F2', amountCents: 120_00, issueDate: '2025-02-20', dueDate: '2025-03-10' },
          { number: 'F3', amountCents: 60_00, issueDate: '2025-03-01', dueDate: '2025-03-31' },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

const sofie = () => abeel.payerIds[0] ?? 0;
const jan = () => abeel.payerIds[1] ?? 0;
const open = () =>
  application.api.settlements.open({
    payerId: sofie(),
    orderSentOn: '2025-03-10',
    court: 'Arbeidsrechtbank Gent',
    reference: '25/123/B',
    mediatorId,
  });

describe('a collective debt settlement', () => {
  it('freezes what was due on the day of the order and says until when to file (5a)', async () => {
    expect(await open()).toMatchObject({
      claimLastDay: '2025-04-10',
      claimTarget: '2025-04-05',
      daysLeft: 26,
      frozenCents: 320_00,
      frozen: [
        { number: 'F1', cents: 200_00 },
        { number: 'F2', cents: 120_00 },
      ],
    });
  });

  it('holds this payer without an end, costs included, and leaves the other parent alone (3f)', async () => {
    await open();
    const holds = await application.api.holds.list({});
    expect(holds).toMatchObject([
      { kind: 'debtSettlement', scope: 'payer', payerId: sofie(), untilDate: null, freezesCosts: true },
    ]);
    expect(holds).not.toContainEqual(expect.objectContaining({ payerId: jan() }));
  });

  it('sends everything for this payer to the mediator', async () => {
    await open();
    const { payers } = await application.api.dossier.page({ householdId: abeel.householdId });
    expect(payers.map(({ payerId, thirdPartyPayerName }) => [payerId, thirdPartyPayerName])).toEqual([
      [sofie(), 'Meester Peeters, bemiddelaar'],
      [jan(), null],
    ]);
  });

  it('takes the share of a split bill', async () => {
    const { store } = application.context;
    const den = addFamily(store, schoolId, {
      name: 'Gezin Den',
      payers: [
        { firstName: 'An', lastName: 'Den' },
        { firstName: 'Bo', lastName: 'Den' },
      ],
      pupils: [
        {
          firstName: 'Lou',
          lastName: 'Den',
          shares: [6000, 4000],
          invoices: [{ number: 'G1', amountCents: 100_00, issueDate: '2025-01-01', dueDate: '2025-01-15' }],
        },
      ],
    });
    const opened = await application.api.settlements.open({ payerId: den.payerIds[1] ?? 0, orderSentOn: '2025-03-10' });
    expect(opened.frozenCents).toBe(40_00);
  });

  it('is opened once for a payer, and never in the future', async () => {
    await open();
    await expect(open()).rejects.toThrow(/loopt al/);
    await expect(application.api.settlements.open({ payerId: jan(), orderSentOn: '2025-03-16' })).rejects.toThrow(
      /moet nog komen/,
    );
  });

  it('keeps what was frozen, whatever is paid later', async () => {
    const { settlementId } = await open();
    await application.api.ledger.writeOff({
      items: [{ invoiceId: abeel.invoiceIds[1] ?? 0, amountCents: 120_00 }],
      ground: 'insolvency',
      reason: 'Kwijtgescholden door de rechtbank',
    });
    const [settlement] = await application.api.settlements.list({ householdId: abeel.householdId });
    expect(settlement).toMatchObject({ settlementId, frozenCents: 320_00 });
  });
});

describe('the claim statement', () => {
  it('names the bills, the total, the order and the mediator, and nothing of the other parent', async () => {
    const { settlementId } = await open();
    const file = await application.api.settlements.claimStatement({ settlementId, schoolId });
    const { pages } = readPdf(Buffer.from(file.contentBase64, 'base64'));
    const text = pages.flatMap(({ texts }) => texts).join(' ');
    for (const word of ['Meester Peeters', 'Sofie Abeel', '25/123/B', '10/03/2025', 'F1', 'F2', '320,00', 'IBAN']) {
      expect(text).toContain(word === 'IBAN' ? 'BE68' : word);
    }
    expect(text).not.toContain('F3');
    expect(text).not.toContain('Jan');
  });

  it('asks for the mediator first', async () => {
    const { settlementId } = await application.api.settlements.open({ payerId: jan(), orderSentOn: '2025-03-10' });
    await expect(application.api.settlements.claimStatement({ settlementId, schoolId })).rejects.toThrow(/bemiddelaar/);
  });
});

describe('the end of a settlement', () => {
  it('notes when the claim was filed, not before the order and not in the future', async () => {
    const { settlementId } = await open();
    await expect(application.api.settlements.recordFiled({ settlementId, filedOn: '2025-03-09' })).rejects.toThrow(
      /beschikking/,
    );
    const filed = await application.api.settlements.recordFiled({ settlementId, filedOn: '2025-03-15' });
    expect(filed.claimFiledOn).toBe('2025-03-15');
  });

  it('gives the creditors their rights back when it is revoked', async () => {
    const { settlementId } = await open();
    await application.api.settlements.close({
      settlementId,
      outcome: 'revoked',
      closedOn: '2025-03-15',
      reason: 'Herroepen',
    });
    expect(await application.api.holds.list({})).toEqual([]);
    const { payers } = await application.api.dossier.page({ householdId: abeel.householdId });
    expect(payers[0]?.thirdPartyPayerName).toBeNull();
    expect(await application.api.settlements.list({})).toEqual([]);
  });

  it('keeps the hold after a remission, until somebody decides about the bills', async () => {
    const { settlementId, holdId } = await open();
    await expect(application.api.holds.lift({ holdIds: [holdId] })).rejects.toThrow(/schuldenregeling/);
    await application.api.settlements.close({
      settlementId,
      outcome: 'remitted',
      closedOn: '2025-03-15',
      reason: 'Kwijtgescholden',
    });
    expect(await application.api.holds.list({})).toHaveLength(1);
    expect(await application.api.settlements.list({ withClosed: true })).toMatchObject([
      { outcome: 'remitted', closeReason: 'Kwijtgescholden' },
    ]);
  });
});
