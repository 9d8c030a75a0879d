import { type Clock, systemClock } from '#main/adapters/clock.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { TestApplication } from '#test/support/application.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';

/** Two parents who owe together for a pupil, with these bills. */
export function jointFamily(
  application: TestApplication,
  schoolId: number,
  amountsCents: readonly number[],
  name = 'Peeters',
): FamilyIds {
  return addFamily(application.context.store, schoolId, {
    name: `Gezin ${name}`,
    payers: [
      { firstName: 'An', lastName: name },
      { firstName: 'Bart', lastName: name },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: name,
        invoices: amountsCents.map((amountCents, index) => ({ number: `${name}-${index + 1}`, amountCents })),
      },
    ],
  });
}

let requests = 0;

/** What is the same of every plan in a test; what matters is given. */
export function request(family: FamilyIds, schoolId: number) {
  requests += 1;
  return {
    requestKey: `plan-request-${requests}`,
    householdId: family.householdId,
    schoolId,
    payerIds: [...family.payerIds],
    invoiceIds: [...family.invoiceIds],
    startsOn: '2026-12-01',
  };
}

/** A receipt of the household on the day, on its oldest bills or on what its reference names. */
export async function receive(
  application: TestApplication,
  family: FamilyIds,
  amountCents: number,
  change: { readonly reference?: string; readonly payerId?: number; readonly schoolId?: number } = {},
): Promise<{
  entryId: number;
  creditCents: number;
  allocations: readonly { invoiceId: number; amountCents: number }[];
}> {
  const { api, context } = application;
  requests += 1;
  const { schoolId = firstSchool(application, family), ...line } = change;
  const { entries } = await api.ledger.bookReceipts({
    requestKey: `receipt-request-${requests}`,
    schoolId,
    controlTotalCents: amountCents,
    lines: [
      { householdId: family.householdId, amountCents, method: 'bank', valueDate: context.clock.today(), ...line },
    ],
  });
  const [entry] = entries;
  if (!entry) throw new Error('Nothing was booked');
  return entry;
}

function firstSchool({ context }: TestApplication, { pupilIds }: FamilyIds): number {
  return context.store.sql.prepare('SELECT school_id FROM pupils WHERE id = ?').pluck().get(pupilIds[0]) as number;
}

export type MoveableClock = Clock & { readonly setDate: (date: PlainDate) => void };

/** A clock of which a test says what day it is. */
export function moveableClock(date: PlainDate): MoveableClock {
  let today = date;
  return {
    ...systemClock(),
    today: () => today,
    now: () => `${today}T09:00:00.000Z`,
    setDate: (next) => {
      today = next;
    },
  };
}
