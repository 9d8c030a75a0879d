import { addMonths } from '../calendar/months.ts';
import { type Cents, toCents } from '../money/cents.ts';
import { splitInInstalments } from '../money/instalments.ts';
import type { LoanRow, LoanTerms } from './shapes.ts';

export type Loan = {
  readonly principalCents: number;
  readonly months: number;
  readonly terms: LoanTerms;
  /** Of an annuity: what is asked each month; left out: reckoned from the rate. */
  readonly monthlyCents?: number | undefined;
  /** `YYYY-MM`. */
  readonly firstPeriod: string;
  /** Paid per month, from the first one on, in cents; left out: everything as asked. */
  readonly paidCents?: readonly number[] | undefined;
};

/** Thousandths of a percent in the whole. */
const whole = 100_000;

/**
 * Percent per month, rounded to 0.001 %: as agreed, or from the yearly one by `(1 + y)^(1/12) - 1`; neither: no interest.
 * Source: domain.md "Plans".
 */
export function monthlyPercentOf({ monthlyPercent, yearlyPercent }: LoanTerms): number {
  const percent = monthlyPercent ?? ((1 + (yearlyPercent ?? 0) / 100) ** (1 / 12) - 1) * 100;
  return Math.round(percent * 1000) / 1000;
}

/**
 * The table of an agreed loan, in cents, a row per month. Interest is reckoned on the balance as if every obligation had been
 * paid, and rounded to the cent once a month; the last obligation takes what is left. What was paid goes to the interest that is
 * open and then to the principal, or the other way round for as much principal as was asked by then. Months of which nothing is
 * known count as not paid; what is paid beyond everything stays out of the table. Source: domain.md "Plans", acceptance I-1, I-2.
 */
export function loanTable(loan: Loan): LoanRow[] {
  const rows: LoanRow[] = [];
  let principalOpen: number = loan.principalCents;
  let interestOpen = 0;
  let principalDue = 0;
  for (const [index, asked] of obligations(loan).entries()) {
    interestOpen += asked.interestCents;
    principalDue += asked.principalCents;
    const paid = loan.paidCents ? (loan.paidCents[index] ?? 0) : asked.obligationCents;
    const before = loan.principalCents - principalOpen;
    const first = loan.terms.order === 'principalFirst' ? Math.min(paid, Math.max(0, principalDue - before)) : 0;
    const toInterest = Math.min(paid - first, interestOpen);
    const toPrincipal = first + Math.min(paid - first - toInterest, principalOpen - first);
    interestOpen -= toInterest;
    principalOpen -= toPrincipal;
    rows.push({
      period: addMonths(`${loan.firstPeriod}-01`, index).slice(0, 7),
      balanceForInterestCents: asked.balanceCents,
      interestCents: asked.interestCents,
      obligationCents: asked.obligationCents,
      paidCents: paid,
      toPrincipalCents: toPrincipal,
      toInterestCents: toInterest,
      interestOpenCents: interestOpen,
      principalOpenCents: principalOpen,
    });
  }
  return rows;
}

type Asked = {
  readonly balanceCents: number;
  readonly interestCents: number;
  readonly principalCents: number;
  readonly obligationCents: Cents;
};

/** What every month asks, whatever is paid. */
function obligations(loan: Loan): Asked[] {
  const { principalCents, months, terms } = loan;
  const rate = Math.round(monthlyPercentOf(terms) * 1000);
  const equal = splitInInstalments(principalCents, months);
  const monthly = loan.monthlyCents ?? annuity(principalCents, months, rate / whole);
  let balanceCents = principalCents;
  return equal.map((part, index) => {
    const interestCents = Math.round((balanceCents * rate) / whole);
    const wanted = terms.method === 'linear' ? part : Math.max(0, monthly - interestCents);
    const principal = index === months - 1 ? balanceCents : Math.min(balanceCents, wanted);
    const asked = {
      balanceCents,
      interestCents,
      principalCents: principal,
      obligationCents: toCents(principal + interestCents),
    };
    balanceCents -= principal;
    return asked;
  });
}

/** The same amount every month that pays principal and interest, rounded up so that the last one is never the largest. */
function annuity(principalCents: number, months: number, rate: number): number {
  if (rate === 0) return Math.ceil(principalCents / months);
  return Math.ceil((principalCents * rate) / (1 - (1 + rate) ** -months));
}
