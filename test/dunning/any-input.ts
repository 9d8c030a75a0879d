import * as fc from 'fast-check';
import { addDays } from '#shared/calendar/plain-date.ts';
import { type DecisionInput, decisionInput } from '#shared/dunning/decision.ts';
import { holdKinds } from '#shared/holds/contract.ts';

export const asOf = '2026-11-20';
const payerId = fc.integer({ min: 1, max: 4 });
const schoolId = fc.integer({ min: 1, max: 2 });
const householdId = fc.integer({ min: 1, max: 2 });
const invoiceId = fc.integer({ min: 1, max: 12 });
const nearDay = fc.integer({ min: -60, max: 20 }).map((days) => addDays(asOf, days));
const pastDay = fc.integer({ min: 1, max: 60 }).map((days) => addDays(asOf, -days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
/** Mostly nothing. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const instalments = fc.array(fc.record({ dueDate: nearDay, amountCents: fc.integer({ min: 1, max: 9000 }) }), {
  maxLength: 3,
});

const item = fc.record({
  kind: fc.constantFrom('invoice', 'invoice', 'invoice', 'creditNote', 'credit', 'cost'),
  schoolId,
  householdId,
  billingGroupId: fc.constantFrom(null, 1, 2),
  dueDate: fc.oneof({ weight: 4, arbitrary: pastDay }, { weight: 1, arbitrary: nearDay }),
  openCents: fc.integer({ min: -3000, max: 20_000 }),
  owedBy: fc.uniqueArray(
    fc.record({
      payerId,
      kind: fc.constantFrom('joint', 'split'),
      shareBp: fc.integer({ min: 0, max: 6000 }),
      paidCents: fc.constantFrom(0, 0, 2500),
    }),
    { minLength: 1, maxLength: 3, selector: (row) => row.payerId },
  ),
  creditOfPayerId: seldom(payerId),
  instalments,
  graceUntil: seldom(nearDay),
  limitedFrom: seldom(nearDay),
  handedOver: fc.constantFrom(false, false, false, false, false, false, false, true),
  pupilLeftOn: seldom(nearDay),
});

const target = fc.oneof(
  { weight: 6, arbitrary: fc.record({ invoiceId, payerId: seldom(payerId), schoolId: seldom(schoolId) }) },
  { weight: 4, arbitrary: fc.record({ payerId, schoolId: seldom(schoolId), householdId: seldom(householdId) }) },
  { weight: 2, arbitrary: fc.record({ householdId, schoolId: seldom(schoolId) }) },
  { weight: 1, arbitrary: fc.record({ schoolId }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const stage = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  minimumGapDays: maybe(fc.integer({ min: 0, max: 20 })),
  minimumCents: fc.constantFrom(0, 0, 3000),
  channel: fc.constantFrom('email', 'letter', 'phone'),
});

/** Families, bills, holds and plans of every kind, with payers, bills and days that meet each other often. */
export const anyInput: fc.Arbitrary<DecisionInput> = fc
  .record({
    items: fc
      .array(item, { minLength: 2, maxLength: 12 })
      .map((items) => items.map((one, index) => ({ ...one, invoiceId: index + 1 }))),
    procedures: fc.uniqueArray(
      fc.record({
        procedureId: fc.integer({ min: 1, max: 9 }),
        schoolId: fc.constantFrom(null, null, 1),
        billingGroupId: fc.constantFrom(null, null, 1),
        nearLimitationDays: fc.constantFrom(null, null, 10),
        stages: fc.array(stage, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 3, selector: (row) => row.procedureId },
    ),
    payers: fc.uniqueArray(
      fc.record({
        payerId,
        householdId,
        reachable: fc.constantFrom(true, true, false),
        removed: fc.constantFrom(false, false, true),
        thirdPartyPayerId: fc.constantFrom(null, 5),
      }),
      { maxLength: 4, selector: (row) => row.payerId },
    ),
    sentEvents: fc.array(
      fc.record({
        invoiceId,
        payerId: maybe(payerId),
        stage: fc.constantFrom(1, 1, 2, 3),
        sentOn: nearDay,
        termLastDay: seldom(nearDay),
        voided: fc.boolean(),
      }),
      { minLength: 3, maxLength: 15 },
    ),
    holds: fc.array(
      fc
        .record({
          holdId: maybe(fc.integer({ min: 1, max: 9 })),
          kind: fc.constantFrom(...holdKinds, 'iets anders'),
          target,
          fromDate: maybe(fc.oneof(nearDay, fc.constant('ooit'))),
          untilDate: maybe(fc.oneof(nearDay, fc.constant('later'))),
        })
        .map(({ target, ...hold }) => ({ ...hold, ...target })),
      { maxLength: 3 },
    ),
    plans: fc.array(
      fc.record({
        planId: maybe(fc.integer({ min: 1, max: 9 })),
        invoiceIds: fc.uniqueArray(invoiceId, { minLength: 1, maxLength: 3 }),
        payerIds: fc.uniqueArray(payerId, { maxLength: 2 }),
        instalments: instalments.filter((parts) => parts.length > 0),
        toleranceDays: fc.integer({ min: 0, max: 5 }),
        receivedCents: fc.integer({ min: 0, max: 9000 }),
      }),
      { maxLength: 2 },
    ),
    pending: fc.array(
      fc.record({ payerId, schoolId, status: fc.constantFrom('uncertain', 'failed', 'waiting', 'task') }),
      { maxLength: 2 },
    ),
    bank: fc.uniqueArray(
      fc.record({ schoolId, newestStatementOn: maybe(nearDay), openLines: fc.integer({ min: 0, max: 2 }) }),
      { maxLength: 2, selector: (row) => row.schoolId },
    ),
    settings: fc.record({
      minimumCents: fc.constantFrom(0, 0, 2000),
      schoolLeavers: fc.constantFrom('remind', 'leaveOut'),
      statementMaxAgeDays: fc.constantFrom(null, 5),
    }),
  })
  .map((given) => decisionInput.parse(given));
