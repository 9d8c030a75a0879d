import { type BankOffice, coda, importGiven, named } from '#test/bank/banking.ts';
import type { FamilyIds, FamilyInvoice } from '#test/support/family.ts';

let nextNumber = 7001;

/** Els and Jan Beuk with one child and these bills; shares in basis points, or jointly. */
export function addBeuk(
  office: BankOffice,
  invoices: readonly Partial<FamilyInvoice>[],
  shares?: readonly number[],
): FamilyIds & { readonly numbers: readonly string[] } {
  const numbers = invoices.map(() => String(nextNumber++));
  const ids = office.add({
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
        invoices: invoices.map((invoice, index) => ({
          number: numbers[index] ?? '',
          amountCents: 100_00,
          ...invoice,
        })),
      },
    ],
  });
  return { ...ids, numbers };
}

/** A bank line of yesterday with the reference of a bill. */
export async function paidAtBank(office: BankOffice, number: string, amountCents: number): Promise<void> {
  await importGiven(office, coda([named(number, amountCents)]));
}

const paper = Buffer.from('%PDF-1.7\nOndertekend').toString('base64');

/** A signed paper as a new file. */
export const signedPaper = { fileName: 'erkenning.pdf', contentBase64: paper };
