import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CostSettings } from '#shared/costs/contract.ts';
import { noCosts } from '#shared/costs/settings-problems.ts';
import { chargeCosts } from '#main/costs/charge-costs.ts';
import type { CostRequest } from '#main/costs/cost-items.ts';
import { supersedeCostsOfRun } from '#main/costs/give-up.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert } from '#test/support/family.ts';
import { addSentStage } from '#test/support/stage-event.ts';

const at = '2026-10-01T08:00:00.000Z';
const settings: CostSettings = {
  ...noCosts,
  enabled: true,
  clause: 'Wie na een gratis herinnering niet betaalt, betaalt een schadevergoeding.',
  clauseReference: 'Schoolreglement, art. 12',
  clauseDate: '2026-01-05',
  kind: 'lumpSum',
  lumpSumBasisPoints: 1000,
  lumpSumMinimumCents: 20_00,
};

let application: TestApplication;
let schoolId: number;
let runId: number;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  runId = insert(store, 'runs', { request_key: 'a', as_of: '2026-11-20', author: 'test', created_at: at });
  await application.api.costs.saveSettings({ schoolId, ...settings });
});
afterEach(() => application.close());

function family(shares?: readonly number[]): FamilyIds {
  return addFamily(application.context.store, schoolId, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel' },
      { firstName: 'Jan', lastName: 'Abeel' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        ...(shares ? { shares } : {}),
        invoices: [{ number: 'F1', amountCents: 200_00, issueDate: '2026-09-01', dueDate: '2026-09-15' }],
      },
    ],
  });
}

/** The free first reminder, whose term ended on 16 October. */
function reminded({ householdId, invoiceIds }: FamilyIds, payerId: number): void {
  addSentStage(application.context.store, {
    schoolId,
    householdId,
    payerId,
    invoiceIds,
    announcedCents: 20_00,
  });
}

function request(of: FamilyIds, payerId: number, amountCents: number): CostRequest {
  return {
    runId,
    schoolId,
    householdId: of.householdId,
    payerId,
    stage: 2,
    kind: 'lumpSum',
    channel: 'letter',
    items: [{ invoiceId: of.invoiceIds[0] ?? 0, amountCents }],
  };
}

function charge(of: FamilyIds, payerId: number, amountCents = 200_00): number[] {
  const { context } = application;
  return context.store.transaction(() => chargeCosts(context, request(of, payerId, amountCents)));
}

const listed = async () =>
  (await application.api.costs.list({})).map(({ status, amountCents, openCents }) => ({
    status,
    amountCents,
    openCents,
  }));

describe('a cost claim', () => {
  it('stands beside the bill, which keeps its own amount', async () => {
    const abeel = family();
    const [sofie = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    expect(charge(abeel, sofie)).toHaveLength(1);
    expect(await listed()).toEqual([{ status: 'open', amountCents: 20_00, openCents: 20_00 }]);
    const { invoices, totals } = await application.api.dossier.page({ householdId: abeel.householdId });
    expect(invoices.map(({ number, openCents }) => [number, openCents])).toEqual([
      ['F1', 200_00],
      ['K-1', 20_00],
    ]);
    expect(totals.openCents).toBe(220_00);
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('is asked once: again for the same payer, or for the other joint parent, changes nothing', async () => {
    const abeel = family();
    const [sofie = 0, jan = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    charge(abeel, sofie);
    expect(charge(abeel, sofie)).toEqual([]);
    expect(charge(abeel, jan)).toEqual([]);
  });

  it('of a split bill stands on the share of whoever was reminded', async () => {
    const abeel = family([6000, 4000]);
    const [sofie = 0, jan = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    charge(abeel, sofie, 120_00);
    const { payers } = await application.api.dossier.page({ householdId: abeel.householdId });
    const owed = new Map(payers.map(({ payerId, openCents }) => [payerId, openCents]));
    expect([owed.get(sofie), owed.get(jan)]).toEqual([140_00, 80_00]);
  });

  it('is nothing before the term is over and under a hold that freezes', async () => {
    const abeel = family();
    const [sofie = 0] = abeel.payerIds;
    expect(charge(abeel, sofie)).toEqual([]);
    reminded(abeel, sofie);
    await application.api.holds.place({ payerId: sofie, kind: 'debtSettlement', reason: 'Toegelaten' });
    expect(charge(abeel, sofie)).toEqual([]);
  });

  it('is paid when the ledger says so', async () => {
    const abeel = family();
    const [sofie = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    charge(abeel, sofie);
    const [claim] = await application.api.costs.list({});
    const page = await application.api.dossier.page({ householdId: abeel.householdId });
    const invoiceId = page.invoices.find(({ number }) => number === claim?.claimNumber)?.invoiceId ?? 0;
    await application.api.ledger.bookReceipts({
      requestKey: 'ontvangst-1',
      schoolId,
      controlTotalCents: 20_00,
      lines: [
        {
          householdId: abeel.householdId,
          payerId: sofie,
          method: 'cash',
          amountCents: 20_00,
          valueDate: '2026-11-20',
          allocations: [{ invoiceId, amountCents: 20_00 }],
        },
      ],
    });
    expect(await listed()).toEqual([{ status: 'paid', amountCents: 20_00, openCents: 0 }]);
    await expect(application.api.costs.waive({ costClaimId: claim?.costClaimId ?? 0, reason: 'x' })).rejects.toThrow(
      /staat niet meer open/,
    );
  });

  it('can be given up, once, and is not asked again', async () => {
    const abeel = family();
    const [sofie = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    charge(abeel, sofie);
    const [claim] = await application.api.costs.list({});
    const waived = await application.api.costs.waive({
      costClaimId: claim?.costClaimId ?? 0,
      reason: 'Na gesprek',
    });
    expect(waived).toMatchObject({ status: 'waived', openCents: 0, reason: 'Na gesprek' });
    expect(charge(abeel, sofie)).toEqual([]);
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('of a run that is taken back is superseded once, and may be asked again later', async () => {
    const abeel = family();
    const [sofie = 0] = abeel.payerIds;
    reminded(abeel, sofie);
    charge(abeel, sofie);
    const { context } = application;
    const supersede = () => context.store.transaction(() => supersedeCostsOfRun(context, runId, [sofie]));
    expect(supersede()).toBe(1);
    expect(supersede()).toBe(0);
    expect(await listed()).toEqual([{ status: 'superseded', amountCents: 20_00, openCents: 0 }]);
    expect(charge(abeel, sofie)).toHaveLength(1);
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});

describe('the settings of a school', () => {
  it('are refused without a clause, and nothing is changed then', async () => {
    await expect(application.api.costs.saveSettings({ schoolId, ...settings, clause: '' })).rejects.toThrow(/clausule/);
    expect(await application.api.costs.settings({ schoolId })).toEqual({ ...settings, problems: [] });
  });
});
