import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { planInstalments, refuseSpread } from '#shared/plans/schedule.ts';
import type { LoanTerms, Spread } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import type { PlanDraft, PlanForm } from './plan-draft.ts';

export type OutlookRow = {
  readonly dueDate: PlainDate;
  readonly amountCents: number;
  /** Of a loan: what of it is interest. */
  readonly interestCents: number;
};

export type Outlook = {
  readonly rows: readonly OutlookRow[];
  readonly lastDueDate: PlainDate;
  readonly interestCents: number;
};

/** What a spread gives, reckoned here so that it follows the slider; null while something is missing or cannot be. */
export function instalmentsOf(
  { by, count }: Pick<PlanDraft, 'by' | 'count'>,
  { totalCents, monthlyCents, startsOn, dayOfMonth }: PlanForm,
): { readonly rows: readonly Omit<OutlookRow, 'interestCents'>[]; readonly problem: string | null } | null {
  if (totalCents <= 0 || startsOn === null) return null;
  const part = by === 'amount' ? { monthlyCents: monthlyCents ?? 0 } : { count: count ?? 0 };
  if (Object.values(part).every((value) => value <= 0)) return null;
  const spread: Spread = { startsOn, ...(dayOfMonth === null ? {} : { dayOfMonth }), ...part };
  const refusal = refuseSpread(spread, totalCents);
  return refusal
    ? { rows: [], problem: refusal.sentence }
    : { rows: planInstalments(spread, totalCents), problem: null };
}

/** The instalments that the draft would give, with the interest of a loan. */
export function useOutlook(
  draft: PlanDraft,
  form: PlanForm,
): { readonly outlook: Outlook | null; readonly problem: string | null; readonly error: unknown } {
  const { interest, by } = draft;
  const reckoned = instalmentsOf(draft, form);
  const rows = reckoned?.rows ?? [];
  const asksLoan = interest !== null && hasPercent(interest) && rows.length > 0;
  const loan = useQuery({
    ...api.plans.loanTable.queryOptions({
      input: {
        principalCents: Math.max(1, form.totalCents),
        months: Math.max(1, rows.length),
        terms: interest ?? { method: 'annuity', order: 'interestFirst' },
        ...(by === 'amount' && interest?.method === 'annuity' ? { monthlyCents: form.monthlyCents ?? 1 } : {}),
        firstPeriod: (form.startsOn ?? '2000-01-01').slice(0, 7),
      },
      enabled: asksLoan,
    }),
    placeholderData: keepPreviousData,
  });
  const last = rows.at(-1);
  if (!last) return { outlook: null, problem: reckoned?.problem ?? null, error: null };
  const table = asksLoan ? (loan.data?.rows ?? []) : [];
  const withInterest = rows.map(({ dueDate, amountCents }, index): OutlookRow => {
    const row = table[index];
    return { dueDate, amountCents: row?.obligationCents ?? amountCents, interestCents: row?.interestCents ?? 0 };
  });
  return {
    outlook: {
      rows: withInterest,
      lastDueDate: last.dueDate,
      interestCents: withInterest.reduce((sum, { interestCents }) => sum + interestCents, 0),
    },
    problem: null,
    error: asksLoan ? loan.error : null,
  };
}

export function hasPercent({ monthlyPercent, yearlyPercent }: LoanTerms): boolean {
  return monthlyPercent !== undefined || yearlyPercent !== undefined;
}
