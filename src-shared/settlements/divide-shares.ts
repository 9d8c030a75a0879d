import { addMonths } from '../calendar/months.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { sumCents } from '../money/cents.ts';
import { proRata } from '../plans/pro-rata.ts';
import type { SettlementCreditor, Shares } from './contract.ts';

export type Division = {
  /** What is divided each month, in cents. */
  readonly monthlyCents: number;
  readonly creditors: readonly SettlementCreditor[];
  readonly fromDate: PlainDate;
  /** After so many months the rest is remitted; left out: until everything is paid. */
  readonly months?: number | undefined;
};

/** A century: nobody is asked to look further. */
const longest = 1200;

/**
 * What every creditor gets of a monthly amount, in proportion to what is still owed to each, until everything is paid or the
 * plan ends; what is left then is remitted. Amounts in cents, none is lost. Source: law.md 5.2 (5e, 5g): 320 of 2.000 at 100 a month
 * is 16 a month, for 20 months.
 */
export function divideShares({ monthlyCents, creditors, fromDate, months = longest }: Division): Shares {
  const left: number[] = creditors.map(({ amountCents }) => amountCents);
  const first = proRata(monthlyCents, left);
  const lastMonth: (number | null)[] = creditors.map(() => null);
  const lastOfPlan = monthlyCents > 0 ? months : 0;
  let month = 0;
  while (month < lastOfPlan && sumCents(left) > 0) {
    for (const [index, share] of proRata(monthlyCents, left).entries()) {
      if (share === 0) continue;
      left[index] = (left[index] ?? 0) - share;
      lastMonth[index] = month;
    }
    month += 1;
  }
  const isPaid = sumCents(left) === 0;
  return {
    creditors: creditors.map((creditor, index) => {
      const remittedCents = left[index] ?? 0;
      const last = lastMonth[index] ?? null;
      return {
        ...creditor,
        monthlyCents: first[index] ?? 0,
        totalCents: creditor.amountCents - remittedCents,
        remittedCents,
        lastDate: last === null ? null : addMonths(fromDate, last),
      };
    }),
    totalCents: sumCents(creditors.map(({ amountCents }) => amountCents)) - sumCents(left),
    months: isPaid || (month > 0 && month < longest) ? month : null,
  };
}

/** What should have come by a day of a share that is paid each month from the first day on; never more than the whole. Cents. */
export function expectedBy(
  share: { readonly monthlyCents: number; readonly totalCents: number },
  fromDate: PlainDate,
  asOf: PlainDate,
): number {
  let months = 0;
  while (addMonths(fromDate, months) <= asOf && share.monthlyCents * months < share.totalCents) months += 1;
  return Math.min(share.totalCents, share.monthlyCents * months);
}
