import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#shared/api/problem.ts';
import { refundCommand } from '#main/ledger/refund.ts';
import { remissionCommand } from '#main/ledger/remission.ts';
import { transferCommand } from '#main/ledger/transfer.ts';
import { writeOffCommand } from '#main/ledger/write-off.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, post } from '#test/support/family.ts';
import { balanceOf, receiveFrom } from './money-support.ts';

const kinds = ['charge', 'receipt', 'ownReceipt', 'transfer', 'refund', 'writeOff', 'remission'] as const;
type Kind = (typeof kinds)[number];

let application: TestApplication;
let joint: FamilyIds;
let split: FamilyIds;

beforeAll(async () => {
  application = await testApplication();
  const { store } = application.context;
  const schoolId = addSchool(store);
  const family = (name: string, shares?: readonly number[]): FamilyIds =>
    addFamily(store, schoolId, {
      name,
      payers: [
        { firstName: 'Jan', lastName: name },
        { firstName: 'An', lastName: name },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: name,
          ...(shares ? { shares } : {}),
          invoices: [400_00, 250_01, 99_99, -60_00].map((amountCents, index) => ({
            number: `${name}-${index}`,
            amountCents,
          })),
        },
      ],
    });
  joint = family('Abeel');
  split = family('Berk', [3333, 6667]);
});
afterAll(() => application.close());

/** Carries one thing out; false when it is refused. */
function attempt(kind: Kind, family: FamilyIds, from: number, to: number, payer: number, amountCents: number): boolean {
  const { context } = application;
  const [invoiceId = 0, toInvoiceId = 0] = [family.invoiceIds[from], family.invoiceIds[to]];
  const [payerId = 0] = [family.payerIds[payer]];
  const items = [{ invoiceId, amountCents }];
  const reason = 'op goed geluk';
  const carryOut: Readonly<Record<Kind, () => unknown>> = {
    charge: () => post(context.store, invoiceId, 'otherCharge', 2 * amountCents, '2026-11-10'),
    receipt: () => post(context.store, invoiceId, 'receipt', -amountCents, '2026-11-10'),
    ownReceipt: () => receiveFrom(context.store, invoiceId, payerId, amountCents),
    transfer: () => transferCommand.book(context, { fromInvoiceId: invoiceId, toInvoiceId, amountCents, reason }, null),
    refund: () =>
      refundCommand.book(
        context,
        {
          invoiceId,
          amountCents,
          method: 'cash',
          payerId,
          thirdPartyPayerId: null,
          iban: null,
          holderName: null,
          reason,
        },
        null,
      ),
    writeOff: () => writeOffCommand.book(context, { items, ground: 'other', reason }, null),
    remission: () => remissionCommand.book(context, { items, source: 'decision', reason }, null),
  };
  try {
    context.store.transaction(carryOut[kind]);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

describe('whatever is done with money', () => {
  it('keeps every balance the sum of its postings, crosses zero with no correction and makes or loses no cent', async () => {
    const index = fc.nat(3);
    const step = fc.tuple(
      fc.constantFrom(...kinds),
      fc.boolean(),
      index,
      index,
      fc.nat(1),
      fc.integer({ min: 1, max: 150_00 }),
    );
    // A refund never makes a debt, a correction never a credit; what arrives takes nothing below zero, what leaves raises.
    const anything = (): boolean => true;
    const mayBecome: Readonly<Record<Kind, (balance: number, was: number) => boolean>> = {
      charge: anything,
      receipt: anything,
      ownReceipt: anything,
      transfer: (balance, was) => balance >= was || balance >= 0,
      refund: (balance) => balance <= 0,
      writeOff: (balance) => balance >= 0,
      remission: (balance) => balance >= 0,
    };
    const { store } = application.context;
    const done = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
    const effect: Readonly<Record<Kind, number>> = {
      charge: 2,
      receipt: -1,
      ownReceipt: -1,
      transfer: 0,
      refund: 1,
      writeOff: -1,
      remission: -1,
    };
    const all = [...joint.invoiceIds, ...split.invoiceIds];
    const balances = (): number[] => all.map((invoiceId) => balanceOf(store, invoiceId));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    fc.assert(
      fc.property(step, ([kind, isSplit, from, to, payer, amountCents]) => {
        if (kind === 'ownReceipt' && !isSplit) return;
        const before = balances();
        const booked = attempt(kind, isSplit ? split : joint, from, to, payer, amountCents);
        const after = balances();
        if (booked) done[kind] += 1;
        expect(sum(after)).toBe(sum(before) + (booked ? effect[kind] * amountCents : 0));
        after.forEach((balance, place) => {
          const was = before[place] ?? 0;
          const stays = balance === was;
          expect(stays || mayBecome[kind](balance, was)).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
    expect(kinds.filter((kind) => done[kind] === 0)).toEqual([]);
    expect((await application.api.ledger.verify()).wrong).toEqual([]);
    const wrong = store.sql
      .prepare(
        `SELECT id FROM invoices i WHERE attributed_cents <>
           (SELECT coalesce(sum(amount_cents), 0) FROM postings WHERE invoice_id = i.id AND payer_id IS NOT NULL)`,
      )
      .all();
    expect(wrong).toEqual([]);
    const transfers = store.sql
      .prepare(
        `SELECT e.id FROM journal_entries e JOIN postings p ON p.entry_id = e.id WHERE e.kind = 'transfer'
         GROUP BY e.id HAVING sum(p.amount_cents) <> 0`,
      )
      .all();
    expect(transfers).toEqual([]);
  });
});
