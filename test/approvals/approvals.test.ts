import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, post } from '#test/support/family.ts';
import { addUser, type Api, signedIn } from '#test/support/users.ts';

// Sofie has € 80,00 too much on bill 7001. The school asks a second person for refunds from € 15,00 on.

let application: TestApplication;
let schoolId: number;
let householdId: number;
let payerId: number;
let invoiceId: number;
let otherInvoiceId: number;
let bert: Api;
let els: Api;
let dirk: Api;

beforeEach(async () => {
  application = await testApplication();
  const { context } = application;
  const { store } = context;
  schoolId = addSchool(store);
  const family = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '7001', amountCents: 100_00, paidCents: 180_00 },
          { number: '7002', amountCents: 60_00 },
        ],
      },
    ],
  });
  householdId = family.householdId;
  [payerId = 0] = family.payerIds;
  [invoiceId = 0, otherInvoiceId = 0] = family.invoiceIds;
  addUser(store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] });
  bert = signedIn(context, addUser(store, { name: 'Bert', roles: [{ role: 'secretary', schoolId }] }));
  els = signedIn(context, addUser(store, { name: 'Els', roles: [{ role: 'director', schoolId }] }));
  dirk = signedIn(context, addUser(store, { name: 'Dirk', roles: [{ role: 'coordinator', schoolId: null }] }));
  const ann = signedIn(context, 1);
  const thresholds = { writeOff: 50_00, remission: 0, refund: 15_00, transfer: null, payerAccount: 0 };
  await ann.approvals.saveThresholds({ schoolId, thresholds });
});
afterEach(() => application.close());

const refundOf = (amountCents: number) => ({
  invoiceId,
  amountCents,
  method: 'cash' as const,
  payerId,
  thirdPartyPayerId: null,
  iban: null,
  holderName: null,
  reason: 'te veel betaald',
});

async function waitingRefund(api: Api, amountCents = 20_00): Promise<number> {
  const outcome = await api.ledger.refund(refundOf(amountCents));
  if (outcome.outcome !== 'waiting') throw new Error('Nobody was asked');
  return outcome.approvalId;
}

async function approve(api: Api, approvalId: number) {
  const { stateSha256 } = await api.approvals.show({ approvalId });
  return api.approvals.approve({ approvalId, stateSha256 });
}

function balance(id = invoiceId): number {
  return application.context.store.sql
    .prepare('SELECT balance_cents FROM invoices WHERE id = ?')
    .pluck()
    .get(id) as number;
}

