import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decideDunning } from '#shared/dunning/decide-dunning.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import { addDays } from '#shared/calendar/plain-date.ts';
import { gatherDecision } from '#main/runs/gather.ts';
import { proposalsOf } from '#main/runs/run-rows.ts';
import { type Family, post } from '#test/support/family.ts';
import { type RunOffice, runDay, runOffice } from '#test/support/run-office.ts';
import { smallFamily } from '#test/support/sending.ts';
import '#test/support/same-examples.ts';

let office: RunOffice;
afterEach(() => office.application.close());

/** How many rows each table has. */
function tableCounts(): Record<string, number> {
  const { sql } = office.store;
  const names = sql
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names.map((name) => [name, sql.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number]),
  );
}

describe('a dry run', () => {
  it('answers for a day in the past, today and in the future, and stores nothing', async () => {
    office = await runOffice([
      { days: 10, name: 'Eerste' },
      { days: 60, name: 'Tweede', channel: 'letter' },
    ]);
    office.add(smallFamily(1));
    office.add({
      ...smallFamily(2),
      pupils: [
        {
          firstName: 'Bo',
          lastName: 'Abeel 2',
          invoices: [{ number: 'F-2000', amountCents: 30_00, issueDate: '2026-11-20', dueDate: '2026-12-04' }],
        },
      ],
    });
    const before = tableCounts();
    const onDay = async (asOf?: string) => {
      const { proposals, totals } = await office.api.dunning.preview(asOf === undefined ? {} : { asOf });
      return { names: proposals.map(({ payerName }) => payerName), totals };
    };
    expect(await onDay('2026-10-20')).toEqual({ names: [], totals: { proposals: 0, cents: 0 } });
    expect(await onDay()).toEqual({ names: ['Sofie Abeel 1'], totals: { proposals: 1, cents: 25_00 } });
    expect(await onDay('2026-12-20')).toEqual({
      names: ['Sofie Abeel 1', 'Sofie Abeel 2'],
      totals: { proposals: 2, cents: 55_00 },
    });
    expect(tableCounts()).toEqual(before);
  });

  it('proposes what the draft proposes, and what the decision says of what was read', async () => {
    office = await runOffice();
    for (const number of [1, 2, 3]) office.add(smallFamily(number));
    const { proposals: previewed, exclusions } = await office.api.dunning.preview({ schoolIds: [office.schoolId] });
    const input = gatherDecision(office.store, { asOf: runDay, today: runDay, schoolIds: [office.schoolId] });
    const decided = decideDunning(input, runDay);
    const told = await office.api.dunning.decide({ ...input, asOf: runDay });
    const { runId } = await office.api.runs.start({ requestKey: 'sleutel', schoolIds: [office.schoolId] });
    const drafted = proposalsOf(office.store, runId).map(({ proposal }) => proposal);
    expect(drafted).toEqual(decided.proposals);
    expect(told).toEqual(decided);
    expect(previewed.map(withoutNames)).toEqual(decided.proposals);
    expect(exclusions).toHaveLength(decided.exclusions.length);
    expect(decided.proposals).toHaveLength(3);
  });
});

function withoutNames(named: Proposal & Record<string, unknown>): unknown {
  const { payerName: _payer, householdName: _household, schoolName: _school, ...rest } = named;
  const { thirdPartyPayerName: _body, pupils: _pupils, ...proposal } = rest;
  return proposal;
}

