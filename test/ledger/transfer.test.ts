import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { transferCommand } from '#main/ledger/transfer.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, post } from '#test/support/family.ts';
import { balanceOf, movementsOf, receiveFrom, refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;

beforeEach(async () => {
  application = await testApplication();
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

function family(name: string, shares?: readonly number[]) {
  return addFamily(application.context.store, schoolId, {
    name,
    payers: [
      { firstName: 'Jan', lastName: name },
      { firstName: 'An', lastName: name },
    ],
    pupils: [{ firstName: 'Noor', lastName: name, ...(shares ? { shares } : {}) }],
  });
}

function claim(pupilId: number | undefined, number: string, amountCents: number, paidCents = 0): number {
  return addInvoice(application.context.store, schoolId, pupilId ?? 0, { number, amountCents, paidCents });
}

const balance = (invoiceId: number): number => balanceOf(application.context.store, invoiceId);

describe('a transfer from one claim to another', () => {
  it('P-6: moves 1.000,00 in two postings that are zero together', async () => {
    const { pupilIds, householdId } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 1000_00, 1000_00);
    const to = claim(pupilIds[0], '2026-2', 1200_00);
    const answer = await application.api.ledger.transfer({
      fromInvoiceId: from,
      toInvoiceId: to,
      amountCents: 1000_00,
      reason: 'verkeerde factuur betaald',
    });
    expect(answer).toEqual({ outcome: 'booked', entryId: expect.any(Number) });
    expect([balance(from), balance(to)]).toEqual([1000_00, 200_00]);
    const postings = movementsOf(application.context.store, 'transfer');
    expect(postings).toEqual([
      { invoiceId: from, kind: 'transferOut', amountCents: 1000_00, payerId: null, householdId },
      { invoiceId: to, kind: 'transferIn', amountCents: -1000_00, payerId: null, householdId },
    ]);
  });

  it('P-6: refuses 1.000,01, names both amounts and books nothing', async () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 1000_00, 1000_00);
    const to = claim(pupilIds[0], '2026-2', 1200_00);
    const refusal = await refusalOf(
      application.api.ledger.transfer({
        fromInvoiceId: from,
        toInvoiceId: to,
        amountCents: 1000_01,
        reason: 'verkeerde factuur betaald',
      }),
    );
    expect(refusal).toMatchObject({ code: 'REFUSED', field: 'amountCents' });
    expect(refusal.sentence).toContain('€ 1.000,00');
    expect(refusal.sentence).toContain('€ 1.000,01');
    expect([balance(from), balance(to)]).toEqual([0, 1200_00]);
    expect(movementsOf(application.context.store, 'transfer')).toEqual([]);
  });

  it('counts earlier transfers: what was moved away is gone', async () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 100_00, 60_00);
    const to = claim(pupilIds[0], '2026-2', 100_00);
    const move = (amountCents: number) =>
      application.api.ledger.transfer({ fromInvoiceId: from, toInvoiceId: to, amountCents, reason: 'verplaatst' });
    await move(40_00);
    expect((await refusalOf(move(20_01))).sentence).toContain('€ 20,00');
    await move(20_00);
    expect([balance(from), balance(to)]).toEqual([100_00, 40_00]);
    expect((await refusalOf(move(1))).sentence).toContain('geen geld');
  });

  it('never moves what was given up: a write-off is no money', async () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 100_00);
    const to = claim(pupilIds[0], '2026-2', 100_00);
    await application.api.ledger.writeOff({
      items: [{ invoiceId: from, amountCents: 100_00 }],
      ground: 'tooSmall',
      reason: 'opgegeven',
    });
    const moving = application.api.ledger.transfer({
      fromInvoiceId: from,
      toInvoiceId: to,
      amountCents: 1,
      reason: 'x',
    });
    expect((await refusalOf(moving)).code).toBe('REFUSED');
  });

  it('never takes more from a credit note than it holds', async () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], 'C-1', -30_00);
    const to = claim(pupilIds[0], '2026-2', 100_00);
    const move = (amountCents: number) =>
      application.api.ledger.transfer({ fromInvoiceId: from, toInvoiceId: to, amountCents, reason: 'verrekend' });
    expect((await refusalOf(move(30_01))).sentence).toContain('€ 30,00');
    await move(30_00);
    expect([balance(from), balance(to)]).toEqual([0, 70_00]);
  });

  it('never lets a claim go below zero', async () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 100_00, 100_00);
    const to = claim(pupilIds[0], '2026-2', 30_00);
    const moving = application.api.ledger.transfer({
      fromInvoiceId: from,
      toInvoiceId: to,
      amountCents: 30_01,
      reason: 'x',
    });
    expect((await refusalOf(moving)).sentence).toContain('Op 2026-2 staat € 30,00 open');
  });

  it('refuses money of one school for a debt at another', async () => {
    const { store } = application.context;
    const otherSchoolId = addSchool(store, 'Basisschool De Es');
    const { pupilIds, householdId } = family('Abeel');
    const other = addFamily(store, otherSchoolId, { name: 'Abeel', pupils: [{ firstName: 'Sam', lastName: 'Abeel' }] });
    store.sql.prepare('UPDATE pupils SET household_id = ? WHERE id = ?').run(householdId, other.pupilIds[0]);
    const from = claim(pupilIds[0], '2026-1', 100_00, 100_00);
    const to = addInvoice(store, otherSchoolId, other.pupilIds[0] ?? 0, { number: '2026-2', amountCents: 100_00 });
    const moving = application.api.ledger.transfer({
      fromInvoiceId: from,
      toInvoiceId: to,
      amountCents: 50_00,
      reason: 'x',
    });
    expect(await refusalOf(moving)).toMatchObject({ code: 'REFUSED', field: 'toInvoiceId' });
  });

  it('asks a second person out of the household, whatever the amount, and never within it', () => {
    const [abeel, den] = [family('Abeel'), family('Den')];
    const from = claim(abeel.pupilIds[0], '2026-1', 100_00, 100_00);
    const ours = claim(abeel.pupilIds[0], '2026-2', 100_00);
    const theirs = claim(den.pupilIds[0], '2026-3', 100_00);
    const plan = (toInvoiceId: number) =>
      transferCommand.plan(application.context, { fromInvoiceId: from, toInvoiceId, amountCents: 40_00, reason: 'x' });
    expect(plan(ours).alwaysAsked).toBe(false);
    const outside = plan(theirs);
    expect(outside.alwaysAsked).toBe(true);
    expect(outside.difference).toEqual([
      { label: 'Openstaand op 2026-1', before: formatCents(0), after: formatCents(40_00) },
      { label: 'Openstaand op 2026-3', before: formatCents(100_00), after: formatCents(60_00) },
    ]);
    expect(outside.summary).not.toMatch(/Abeel|Den|Noor/);
  });

  it('sees that something changed between asking and approving', () => {
    const { pupilIds } = family('Abeel');
    const from = claim(pupilIds[0], '2026-1', 100_00, 100_00);
    const to = claim(pupilIds[0], '2026-2', 100_00);
    const plan = () =>
      JSON.stringify(
        transferCommand.plan(application.context, {
          fromInvoiceId: from,
          toInvoiceId: to,
          amountCents: 40_00,
          reason: 'x',
        }).state,
      );
    const before = plan();
    expect(plan()).toBe(before);
    post(application.context.store, to, 'receipt', -10_00, '2026-11-18');
    expect(plan()).not.toBe(before);
  });

  it('moves what one parent paid to the share of that parent, never to the share of the other', async () => {
    const { pupilIds, payerIds } = family('Abeel', [5000, 5000]);
    const [father = 0] = payerIds;
    const from = claim(pupilIds[0], '2026-1', 200_00);
    const to = claim(pupilIds[0], '2026-2', 200_00);
    const { store } = application.context;
    receiveFrom(store, from, father, 80_00);
    await application.api.ledger.transfer({
      fromInvoiceId: from,
      toInvoiceId: to,
      amountCents: 80_00,
      reason: 'verkeerde factuur',
    });
    expect(movementsOf(store, 'transfer')).toMatchObject([
      { kind: 'transferOut', amountCents: 80_00, payerId: father },
      { kind: 'transferIn', amountCents: -80_00, payerId: father },
    ]);
  });

  it('P-6: at random, a claim never gives more than it received, nothing goes below zero and the sum stays', () => {
    const { pupilIds } = family('Abeel');
    const { store } = application.context;
    const amounts = [
      [100_00, 100_00],
      [80_00, 30_00],
      [55_55, 0],
      [20_01, 20_00],
    ] as const;
    const ids = amounts.map(([amountCents, paidCents], index) =>
      claim(pupilIds[0], `2026-${index}`, amountCents, paidCents),
    );
    const received = (invoiceId: number): number =>
      store.sql
        .prepare(
          `SELECT -coalesce(sum(amount_cents), 0) FROM postings
           WHERE invoice_id = ? AND kind IN ('receipt', 'transferIn', 'transferOut')`,
        )
        .pluck()
        .get(invoiceId) as number;
    const total = (): number => ids.reduce((sum, invoiceId) => sum + balance(invoiceId), 0);
    const before = total();
    const place = fc.nat(ids.length - 1);
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 120_00 }), (from, to, amountCents) => {
        const request = {
          fromInvoiceId: ids[from] ?? 0,
          toInvoiceId: ids[to] ?? 0,
          amountCents,
          reason: 'op goed geluk',
        };
        const available = received(request.fromInvoiceId);
        const open = balance(request.toInvoiceId);
        const may = from !== to && amountCents <= available && amountCents <= open;
        let booked = true;
        try {
          store.transaction(() => transferCommand.book(application.context, request, null));
        } catch {
          booked = false;
        }
        expect(booked).toBe(may);
        for (const invoiceId of ids) {
          expect(received(invoiceId)).toBeGreaterThanOrEqual(0);
          expect(balance(invoiceId)).toBeGreaterThanOrEqual(0);
        }
        expect(total()).toBe(before);
      }),
      { numRuns: 300 },
    );
    expect(movementsOf(store, 'transfer').length).toBeGreaterThan(20);
    expect(movementsOf(store, 'transfer').reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(0);
  });
});
