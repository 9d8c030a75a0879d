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
