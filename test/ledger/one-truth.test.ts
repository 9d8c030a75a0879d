import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDue } from '#shared/correspondence/totals.ts';
import type { OpenItemsFilter } from '#shared/ledger/contract.ts';
import { prepareMessages } from '#main/correspondence/prepare.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

// One amount, whichever screen, file or message says it: the demo school, with credits, holds, shares and siblings in two schools.

let application: TestApplication;
let households: readonly number[];

beforeAll(async () => {
  application = await testApplication();
  const { api } = application;
  await api.jobs.wait(await api.setup.createDemo({ pupils: 240 }));
  households = (await api.ledger.selectAll({ grouping: 'household' })).keys;
});
afterAll(() => application.close());

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

async function exported(filter: OpenItemsFilter, grouping: 'invoice' | 'household' = 'invoice'): Promise<number> {
  const file = await application.api.ledger.exportOpenItems({ filter, grouping, columns: ['open'], format: 'csv' });
  const [, ...lines] = Buffer.from(file.contentBase64, 'base64').toString('utf8').trim().split('\r\n');
  return sum(lines.map((line) => Number(line.replace(',', ''))));
}

async function listed(filter: OpenItemsFilter, grouping: 'invoice' | 'pupil' | 'household'): Promise<number> {
  let total = 0;
  for (let offset = 0; ; offset += 1000) {
    const { rows } = await application.api.ledger.openItems({ filter, grouping, offset, limit: 1000 });
    total += sum(rows.map((row) => row.openCents));
    if (rows.length < 1000) return total;
  }
}

describe('the total of a list', () => {
  it.each<[string, OpenItemsFilter]>([
    ['of everything', {}],
    ['of what is owed', { credit: false }],
    ['of credits', { credit: true }],
    ['of one school', { schoolId: 1 }],
    ['of what is late', { minOverdueDays: 1 }],
    ['of what is held', { held: true }],
    ['of larger amounts', { minCents: 5000 }],
  ])('%s is that of its rows, in every grouping, of its selection and of its file', async (_what, filter) => {
    const { api } = application;
    const { totals } = await api.ledger.openItems({ filter });
    for (const grouping of ['invoice', 'pupil', 'household'] as const) {
      expect(await listed(filter, grouping)).toBe(totals.openCents);
      expect((await api.ledger.openItems({ filter, grouping })).totals).toMatchObject({ openCents: totals.openCents });
    }
    const { keys } = await api.ledger.selectAll({ filter, grouping: 'invoice' });
    expect(await api.ledger.selectionTotals({ grouping: 'invoice', keys })).toMatchObject({
      invoices: totals.invoices,
      pupils: totals.pupils,
      households: totals.households,
      openCents: totals.openCents,
      overdueCents: totals.overdueCents,
    });
    expect(await exported(filter)).toBe(totals.openCents);
    expect(await exported(filter, 'household')).toBe(totals.openCents);
    const unique = await api.ledger.selectUnique({ filter, by: 'household' });
    expect(unique.totals).toMatchObject({ openCents: totals.openCents, rows: totals.households });
  });
});

