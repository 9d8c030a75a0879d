import { ORPCError } from '@orpc/server';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumCents } from '#shared/money/cents.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { receive } from './booking.ts';

// Whatever an office does, in whatever order: what must always hold, holds (domain.md "What must always hold", 1, 4 and 6).

const pick = fc.nat(1000);
const cents = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 20_000 }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('receive'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reverse'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reallocate'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('charge'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('transfer'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('giveUp'), pick, cents, payer: pick, hand: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund'), pick, cents, payer: pick, hand: fc.nat(3) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Two schools, three families: jointly liable, with shares, and with children in both schools. */
async function smallBoard(): Promise<TestApplication> {
  const application = await testApplication('2026-11-20');
  const { store } = application.context;
  // Nobody pulls the plug in this test, and a thousand commands need not wait for the disk.
  store.sql.pragma('synchronous = OFF');
  const schools = [addSchool(store), addSchool(store, 'Middenschool De Linde')];
  [undefined, [6000, 4000], [3333, 6667]].forEach((shares, family) => {
    addFamily(store, schools[0] ?? 0, {
      name: `Gezin ${family}`,
      payers: ['Els', 'Jan'].map((firstName) => ({ firstName, lastName: `Ouder${family}` })),
      pupils: schools.map((schoolId, child) => ({
        firstName: `Kind${child}`,
        lastName: `Gezin${family}`,
        schoolId,
        ...(shares ? { shares } : {}),
        invoices: [0, 1, 2, 3].map((number) => ({
          number: `${family}${child}${number}`,
          amountCents: number === 3 ? -2500 : 10_001 * (number + 1),
          dueDate: `2026-0${number + 5}-15`,
        })),
      })),
    });
  });
  return application;
}

type Row = Readonly<Record<string, number>>;
const rows = ({ context }: TestApplication, sql: string, ...values: (number | string)[]): Row[] =>
  context.store.sql.prepare(sql).all(...values) as Row[];
const value = ({ context }: TestApplication, sql: string): number =>
  context.store.sql.prepare(sql).pluck().get() as number;
const chosen = <One>(all: readonly One[], index: number): One | undefined => all[index % Math.max(1, all.length)];

/** One thing an office does; refusals are part of life. Answers the entry it made, if any. */
async function carryOut(application: TestApplication, one: Step): Promise<number | undefined> {
  const { api } = application;
  const claims = rows(
    application,
    `SELECT i.id, i.school_id AS school, i.balance_cents AS open, p.household_id AS household
     FROM invoices i JOIN pupils p ON p.id = i.pupil_id ORDER BY i.id`,
  );
  const claim = chosen(claims, one.pick);
  const { id: invoiceId = 0, school = 0, household: householdId = 0 } = claim ?? {};
  const payerId =
    rows(application, 'SELECT id FROM payers WHERE household_id = ? ORDER BY id', householdId)[one.payer % 3]?.['id'] ??
    null;
  const inHousehold = claims.filter((other) => other['household'] === householdId && other['school'] === school);
  /** Over every third open claim of a household, sometimes a cent more than there is. */
  const divided = (open: readonly Row[]) =>
    open
      .filter((other, index) => (other['open'] ?? 0) > 0 && (index + one.payer) % 3 === 0)
      .map((other, index) => ({
        invoiceId: other['id'] ?? 0,
        amountCents: Math.min(
          (other['open'] ?? 0) + (one.pick % 5 === 0 ? 1 : 0),
          Math.ceil(one.cents / 2 ** (index + 1)),
        ),
      }));
  const entryOf = (where: string): number =>
    chosen(rows(application, `SELECT id FROM journal_entries WHERE ${where} ORDER BY id DESC LIMIT 40`), one.pick)?.[
      'id'
    ] ?? 0;
  switch (one.do) {
    case 'receive': {
      const reference = one.hand === 1 ? (await api.ledger.invoice({ invoiceId })).structuredReference : null;
      const method = one.hand === 2 ? 'withheld' : 'cash';
      return receive(api, school, householdId, one.cents, {
        payerId,
        method,
        reference,
        ...(one.hand === 3 ? { allocations: divided(inHousehold) } : {}),
      });
    }
    case 'reverse':
      return (await api.ledger.reverse({ entryId: entryOf('true'), reason: 'fout' })).entryId;
    case 'reallocate': {
      const entryId = entryOf(`kind = 'receipt'`);
      const [entry] = rows(
        application,
        'SELECT household_id AS household, school_id AS school FROM journal_entries WHERE id = ?',
        entryId,
      );
      const theirs = claims.filter(
        (other) => other['household'] === entry?.['household'] && other['school'] === entry?.['school'],
      );
      return (await api.ledger.reallocate({ entryId, allocations: divided(theirs).slice(0, one.hand) })).entryId;
    }
    case 'settle': {
      const { moves } = await api.ledger.proposeCompensation({ householdId });
      const some = moves.slice(0, 1 + (one.pick % 3)).map((move) => ({
        ...move,
        amountCents: one.hand === 0 ? Math.min(one.cents, move.amountCents) : move.amountCents,
      }));
      return some.length === 0 ? undefined : (await api.ledger.compensate({ householdId, moves: some })).entryId;
    }
    case 'charge':
      return (await api.ledger.charge({ invoiceId, amountCents: one.cents, reason: 'kosten' })).entryId;
    case 'transfer': {
      const toInvoiceId = chosen(inHousehold, one.payer)?.['id'] ?? 0;
      await api.ledger.transfer({ fromInvoiceId: invoiceId, toInvoiceId, amountCents: one.cents, reason: 'verkeerd' });
      return undefined;
    }
    case 'giveUp': {
      const items = [{ invoiceId, amountCents: one.cents }];
      if (one.hand === 0) await api.ledger.writeOff({ items, ground: 'other', reason: 'oninbaar' });
      else await api.ledger.remit({ items, source: 'decision', reason: 'beslist' });
      return undefined;
    }
    case 'refund': {
      const request = {
        invoiceId,
        amountCents: one.cents,
        method: 'cash',
        payerId,
        thirdPartyPayerId: null,
        iban: null,
        holderName: null,
        reason: 'terug',
      } as const;
      await api.ledger.refund(request);
      return undefined;
    }
  }
}

/** What is wrong after one step; cheap enough for after each of them. */
function wrongNow(application: TestApplication, one: Step, entryId: number | undefined): Row[] {
  const wrong = rows(application, `SELECT * FROM invoices WHERE kind = 'credit' AND balance_cents > 0`);
  if (entryId === undefined || one.do === 'charge' || one.do === 'reverse') return wrong;
  const below = rows(
    application,
    `SELECT i.*, sum(p.amount_cents) AS moved FROM postings p JOIN invoices i ON i.id = p.invoice_id
     WHERE p.entry_id = ? AND i.kind = 'invoice' GROUP BY i.id HAVING moved < 0 AND i.balance_cents < 0`,
    entryId,
  );
  return [...wrong, ...below];
}

/** Carries a step out; a refusal must leave everything as it was. Answers whether something was booked. */
async function tried(application: TestApplication, one: Step): Promise<boolean> {
  const count = (): number => value(application, 'SELECT count(*) FROM postings');
  const before = count();
  let entryId: number | undefined;
  let refused = false;
  try {
    entryId = await carryOut(application, one);
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
    refused = true;
  }
  const booked = count() > before;
  expect({ one, wrong: wrongNow(application, one, entryId), halfDone: refused && booked }).toEqual({
    one,
    wrong: [],
    halfDone: false,
  });
  return booked;
}

async function holdsAlways(application: TestApplication): Promise<void> {
  const { api } = application;
  expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  expect(value(application, `SELECT sum(amount_cents) FROM journal_entries WHERE kind = 'receipt'`) || 0).toBe(
    -value(
      application,
      `SELECT coalesce(sum(p.amount_cents), 0) FROM postings p JOIN journal_entries e ON e.id = p.entry_id
       WHERE e.kind = 'receipt' AND p.kind IN ('receipt', 'receiptViaThirdParty')`,
    ),
  );
  const all = await api.ledger.balances({});
  const everything = value(application, 'SELECT sum(amount_cents) FROM postings');
  expect(all.balanceCents).toBe(everything);
  let schools = 0;
  for (const schoolId of [1, 2]) {
    const { balanceCents } = await api.ledger.balances({ schoolId });
    expect((await api.ledger.postings({ of: { schoolId }, limit: 1 })).balanceCents).toBe(balanceCents);
    schools += balanceCents;
  }
  expect(schools).toBe(everything);
  for (const { householdId, openCents, creditCents } of all.rows) {
    const page = await api.dossier.page({ householdId });
    expect(page.totals).toMatchObject({ openCents, creditCents });
    for (const invoice of page.invoices) {
      const { owed, postings, ...claim } = await api.ledger.invoice({ invoiceId: invoice.invoiceId });
      expect(postings.at(-1)?.balanceCents).toBe(claim.openCents);
      expect(claim.totalCents - claim.paidCents - claim.writtenOffCents - claim.remittedCents).toBe(claim.openCents);
      const isShared = owed.some(({ kind }) => kind === 'split');
      expect(isShared ? sumCents(owed.map((one) => one.openCents)) : claim.openCents).toBe(claim.openCents);
    }
    const perPayer = await api.ledger.openItems({ filter: { householdId, credit: false }, grouping: 'payer' });
    for (const { payerId, openCents: owes } of page.payers) {
      expect(perPayer.rows.find(({ key }) => key === payerId)?.openCents ?? 0).toBe(owes);
      expect((await api.ledger.postings({ of: { payerId }, figure: 'open' })).balanceCents).toBe(owes);
    }
  }
  expect(await api.audit.verify()).toMatchObject({ firstBroken: null });
}

describe('a thousand things an office does with money', () => {
  it('leave every balance the sum of its postings, and not a cent made or lost', async () => {
    const steps = fc.array(step, { minLength: 1000, maxLength: 1000, size: 'max' });
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const application = await smallBoard();
        try {
          for (const [index, one] of all.entries()) {
            if (await tried(application, one)) done.set(one.do, (done.get(one.do) ?? 0) + 1);
            if (index % 500 === 499) await holdsAlways(application);
          }
        } finally {
          await application.close();
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
    // Each of them really happened.
    const kinds = ['receive', 'reverse', 'reallocate', 'settle', 'charge', 'transfer', 'giveUp', 'refund'];
    expect(kinds.filter((kind) => !done.has(kind))).toEqual([]);
  });
});
