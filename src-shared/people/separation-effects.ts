import type { PlainDate } from '../calendar/plain-date.ts';
import { type Attributed, owedShares } from './owed-share.ts';
import { inForceOn, type LiabilityPeriod } from './liability-periods.ts';

/** An open bill, as far as who owes it is concerned. */
export type OpenBill = {
  readonly invoiceId: number;
  readonly number: string;
  readonly pupilId: number;
  readonly pupilName: string;
  readonly issueDate: PlainDate;
  readonly openCents: number;
  readonly attributed: Attributed;
};

type Owed = { readonly payerId: number; readonly payerName: string; readonly owedCents: number }[];

export type BillEffect = Omit<OpenBill, 'pupilId' | 'attributed'> & { readonly before: Owed; readonly after: Owed };

/**
 * What every payer owes of every open bill before and after a change of who owes, to the cent, the oldest bill first. Each
 * bill is owed by who is in force on its issue date, in the periods of before and in those of after. Source: acceptance P-4.
 */
export function separationEffects(
  bills: readonly OpenBill[],
  periods: ReadonlyMap<
    number,
    { readonly before: readonly LiabilityPeriod[]; readonly after: readonly LiabilityPeriod[] }
  >,
  payerNames: ReadonlyMap<number, string>,
): BillEffect[] {
  const owed = (bill: OpenBill, rows: readonly LiabilityPeriod[]): Owed =>
    [...owedShares(bill.openCents, inForceOn(rows, bill.issueDate), bill.attributed)]
      .map(([payerId, owedCents]) => ({ payerId, payerName: payerNames.get(payerId) ?? '', owedCents }))
      .sort((a, b) => a.payerId - b.payerId);
  return bills
    .flatMap((bill): BillEffect[] => {
      const change = periods.get(bill.pupilId);
      if (!change) return [];
      const { invoiceId, number, pupilName, issueDate, openCents } = bill;
      const shown = { invoiceId, number, pupilName, issueDate, openCents };
      return [{ ...shown, before: owed(bill, change.before), after: owed(bill, change.after) }];
    })
    .sort((a, b) => (a.issueDate === b.issueDate ? a.invoiceId - b.invoiceId : a.issueDate < b.issueDate ? -1 : 1));
}
