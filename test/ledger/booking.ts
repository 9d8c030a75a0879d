import type { ReceiptLine } from '#shared/ledger/booking-shapes.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';

type Api = TestApplication['api'];

export type OneSchool = { readonly application: TestApplication; readonly api: Api; readonly schoolId: number };

/** A fresh application with one school, on the 20th of November. */
export async function oneSchool(): Promise<OneSchool> {
  const application = await testApplication('2026-11-20');
  return { application, api: application.api, schoolId: addSchool(application.context.store) };
}

/** Fails when a balance is not what its postings add up to. */
export async function everythingAddsUp(api: Api): Promise<void> {
  const { wrong, wrongEntries } = await api.ledger.verify();
  if (wrong.length + wrongEntries.length > 0) throw new Error(JSON.stringify({ wrong, wrongEntries }));
}

let nextKey = 1;
let nextNumber = 1;

/** Two payers and a child with a bill of each amount, due on the 10th of October and the days after it. */
export function addBeuk(
  { context }: TestApplication,
  schoolId: number,
  amounts: readonly number[],
  shares?: readonly number[],
): FamilyIds {
  return addFamily(context.store, schoolId, {
    name: 'Gezin Beuk',
    payers: [
      { firstName: 'Els', lastName: 'Beuk' },
      { firstName: 'Jan', lastName: 'Beuk' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Beuk',
        ...(shares ? { shares } : {}),
        invoices: amounts.map((amountCents, index) => ({
          number: `2026-${nextNumber++}`,
          amountCents,
          dueDate: `2026-10-${10 + index}`,
        })),
      },
    ],
  });
}

/** One receipt of a household by hand, in cash; answers its entry. */
export async function receive(
  api: Api,
  schoolId: number,
  householdId: number,
  amountCents: number,
  change: Partial<ReceiptLine> = {},
): Promise<number> {
  const { entries } = await api.ledger.bookReceipts({
    requestKey: `ontvangst-${nextKey++}`,
    schoolId,
    controlTotalCents: amountCents,
    lines: [{ householdId, amountCents, method: 'cash', valueDate: '2026-11-19', ...change }],
  });
  return entries[0]?.entryId ?? 0;
}

/** What each of these claims stands at. */
export async function openOf(api: Api, invoiceIds: readonly number[]): Promise<number[]> {
  return Promise.all(invoiceIds.map(async (invoiceId) => (await api.ledger.invoice({ invoiceId })).openCents));
}

/** What a household has to its credit, by the claims that hold it. */
export async function creditsOf(api: Api, householdId: number): Promise<{ invoiceId: number; openCents: number }[]> {
  const { invoices } = await api.dossier.page({ householdId });
  return invoices.flatMap(({ invoiceId, openCents }) => (openCents < 0 ? [{ invoiceId, openCents }] : []));
}
