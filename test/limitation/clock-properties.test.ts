import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/plain-date.ts';
import { isWorkingDay } from '#shared/calendar/working-days.ts';
import { type LimitationAct, limitationActKinds } from '#shared/law/contract.ts';
import {
  lastDayOf,
  lastDaysOf,
  type LimitationDebtor,
  type LimitationFacts,
  limitationOf,
} from '#shared/law/limitation.ts';

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-11-20', days));
const payer = fc.option(fc.integer({ min: 1, max: 4 }));
const acts: fc.Arbitrary<LimitationAct[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...limitationActKinds, 'schoolLetter' as const, 'reminder' as const),
    date: day,
    payerId: payer,
    isComplete: fc.boolean(),
    isTraceable: fc.boolean(),
  }),
  { maxLength: 8 },
);
const debtors: fc.Arbitrary<LimitationDebtor[]> = fc.uniqueArray(
  fc.record({ payerId: fc.integer({ min: 1, max: 4 }), isSplit: fc.boolean() }),
  { maxLength: 3, selector: ({ payerId }) => payerId },
);
const bill: fc.Arbitrary<LimitationFacts> = fc.record({
  invoiceDate: day,
  dueDate: day,
  acts,
  debtors,
});

describe('the limitation clock, whatever happened', () => {
  it('is never earlier than without acts, on either clock', () => {
    fc.assert(
      fc.property(bill, (facts) => {
        const told = limitationOf(facts);
        const bare = limitationOf({ ...facts, acts: [] });
        expect(told.clock.lastDay >= bare.clock.lastDay).toBe(true);
        expect(told.safeClock.lastDay >= bare.safeClock.lastDay).toBe(true);
      }),
    );
  });

  it('does not care in which order the acts are given', () => {
    fc.assert(
      fc.property(
        bill.chain((facts) =>
          fc.record({
            facts: fc.constant(facts),
            mixed: fc.shuffledSubarray([...facts.acts], { minLength: facts.acts.length }),
          }),
        ),
        ({ facts, mixed }) => {
          const { acts: _, ...told } = limitationOf(facts);
          expect(limitationOf({ ...facts, acts: mixed })).toMatchObject(told);
        },
      ),
    );
  });

  it('moves for nothing but what it says counted', () => {
    fc.assert(
      fc.property(bill, (facts) => {
        const told = limitationOf(facts);
        const counted = facts.acts.filter((_, index) => told.acts[index]?.counted);
        expect(limitationOf({ ...facts, acts: counted }).clock).toEqual(told.clock);
        expect(told.acts.every(({ sentence }) => sentence.length > 0)).toBe(true);
      }),
    );
  });

  it('says the same day to whoever asks only for that', () => {
    fc.assert(
      fc.property(bill, (facts) => {
        const { clock, safeClock, isSuspended } = limitationOf(facts);
        const { lastDay } = clock;
        expect(lastDayOf(facts)).toBe(isSuspended ? null : lastDay);
        expect(lastDaysOf(facts)).toEqual(isSuspended ? null : { lastDay, safeLastDay: safeClock.lastDay });
      }),
    );
  });

  it('is limited the day after the last day, and can be acted on before, on a working day', () => {
    fc.assert(
      fc.property(bill, (facts) => {
        const { clock } = limitationOf(facts);
        expect(clock.limitedFrom).toBe(addDays(clock.lastDay, 1));
        expect(clock.actBefore <= clock.lastDay && isWorkingDay(clock.actBefore)).toBe(true);
      }),
    );
  });
});