describe('the preview of one message', () => {
  const together: Family = {
    name: 'Gezin Bos',
    payers: [
      { firstName: 'Els', lastName: 'Bos', channel: 'letter' },
      { firstName: 'Marc', lastName: 'Leroy', channel: 'letter' },
    ],
    pupils: [{ firstName: 'An', lastName: 'Leroy', invoices: [{ number: 'F-1', amountCents: 100_00 }] }],
  };

  async function firstRow() {
    const { runId } = await office.api.runs.start({ requestKey: 'sleutel', schoolIds: [office.schoolId] });
    const { proposals } = await office.api.runs.page({ runId });
    return { runId, runProposalId: proposals[0]?.runProposalId ?? 0, proposals };
  }

  it('is one letter to a couple at one address that owes the same, with the term of the law', async () => {
    office = await runOffice();
    office.add(together);
    const { proposals, ...ref } = await firstRow();
    expect(proposals.map(({ address }) => address)).toEqual(['Wilgenlaan 1, 9000 Gent', 'Wilgenlaan 1, 9000 Gent']);
    const preview = await office.api.runs.previewMessage(ref);
    expect(preview).toMatchObject({ channel: 'letter', recipient: 'Els Bos en Marc Leroy, Wilgenlaan 1, 9000 Gent' });
    expect(preview.problems).toEqual([]);
    // Posted on Tuesday the 24th, day 1 is Friday the 27th.
    expect(preview.emailText).toContain('10 december 2026');
    expect(preview.emailText).not.toContain('Ons kenmerk');
  });

  it('is of this moment: another amount when a part was paid, and no message when all was', async () => {
    office = await runOffice();
    const family = office.add(together);
    const { proposals: _proposals, ...ref } = await firstRow();
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -40_00, runDay);
    expect((await office.api.runs.previewMessage(ref)).emailText).toContain('60,00');
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -60_00, runDay);
    await expect(office.api.runs.previewMessage(ref)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('says that a call has no message', async () => {
    office = await runOffice([{ days: 10, channel: 'phone' }]);
    office.add(together);
    const { proposals: _proposals, ...ref } = await firstRow();
    await expect(office.api.runs.previewMessage(ref)).rejects.toMatchObject({
      message: 'Dit is een gesprek: er vertrekt geen bericht.',
    });
  });

  it('goes to the body in the place of the payer, in that body’s language', async () => {
    office = await runOffice();
    const family = office.add(together);
    const { id: thirdPartyPayerId } = await office.api.people.saveThirdPartyPayer({
      thirdPartyPayerId: null,
      details: {
        name: 'CPAS Enghien',
        contactName: null,
        language: 'fr',
        email: null,
        phone: null,
        channel: 'letter',
        street: 'Rue Haute 3',
        postalCode: '7850',
        city: 'Enghien',
        country: 'BE',
        iban: null,
      },
    });
    office.store.sql
      .prepare('UPDATE payers SET third_party_payer_id = ? WHERE id = ?')
      .run(thirdPartyPayerId, family.payerIds[0]);
    const { proposals, runId } = await firstRow();
    const row = proposals.find(({ payerId }) => payerId === family.payerIds[0]);
    expect(row).toMatchObject({ thirdPartyPayerName: 'CPAS Enghien', address: 'Rue Haute 3, 7850 Enghien' });
    const preview = await office.api.runs.previewMessage({ runId, runProposalId: row?.runProposalId ?? 0 });
    expect(preview.recipient).toContain('CPAS Enghien');
    expect(preview.emailText).toContain('décembre');
  });
});

describe('property 3: no payer with a hold or nothing due is ever in a run', () => {
  type Member = {
    readonly amounts: readonly number[];
    readonly dueIn: number;
    readonly hold: string;
    readonly split: boolean;
  };
  const member: fc.Arbitrary<Member> = fc.record({
    amounts: fc.array(
      fc.integer({ min: -8000, max: 9000 }).filter((cents) => cents !== 0),
      { minLength: 1, maxLength: 4 },
    ),
    dueIn: fc.integer({ min: -200, max: 30 }),
    hold: fc.constantFrom('none', 'none', 'payer', 'household', 'invoice', 'over', 'unreadable'),
    split: fc.boolean(),
  });

  it('whatever the families', async () => {
    office = await runOffice([{ days: 1 }]);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 6 }), async (members) => {
        for (const { amounts, dueIn, hold, split } of members) {
          number += 1;
          const dueDate = addDays(runDay, dueIn);
          const invoices = amounts.map((amountCents, index) => ({
            number: `P-${number}-${index}`,
            amountCents,
            issueDate: addDays(dueDate, -14),
            dueDate,
            structuredReference: '',
          }));
          const family = office.add({
            name: `Gezin ${number}`,
            payers: [
              { firstName: 'Els', lastName: `Bos ${number}`, email: `els${number}@voorbeeld.example` },
              { firstName: 'Marc', lastName: `Bos ${number}`, email: `marc${number}@voorbeeld.example` },
            ],
            pupils: [
              { firstName: 'An', lastName: `Bos ${number}`, ...(split ? { shares: [7000, 3000] } : {}), invoices },
            ],
          });
          placeHold(hold, family);
        }
        const { proposals } = await office.api.dunning.preview({ schoolIds: [office.schoolId] });
        for (const { payerId, householdId, items, totalCents, dueCents, creditCents } of proposals) {
          expect(isHeld(payerId, householdId)).toBe(false);
          expect(items.length).toBeGreaterThan(0);
          expect(totalCents).toBeGreaterThan(0);
          expect(totalCents).toBe(dueCents - creditCents);
          for (const { invoiceId, amountCents } of items) {
            const bill = office.store.sql
              .prepare('SELECT balance_cents AS cents, due_date AS dueDate FROM invoices WHERE id = ?')
              .get(invoiceId) as { cents: number; dueDate: string };
            expect(bill.dueDate < runDay).toBe(true);
            expect(amountCents).toBeLessThanOrEqual(bill.cents);
            expect(isInvoiceHeld(invoiceId)).toBe(false);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

function placeHold(
  hold: string,
  family: {
    readonly householdId: number;
    readonly payerIds: readonly number[];
    readonly invoiceIds: readonly number[];
  },
): void {
  const scopes: Record<string, readonly [scope: string, column: string, id: number | undefined]> = {
    payer: ['payer', 'payer_id', family.payerIds[0]],
    household: ['household', 'household_id', family.householdId],
    unreadable: ['household', 'household_id', family.householdId],
    over: ['household', 'household_id', family.householdId],
    invoice: ['invoice', 'invoice_id', family.invoiceIds[0]],
  };
  const scope = scopes[hold];
  if (!scope) return;
  office.store.sql
    .prepare(
      `INSERT INTO holds (scope, ${scope[1]}, school_id, kind, reason, from_date, until_date, author, created_at)
       VALUES (?, ?, ?, 'dispute', 'Betwist', ?, ?, 'test', '2026-11-01T08:00:00.000Z')`,
    )
    .run(
      scope[0],
      scope[2],
      scope[0] === 'invoice' ? office.schoolId : null,
      hold === 'unreadable' ? 'ooit' : '2026-11-01',
      hold === 'over' ? '2026-11-22' : null,
    );
}

const counts = "(until_date IS NULL OR until_date >= '2026-11-23')";

function isHeld(payerId: number, householdId: number): boolean {
  const found = office.store.sql
    .prepare(`SELECT 1 FROM holds WHERE (payer_id = ? OR household_id = ?) AND ${counts}`)
    .get(payerId, householdId);
  return found !== undefined;
}

function isInvoiceHeld(invoiceId: number): boolean {
  return (
    office.store.sql.prepare(`SELECT 1 FROM holds WHERE invoice_id = ? AND ${counts}`).get(invoiceId) !== undefined
  );
}
