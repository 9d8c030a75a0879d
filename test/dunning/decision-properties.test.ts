import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '#shared/calendar/plain-date.ts';
import { decideDunning } from '#shared/dunning/decide-dunning.ts';
import { type Decision, decision, type DecisionInput } from '#shared/dunning/decision.ts';
import { planState } from '#shared/plans/plan-state.ts';
import { anyInput, asOf } from './any-input.ts';

/** Every proposal of some hundreds of families, with what it was decided from. */
function forEveryProposal(check: (proposal: Decision['proposals'][number], input: DecisionInput) => void): void {
  let seen = 0;
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const proposal of decideDunning(input, asOf).proposals) {
        seen += 1;
        check(proposal, input);
      }
    }),
    { numRuns: 600 },
  );
  // A property over proposals says nothing when none is ever made.
  expect(seen).toBeGreaterThan(100);
}

describe('whatever the families', () => {
  it('property 3: nobody with a hold, a live plan or nothing due is ever proposed', () => {
    forEveryProposal((proposal, input) => {
      expect(proposal.totalCents).toBeGreaterThan(0);
      const items = new Map(input.items.map((one) => [one.invoiceId, one]));
      const payer = input.payers.find((one) => one.payerId === proposal.payerId);
      for (const row of proposal.items) {
        expect(row.amountCents).toBeGreaterThan(0);
        expect(row.dueDate < asOf).toBe(true);
        const asked = items.get(row.invoiceId);
        expect([asked?.handedOver, (asked?.limitedFrom ?? '9') > asOf, (asked?.graceUntil ?? '0') < asOf]).toEqual([
          false,
          true,
          true,
        ]);
        const holding = input.holds.filter(({ fromDate, untilDate, ...hold }) => {
          const isOver = untilDate !== null && untilDate !== 'later' && untilDate < asOf;
          const isToCome = fromDate !== null && fromDate !== 'ooit' && fromDate > asOf;
          if (isOver || isToCome) return false;
          if (hold.invoiceId !== null) {
            return hold.invoiceId === row.invoiceId && (hold.payerId ?? proposal.payerId) === proposal.payerId;
          }
          if ((hold.schoolId ?? proposal.schoolId) !== proposal.schoolId) return false;
          if (hold.payerId !== null) return hold.payerId === proposal.payerId;
          return hold.householdId === null || [asked?.householdId, payer?.householdId].includes(hold.householdId);
        });
        expect(holding).toEqual([]);
        const plans = input.plans.filter(
          ({ invoiceIds, payerIds }) =>
            invoiceIds.includes(row.invoiceId) && (payerIds.length === 0 || payerIds.includes(proposal.payerId)),
        );
        expect(plans.map((plan) => planState(plan, asOf).state).filter((state) => state !== 'breached')).toEqual([]);
      }
    });
  });

  it('property 5: the order of the rows does not matter', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.integer({ min: 0, max: 1_000_000 })), (input, numbers) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: numbers.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other: DecisionInput = {
          ...input,
          items: shuffled(input.items).map((one) => ({
            ...one,
            owedBy: shuffled(one.owedBy),
            instalments: shuffled(one.instalments),
          })),
          procedures: shuffled(input.procedures),
          payers: shuffled(input.payers),
          sentEvents: shuffled(input.sentEvents),
          holds: shuffled(input.holds),
          plans: shuffled(input.plans).map((plan) => ({ ...plan, instalments: shuffled(plan.instalments) })),
          pending: shuffled(input.pending),
          bank: shuffled(input.bank),
        };
        expect(decideDunning(other, asOf)).toEqual(decideDunning(input, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('the stage is never more than one above the highest that was sent for what is asked', () => {
    forEveryProposal((proposal, input) => {
      const asked = new Set(proposal.items.filter(({ kind }) => kind !== 'cost').map((row) => row.invoiceId));
      const sent = input.sentEvents.filter(
        (event) =>
          !event.voided && asked.has(event.invoiceId) && (event.payerId ?? proposal.payerId) === proposal.payerId,
      );
      const highest = sent.reduce((most, { stage }) => Math.max(most, stage), 0);
      expect(proposal.stage).toBeGreaterThanOrEqual(1);
      expect(proposal.stage).toBeLessThanOrEqual(highest + 1);
      expect(proposal.stage).toBeLessThanOrEqual(proposal.stageCount);
      expect(proposal.overdueDays).toBe(daysBetween(proposal.oldestDueDate, asOf));
    });
  });

  it('what split payers are asked together is never more than what is open, and what one is asked never is', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const asked = new Map<number, number>();
        const { proposals } = decideDunning(input, asOf);
        for (const proposal of proposals) {
          const { dueCents, creditCents, totalCents } = proposal;
          const sum = proposal.items.reduce((total, row) => total + row.amountCents, 0);
          expect([dueCents, totalCents]).toEqual([sum, sum - creditCents]);
          for (const row of [...proposal.items, ...proposal.upcoming]) {
            const owed = input.items.find((one) => one.invoiceId === row.invoiceId);
            expect(row.amountCents).toBeLessThanOrEqual(owed?.openCents ?? 0);
          }
          for (const row of proposal.items) {
            const liability = input.items
              .find((one) => one.invoiceId === row.invoiceId)
              ?.owedBy.find((one) => one.payerId === proposal.payerId);
            if (liability?.kind !== 'split') continue;
            asked.set(row.invoiceId, (asked.get(row.invoiceId) ?? 0) + row.amountCents);
          }
        }
        for (const [id, cents] of asked) {
          expect(cents).toBeLessThanOrEqual(input.items.find((one) => one.invoiceId === id)?.openCents ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every payer with something overdue is in exactly one list, once per school, and the answer fits the contract', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = decideDunning(input, asOf);
        expect(decision.parse(answer)).toEqual(answer);
        const listed = [...answer.proposals, ...answer.exclusions].map(
          (one) => `${one.payerId}-${one.schoolId}-${one.payerId === null ? one.householdId : ''}`,
        );
        expect(new Set(listed).size).toBe(listed.length);
        const removed = new Set(input.payers.filter((one) => one.removed).map((one) => one.payerId));
        const owing = input.items
          .filter((one) => one.openCents > 0 && (one.kind === 'invoice' || one.kind === 'cost'))
          .flatMap(({ owedBy, schoolId }) =>
            owedBy
              .filter(({ kind, payerId }) => kind === 'joint' && !removed.has(payerId))
              .map(({ payerId }) => `${payerId}-${schoolId}-`),
          );
        expect(owing.filter((who) => !listed.includes(who))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