describe('a refund of € 20,00 where a second person is asked from € 15,00 on', () => {
  it('waits, stands beside the balance and changes nothing', async () => {
    const approvalId = await waitingRefund(bert);
    expect(balance()).toBe(-80_00);
    const page = await bert.dossier.page({ householdId, withClosed: false });
    expect(page.totals.creditCents).toBe(80_00);
    expect(page.pending).toMatchObject([{ approvalId, kind: 'refund', amountCents: 20_00, maker: 'Bert' }]);
    expect(await bert.approvals.show({ approvalId })).toMatchObject({
      status: 'waiting',
      kind: 'refund',
      schoolName: 'Basisschool De Wilg',
      householdName: 'Gezin Abeel',
      reason: 'te veel betaald',
      isMine: true,
      difference: [
        { before: expect.stringContaining('80,00') as string, after: expect.stringContaining('60,00') as string },
      ],
    });
  });

  it('is booked by somebody else, once', async () => {
    const approvalId = await waitingRefund(bert);
    const { entryId } = await approve(els, approvalId);
    expect(entryId).toBeGreaterThan(0);
    expect(balance()).toBe(-60_00);
    expect(await bert.approvals.show({ approvalId })).toMatchObject({ status: 'approved', decidedBy: 'Els' });
    await expect(approve(dirk, approvalId)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/al goedgekeurd door Els/) as string,
    });
    expect(balance()).toBe(-60_00);
    expect((await els.dossier.page({ householdId, withClosed: false })).pending).toEqual([]);
  });

  it('below the threshold is booked at once', async () => {
    expect(await bert.ledger.refund(refundOf(14_99))).toMatchObject({ outcome: 'booked' });
    expect(await bert.ledger.refund(refundOf(15_00))).toMatchObject({ outcome: 'waiting' });
  });

  it('is not approved by its maker, who may approve those of others', async () => {
    const approvalId = await waitingRefund(els);
    expect((await els.approvals.show({ approvalId })).decideBlockedBy).toMatch(/iemand anders/);
    await expect(approve(els, approvalId)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(els.approvals.reject({ approvalId, reason: 'toch niet' })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(balance()).toBe(-80_00);
    await approve(dirk, approvalId);
    expect(balance()).toBe(-60_00);
  });

  it('is not approved by a secretary', async () => {
    const approvalId = await waitingRefund(els);
    expect((await bert.approvals.show({ approvalId })).decideBlockedBy).toMatch(/directie of coördinator/);
    await expect(approve(bert, approvalId)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('counts for whoever may decide, and comes back to the maker when it is rejected', async () => {
    const approvalId = await waitingRefund(els);
    expect(await els.approvals.waiting()).toEqual({ forMe: 0, rejectedMine: 0 });
    expect(await dirk.approvals.waiting()).toEqual({ forMe: 1, rejectedMine: 0 });
    expect(await bert.approvals.waiting()).toEqual({ forMe: 0, rejectedMine: 0 });
    expect((await dirk.approvals.list({ mine: false })).rows.map((row) => row.approvalId)).toEqual([approvalId]);
    expect((await els.approvals.list({ mine: false })).total).toBe(0);
    await dirk.approvals.reject({ approvalId, reason: 'eerst verrekenen' });
    expect(await els.approvals.waiting()).toEqual({ forMe: 0, rejectedMine: 1 });
    expect((await els.approvals.list({ mine: true, status: 'rejected' })).rows).toMatchObject([
      { approvalId, rejectionReason: 'eerst verrekenen', decidedBy: 'Dirk', replacedById: null },
    ]);
    expect(balance()).toBe(-80_00);
  });
});

describe('a rejected request', () => {
  it('is given again by its maker, changed, and waits whatever the amount', async () => {
    const approvalId = await waitingRefund(bert);
    await els.approvals.reject({ approvalId, reason: 'te veel' });
    const { request } = await bert.approvals.show({ approvalId });
    const again = await bert.approvals.resubmit({ approvalId, request: { ...request, amountCents: 10_00 } });
    expect(again.approvalId).not.toBe(approvalId);
    expect(await bert.approvals.show({ approvalId })).toMatchObject({
      status: 'rejected',
      amountCents: 20_00,
      replacedById: again.approvalId,
    });
    expect(await bert.approvals.waiting()).toEqual({ forMe: 0, rejectedMine: 0 });
    await expect(bert.approvals.resubmit({ approvalId, request })).rejects.toMatchObject({ code: 'CONFLICT' });
    await approve(els, again.approvalId);
    expect(balance()).toBe(-70_00);
  });

  it('is checked again as the command itself would', async () => {
    const approvalId = await waitingRefund(bert);
    await els.approvals.reject({ approvalId, reason: 'te veel' });
    const { request } = await bert.approvals.show({ approvalId });
    await expect(
      bert.approvals.resubmit({ approvalId, request: { ...request, amountCents: -5 } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'request.amountCents' } });
    await expect(
      bert.approvals.resubmit({ approvalId, request: { ...request, amountCents: 500_00 } }),
    ).rejects.toMatchObject({ code: expect.not.stringMatching(/INTERNAL/) as string });
    await expect(els.approvals.resubmit({ approvalId, request })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/Alleen Bert/) as string,
    });
  });

  it('can be put away by its maker, and stays readable', async () => {
    const approvalId = await waitingRefund(bert);
    await els.approvals.reject({ approvalId, reason: 'te veel' });
    await expect(els.approvals.withdraw({ approvalId })).rejects.toMatchObject({ code: 'REFUSED' });
    await bert.approvals.withdraw({ approvalId });
    expect(await bert.approvals.waiting()).toEqual({ forMe: 0, rejectedMine: 0 });
    expect(await bert.approvals.show({ approvalId })).toMatchObject({
      status: 'withdrawn',
      rejectionReason: 'te veel',
      decidedBy: 'Els',
    });
  });
});

describe('a request that is withdrawn', () => {
  it('is not carried out any more', async () => {
    const approvalId = await waitingRefund(bert);
    await bert.approvals.withdraw({ approvalId });
    await expect(approve(els, approvalId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(bert.approvals.withdraw({ approvalId })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(balance()).toBe(-80_00);
  });
});

describe('what changed meanwhile', () => {
  it('is not approved: the new difference is shown, and that one can be', async () => {
    const approvalId = await waitingRefund(bert);
    const seen = await els.approvals.show({ approvalId });
    post(application.context.store, invoiceId, 'charge', 10_00, '2026-11-19');
    await expect(els.approvals.approve({ approvalId, stateSha256: seen.stateSha256 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/bekijk het verschil opnieuw/) as string,
    });
    expect(balance()).toBe(-70_00);
    const now = await els.approvals.show({ approvalId });
    expect(now.status).toBe('waiting');
    expect(now.stateSha256).not.toBe(seen.stateSha256);
    expect(now.difference[0]?.before).toContain('70,00');
    await expect(els.approvals.approve({ approvalId, stateSha256: seen.stateSha256 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await els.approvals.approve({ approvalId, stateSha256: now.stateSha256 });
    expect(balance()).toBe(-50_00);
  });

  it('so much that it cannot be done is refused with the reason, and stays', async () => {
    const approvalId = await waitingRefund(bert);
    post(application.context.store, invoiceId, 'charge', 80_00, '2026-11-19');
    await expect(approve(els, approvalId)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/kan niet meer uitgevoerd worden/) as string,
    });
    expect((await bert.approvals.show({ approvalId })).status).toBe('waiting');
    await els.approvals.reject({ approvalId, reason: 'niet meer nodig' });
  });
});

describe('two people at the same moment', () => {
  it('approve it once', async () => {
    const approvalId = await waitingRefund(bert);
    const { stateSha256 } = await els.approvals.show({ approvalId });
    const outcomes = await Promise.allSettled([
      els.approvals.approve({ approvalId, stateSha256 }),
      dirk.approvals.approve({ approvalId, stateSha256 }),
      dirk.approvals.reject({ approvalId, reason: 'nee' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(balance()).toBe(-60_00);
  });

  it('approve two requests for the same money, of which only one fits', async () => {
    const [one, two] = [await waitingRefund(bert, 50_00), await waitingRefund(bert, 50_00)];
    await approve(els, one);
    await expect(approve(els, two)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(balance()).toBe(-30_00);
  });
});

describe('the other commands', () => {
  it('write off, remit and change an account by the same way', async () => {
    const items = [{ invoiceId: otherInvoiceId, amountCents: 60_00 }];
    const writeOff = await bert.ledger.writeOff({ items, ground: 'uncollectable', reason: 'vertrokken' });
    const remission = await bert.ledger.remit({
      items: [{ invoiceId: otherInvoiceId, amountCents: 5_00 }],
      source: 'socialFund',
      reason: 'fonds',
    });
    const account = await bert.bank.savePayerAccount({
      payerId,
      iban: 'BE71096123456769',
      holderName: 'Sofie Abeel',
      replacesPayerAccountId: null,
      reason: 'doorgegeven aan de telefoon',
    });
    expect([writeOff, remission, account].map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(balance(otherInvoiceId)).toBe(60_00);
    expect(await bert.bank.payerAccounts({ householdId })).toEqual([]);
    for (const outcome of [remission, account]) {
      if (outcome.outcome === 'waiting') await approve(els, outcome.approvalId);
    }
    expect(balance(otherInvoiceId)).toBe(55_00);
    expect(await bert.bank.payerAccounts({ householdId })).toMatchObject([
      { iban: expect.stringContaining('BE71') as string },
    ]);
    const [line] = (await els.audit.list({ householdId, command: 'approvals.approve' })).entries;
    expect(line?.changes.length).toBeGreaterThan(0);
  });

  it('leaves every step in the trail, without a name or a reason', async () => {
    const approvalId = await waitingRefund(bert);
    await els.approvals.reject({ approvalId, reason: 'Geheime reden' });
    const { request } = await bert.approvals.show({ approvalId });
    const again = await bert.approvals.resubmit({ approvalId, request });
    await approve(dirk, again.approvalId);
    const { entries } = await els.audit.list({ householdId });
    expect(entries.map(({ actor, sentence }) => `${actor}: ${sentence.replace(/:.*\u00a0?(?= \()|: .*/, '')}`)).toEqual(
      [
        'Dirk: Aanvraag goedgekeurd en uitgevoerd',
        'Bert: Aanvraag aangepast en opnieuw ingediend',
        'Els: Aanvraag afgewezen',
        'Bert: Bedrag terugbetaald (wacht op goedkeuring)',
      ],
    );
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toMatch(/geheim|sofie|abeel/i);
    expect(await els.audit.verify()).toMatchObject({ firstBroken: null });
  });
});

describe('a school with one person', () => {
  it('is told that nobody else can approve a transfer out of the household', async () => {
    const alone = await testApplication();
    try {
      const { store } = alone.context;
      const school = addSchool(store);
      const bill = (name: string, number: string, paidCents: number) =>
        addFamily(store, school, {
          name,
          payers: [{ firstName: 'Sofie', lastName: name }],
          pupils: [{ firstName: 'Noor', lastName: name, invoices: [{ number, amountCents: 10_00, paidCents }] }],
        }).invoiceIds[0] ?? 0;
      const [from, to] = [bill('Abeel', '1', 15_00), bill('Den', '2', 0)];
      const transfer = { fromInvoiceId: from, toInvoiceId: to, amountCents: 5_00, reason: 'verkeerd gezin' };
      await expect(alone.api.ledger.transfer(transfer)).rejects.toMatchObject({
        code: 'REFUSED',
        message: expect.stringMatching(/niemand anders/) as string,
      });
    } finally {
      await alone.close();
    }
  });
});
