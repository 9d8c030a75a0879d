import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assert, date, integer, property } from 'fast-check';
import { generateDemo } from '#shared/demo/generate.ts';
import { openCents } from '#shared/demo/group.ts';
import { chooseHelp } from '#shared/demo/help.ts';
import { ensureDemo } from '#main/setup/demo.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

const day = '2026-11-20';
const opened: TestApplication[] = [];
afterAll(() => Promise.all(opened.map((application) => application.close())));

async function demoOn(asOf: string, withHelp = true): Promise<TestApplication> {
  const application = await testApplication(asOf);
  opened.push(application);
  await ensureDemo(application.context, { withHelp });
  return application;
}

describe('what the demo agreed with families', () => {
  test('is the same every time, and asks each family for one thing only', () => {
    const group = generateDemo({ asOf: day });
    const help = chooseHelp(group);
    expect(chooseHelp(generateDemo({ asOf: day }))).toEqual(help);
    const families = [
      ...new Set(help.plans.map(({ householdId }) => householdId)),
      ...help.grants.map(({ householdId }) => householdId),
    ];
    expect(new Set(families).size).toBe(families.length);
    expect([help.plans.length, help.grants.length]).toEqual([8, 8]);
  });

  test('is about bills that stood open on the day, whatever the size and the day', () => {
    assert(
      property(
        integer({ min: 1, max: 200 }),
        integer(),
        date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (pupils, seed, moment) => {
          const group = generateDemo({ asOf: moment.toISOString().slice(0, 10), pupils, seed });
          const byId = new Map(group.invoices.map((invoice) => [invoice.id, invoice]));
          const { plans, grants } = chooseHelp(group, seed);
          const wanted = [
            ...plans.map(({ madeOn, invoiceIds }) => ({ on: madeOn, invoiceIds })),
            ...grants.map(({ askedOn, items }) => ({
              on: askedOn,
              invoiceIds: items.map(({ invoiceId }) => invoiceId),
            })),
          ];
          for (const { on, invoiceIds } of wanted) {
            const bills = invoiceIds.map((id) => byId.get(id));
            expect(bills.every((bill) => bill && openCents(bill) > 0 && bill.issueDate <= on)).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the demo school', () => {
  let demo: TestApplication;
  beforeAll(async () => {
    demo = await demoOn(day);
  });

  // In the middle of a school year, on its first day, on a leap day.
  test.each(['2026-11-20', '2026-09-01', '2028-02-29'])('on %s has every kind of plan, and adds up', async (asOf) => {
    const { api } = asOf === day ? demo : await demoOn(asOf);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    expect((await api.audit.verify()).firstBroken).toBeNull();
    const { rows, counts } = await api.plans.list({ text: '' });
    expect(counts).toEqual({ proposed: 1, live: 5, breached: 1, completed: 1, ended: 0 });
    const pages = await Promise.all(rows.map(({ planId }) => api.plans.page({ planId })));
    expect(pages.filter(({ claims }) => new Set(claims.map(({ schoolId }) => schoolId)).size === 2)).toHaveLength(1);
    // Separated parents: an own plan each, over the same bills.
    const perFamily = Map.groupBy(pages, ({ householdId }) => householdId);
    const parents = [...perFamily.values()].find((own) => own.length === 2);
    const bills = (parents ?? []).map(({ claims }) => claims.map(({ invoiceId }) => invoiceId));
    expect(bills[0]).toEqual(bills[1]);
    expect((parents ?? []).map(({ payers }) => payers.length)).toEqual([1, 1]);
    for (const { state, signatures, receivedCents } of pages) {
      expect([state, signatures.length > 0, receivedCents > 0]).toEqual([
        state,
        state !== 'proposed',
        state !== 'proposed',
      ]);
    }
  });

  test('keeps the paper of each plan where it can be opened', async () => {
    const { api } = demo;
    const { rows } = await api.plans.list({ state: 'live', text: '' });
    const [signature] = (await api.plans.page({ planId: rows[0]?.planId ?? 0 })).signatures;
    const file = await api.dossier.openDocument({ documentId: signature?.documentId ?? 0 });
    expect(Buffer.from(file.contentBase64, 'base64').toString('utf8')).toContain('alles is verzonnen');
  });

  test('knows partners, one referral with a permission, and what one family told', async () => {
    const { api } = demo;
    const own = (await api.referrals.partners()).filter(({ isOwn }) => isOwn);
    expect(own.map(({ kind }) => kind).toSorted()).toEqual(['foundation', 'mediator', 'ocmw']);
    expect(await api.referrals.list({})).toMatchObject([
      { partnerName: 'OCMW Wilgenbeke', permissionOn: '2026-11-10', followUpOn: '2026-11-29', permissionEnded: false },
    ]);
    const { rows } = await api.plans.list({ state: 'proposed', text: '' });
    const inventory = await api.affordability.inventory({ householdId: rows[0]?.householdId ?? 0 });
    expect(inventory?.consentOn).toBe('2026-11-14');
    expect(inventory?.result.feasibleCents).toBeGreaterThan(rows[0]?.next?.amountCents ?? Infinity);
  });

  test('says of the primary school what each billing group is for, and asks nothing above the maximum', async () => {
    const { api } = demo;
    const groups = await api.maximumBill.billingGroups({ schoolId: 1 });
    expect(groups.filter(({ costCategoryId }) => costCategoryId === null)).toEqual([]);
    const { rows, excessCents } = await api.maximumBill.list({ schoolYear: '2026-2027' });
    expect(new Set(rows.map(({ cap }) => cap))).toEqual(new Set(['sharp', 'multiDay']));
    expect(excessCents).toBe(0);
  });

  test('can be made without help: nothing agreed yet', async () => {
    const { api } = await demoOn(day, false);
    expect((await api.plans.list({ text: '' })).rows).toEqual([]);
    expect(await api.socialFund.funds({})).toEqual([]);
    expect(await api.maximumBill.categories()).toEqual([]);
    expect((await api.referrals.partners()).some(({ isOwn }) => isOwn)).toBe(false);
  });

  test('gives from a budget per school year, and one grant waits for whoever is at the keyboard', async () => {
    const { api } = demo;
    const funds = await api.socialFund.funds({});
    expect(funds.map(({ schoolYear }) => schoolYear).toSorted()).toEqual(['2025-2026', '2026-2027']);
    const grants = await api.socialFund.grants({});
    expect(grants.filter(({ status }) => status === 'granted')).toHaveLength(7);
    const waiting = grants.find(({ status }) => status === 'waiting');
    const { rows } = await api.approvals.list({ status: 'waiting' });
    expect(rows).toMatchObject([{ approvalId: waiting?.approvalId, decideBlockedBy: null }]);
    await api.approvals.approve({ approvalId: rows[0]?.approvalId ?? 0, stateSha256: rows[0]?.stateSha256 ?? '' });
    expect((await api.socialFund.grants({ status: 'granted' })).length).toBe(8);
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});
