import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import { asOf, family, invoice, payer } from '#test/support/plan-family.ts';

const anyInput = fc
  .record({
    invoices: fc.array(
      fc.record({
        pupilId: fc.constantFrom(1, 2, 3),
        openCents: fc.integer({ min: -20_000, max: 50_000 }).filter((cents) => cents !== 0),
        dueDate: fc.constantFrom('2026-10-01', '2026-11-19', '2026-11-20', '2026-12-01'),
        issueDate: fc.constantFrom('2026-08-01', '2026-09-15'),
        held: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    payers: fc.array(
      fc.record({
        email: fc.constantFrom(null, 'thuis@voorbeeld.be', 'weg@voorbeeld.be', 'fout adres'),
        emailBounced: fc.boolean(),
        channel: fc.constantFrom('email' as const, 'letter' as const),
        street: fc.constantFrom('', 'Wilgenlaan 1', 'Lindeplein 2'),
        removed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    liabilities: fc.uniqueArray(
      fc.record({
        pupilId: fc.constantFrom(1, 2, 3),
        payerId: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom('joint' as const, 'split' as const),
        shareBp: fc.integer({ min: 0, max: 10_000 }),
        fromDate: fc.constantFrom('0001-01-01', '2026-09-01'),
        untilDate: fc.constantFrom(null, '2026-08-31'),
      }),
      { maxLength: 12, selector: (row) => `${row.pupilId}-${row.payerId}-${row.fromDate}` },
    ),
  })
  .map(({ invoices, payers, liabilities }) =>
    family({
      selectedPupilIds: new Set([1, 2, 3]),
      invoices: invoices.map((one, index) => ({
        ...invoice(one.openCents),
        ...one,
        invoiceId: index + 1,
        number: `F-${index}`,
      })),
      payers: payers.map((one, index) => payer(index + 1, one)),
      liabilities: liabilities.filter((row) => row.payerId <= payers.length),
    }),
  );

describe('whatever the family', () => {
  it('nobody without something to pay gets a message, and every amount is exact', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const message of planMessages(input).messages) {
          expect(message.totalCents).toBeGreaterThan(0);
          const due = message.facts.items.filter((item) => item.amountCents > 0 && item.dueDate < asOf);
          const credit = message.facts.items.filter((item) => item.amountCents < 0);
          const sum = [...due, ...credit].reduce((total, item) => total + item.amountCents, 0);
          expect(message.totalCents).toBe(sum);
          for (const item of message.facts.items) {
            expect(Math.abs(item.amountCents)).toBeLessThanOrEqual(Math.abs(item.openCents));
            expect(input.invoices.find((one) => one.invoiceId === item.invoiceId)?.held).toBe(false);
          }
        }
      }),
    );
  });

  it('no address but an own address of the payer is ever used, and nobody is written to twice', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const written = new Set<number>();
        for (const message of planMessages(input).messages) {
          for (const { payerId } of message.facts.payers) {
            expect(written.has(payerId)).toBe(false);
            written.add(payerId);
            const own = input.payers.find((one) => one.payerId === payerId);
            expect(own?.removed).toBe(false);
            expect([own?.email, `${own?.street}\n9000 Gent`]).toContain(message.destination.address);
          }
        }
      }),
    );
  });

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const reversed = {
          ...input,
          invoices: input.invoices.toReversed(),
          payers: input.payers.toReversed(),
          liabilities: input.liabilities.toReversed(),
          pupils: input.pupils.toReversed(),
        };
        expect(planMessages(reversed)).toEqual(planMessages(input));
      }),
    );
  });

  it('nothing overdue is passed over: it is asked, held, credited away, or named', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const plan = planMessages(input);
        const asked = new Set(plan.messages.flatMap((one) => one.facts.items.map((item) => item.invoiceId)));
        for (const one of input.invoices) {
          if (one.openCents < 0 || one.held || one.dueDate >= asOf) continue;
          expect(asked.has(one.invoiceId) || plan.excluded.length > 0).toBe(true);
        }
      }),
    );
  });
});