describe('the page of a household', () => {
  it('says what the list says of it: what is owed, what is late, and the credits apart', async () => {
    const { api } = application;
    const inList = new Map((await api.dossier.households({ limit: 500 })).rows.map((row) => [row.householdId, row]));
    expect(households.length).toBeGreaterThan(50);
    let credits = 0;
    for (const householdId of households) {
      const page = await api.dossier.page({ householdId });
      const all = (await api.ledger.openItems({ filter: { householdId } })).totals;
      const owed = (await api.ledger.openItems({ filter: { householdId, credit: false } })).totals;
      expect(page.totals.openCents - page.totals.creditCents).toBe(all.openCents);
      expect(page.totals).toMatchObject({ openCents: owed.openCents, overdueCents: owed.overdueCents });
      expect(page.totals.openInvoices).toBe(owed.invoices);
      expect(inList.get(householdId)?.openCents ?? 0).toBe(page.totals.openCents);
      expect(inList.get(householdId)?.overdueCents ?? 0).toBe(page.totals.overdueCents);
      credits += page.totals.creditCents;
    }
    expect(credits).toBeGreaterThan(0);
  });

  it('says of each payer what the list by payer says', async () => {
    const { api } = application;
    const byPayer = new Map<number, number>();
    for (let offset = 0; ; offset += 1000) {
      const page = await api.ledger.openItems({ filter: { credit: false }, grouping: 'payer', offset, limit: 1000 });
      for (const row of page.rows) byPayer.set(row.key, row.openCents);
      if (page.rows.length < 1000) break;
    }
    expect(byPayer.size).toBeGreaterThan(50);
    for (const householdId of households) {
      const { payers } = await api.dossier.page({ householdId });
      for (const payer of payers) expect(payer.openCents).toBe(byPayer.get(payer.payerId) ?? 0);
    }
  });
});

describe('the messages', () => {
  it('ask for what is late and not held, less the credits: no cent more than the list says, and never of another household', async () => {
    const { api, context } = application;
    const [text] = await api.correspondence.texts({});
    const selection = { grouping: 'household' as const, keys: [...households] };
    const { messages, excluded } = await api.correspondence.prepare({ selection, textId: text?.textId ?? 0 });
    const { plan } = prepareMessages(
      context.store,
      { selection, textId: text?.textId ?? 0, edits: [] },
      context.clock.today(),
    );
    expect(messages.length).toBeGreaterThan(30);
    const told = new Set([...messages, ...excluded].map((one) => one.householdId));
    for (const householdId of households) expect(told.has(householdId)).toBe(true);

    for (const householdId of households) {
      const late = await api.ledger.openItems({
        filter: { householdId, minOverdueDays: 1, held: false, credit: false },
        limit: 1000,
      });
      const open = new Map(late.rows.map((row) => [row.invoiceId, row.openCents]));
      const ofHousehold = plan.messages.filter((message) => message.facts.household.householdId === householdId);
      const askedOf = new Map<number, { joint: number; shares: number }>();
      for (const message of ofHousehold) {
        const due = message.facts.items.filter(isDue);
        const credit = sum(message.facts.items.filter((item) => item.amountCents < 0).map((item) => item.amountCents));
        expect(message.totalCents).toBe(Math.max(0, sum(due.map((item) => item.amountCents)) + credit));
        for (const item of due) {
          const asked = askedOf.get(item.invoiceId) ?? { joint: 0, shares: 0 };
          if (item.amountCents === item.openCents) asked.joint = item.amountCents;
          else asked.shares += item.amountCents;
          askedOf.set(item.invoiceId, asked);
        }
      }
      for (const [invoiceId, { joint, shares }] of askedOf) {
        const cents = open.get(invoiceId) ?? 0;
        expect(cents).toBeGreaterThan(0);
        expect(Math.max(joint, shares)).toBeLessThanOrEqual(cents);
      }
    }
  });

  it('show on paper the amount that the preparation lists', async () => {
    const { api, context } = application;
    const [text] = await api.correspondence.texts({});
    const selection = { grouping: 'household' as const, keys: [...households] };
    const request = { selection, textId: text?.textId ?? 0, edits: [] };
    const listedMessages = new Map(
      (await api.correspondence.prepare(request)).messages.map((message) => [message.messageKey, message]),
    );
    for (const { draft, composed } of prepareMessages(context.store, request, context.clock.today()).messages) {
      const table = composed.model.blocks.find((block) => block.kind === 'openInvoices');
      const cents = Number((table?.total ?? '').replaceAll(/[^\d]/g, ''));
      expect(cents).toBe(listedMessages.get(draft.messageKey)?.totalCents);
    }
  });
});
