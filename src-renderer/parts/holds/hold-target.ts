import type { HoldScope } from '#shared/holds/contract.ts';
import type { Selection } from '#shared/ledger/contract.ts';
import { holdTexts } from './holds.nl.ts';

/** Something that can be held, as one of the choices of the dialog. */
export type HoldTarget = {
  readonly scope: HoldScope;
  readonly label: string;
  /** The label is the name of a person. */
  readonly isName?: boolean;
  /** Of bills: how many. */
  readonly count?: number;
  readonly input:
    | { readonly invoiceIds: number[] }
    | { readonly selection: Selection }
    | { readonly householdId: number }
    | { readonly payerId: number }
    | { readonly schoolId: number };
};

export function invoicesTarget(invoiceIds: readonly number[]): HoldTarget {
  const { length } = invoiceIds;
  return {
    scope: 'invoice',
    label: holdTexts.scopeInvoices(length),
    count: length,
    input: { invoiceIds: [...invoiceIds] },
  };
}

export function selectionTarget(selection: Selection, count: number): HoldTarget {
  return { scope: 'invoice', label: holdTexts.scopeInvoices(count), count, input: { selection } };
}

export function householdTarget(householdId: number): HoldTarget {
  return { scope: 'household', label: holdTexts.scopeHousehold, input: { householdId } };
}

export function payerTarget(payerId: number, name: string): HoldTarget {
  return { scope: 'payer', label: holdTexts.scopePayer(name), isName: true, input: { payerId } };
}

export function schoolTarget(schoolId: number, name: string): HoldTarget {
  return { scope: 'school', label: name, input: { schoolId } };
}
