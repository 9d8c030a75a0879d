import { addMonths } from '../calendar/months.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { sumCents } from '../money/cents.ts';
import { instalmentProgress } from './instalment-progress.ts';
import type { PlanMoney } from './plan-state.ts';
import { dayInMonth, planInstalments } from './schedule.ts';
import type { Instalment, Spread } from './shapes.ts';

type Agreed = PlanMoney & {
  readonly instalments: readonly {
    readonly number: number;
    readonly dueDate: PlainDate;
    readonly amountCents: number;
  }[];
};

/**
 * What was received, as instalments that are paid: what was received stays received when a plan changes. They add up to it
 * exactly (at most to what was agreed), and what was paid ahead counts from today. Cents. Source: domain.md "Plans".
 */
export function paidInstalments(
  instalments: readonly Instalment[],
  receivedCents: number,
  today: PlainDate,
): Instalment[] {
  let left = Math.max(0, receivedCents);
  return instalments.flatMap(({ dueDate, amountCents }) => {
    const part = Math.min(left, amountCents);
    left -= part;
    return part === 0 ? [] : [{ dueDate: dueDate < today ? dueDate : today, amountCents: part }];
  });
}

/** The day of the first instalment that was not paid in full; today when everything was. */
export function firstUnpaidOn(plan: Agreed, today: PlainDate): PlainDate {
  const open = instalmentProgress(plan, today).find(({ status }) => status !== 'paid' && status !== 'covered');
  return open?.dueDate ?? today;
}

/**
 * A pause: what was paid stays, and what is left moves so many months on, to the same day of the month where that month is
 * long enough; of a plan that is behind further, so that nothing is asked in the past. Answers the last day on which nothing is
 * asked. Source: issue "pause", domain.md "Plans".
 */
export function pausedInstalments(
  plan: Agreed,
  months: number,
  today: PlainDate,
): { readonly instalments: Instalment[]; readonly pausedUntil: PlainDate } {
  const left = instalmentProgress(plan, today)
    .filter(({ status }) => status !== 'paid' && status !== 'covered')
    .map(({ dueDate, amountCents, paidCents }) => ({ dueDate, amountCents: amountCents - paidCents }));
  const wanted = Math.max(...plan.instalments.map(({ dueDate }) => Number(dueDate.slice(8))));
  const moved = (by: number): Instalment[] =>
    left.map(({ dueDate, amountCents }) => ({ dueDate: later(dueDate, by, wanted), amountCents }));
  let by = months;
  while ((moved(by)[0]?.dueDate ?? today) < today) by += 1;
  const rest = moved(by);
  const kept = paidInstalments(plan.instalments, plan.receivedCents, today);
  return { instalments: [...kept, ...rest], pausedUntil: addDays(rest[0]?.dueDate ?? today, -1) };
}

/** The last day of a short month stands for the day that was agreed. */
function later(dueDate: PlainDate, months: number, wanted: number): PlainDate {
  const month = dueDate.slice(0, 7);
  const isAgreedDay = dueDate === dayInMonth(month, wanted);
  const target = addMonths(`${month}-01`, months).slice(0, 7);
  return dayInMonth(target, isAgreedDay ? wanted : Number(dueDate.slice(8)));
}

/**
 * What was paid, and what is open now at the same amount a month from the first unpaid instalment on: for claims that come in
 * or go out. Source: contract `plans.addClaims`.
 */
export function respreadInstalments(
  plan: Agreed,
  next: {
    readonly receivedCents: number;
    readonly openCents: number;
    readonly spread: Pick<Spread, 'dayOfMonth' | 'monthlyCents'>;
  },
  today: PlainDate,
): Instalment[] {
  const kept = paidInstalments(plan.instalments, next.receivedCents, today);
  const rest = planInstalments(restSpread(plan, next.spread, today), next.openCents);
  return [...kept, ...rest];
}

/** How what is left is spread: the amount a month that was agreed, or that the number of instalments came to. */
export function restSpread(
  plan: Agreed,
  { dayOfMonth, monthlyCents }: Pick<Spread, 'dayOfMonth' | 'monthlyCents'>,
  today: PlainDate,
): Spread {
  const startsOn = firstUnpaidOn(plan, today);
  const wanted = dayOfMonth ?? Math.max(...plan.instalments.map(({ dueDate }) => Number(dueDate.slice(8))));
  const monthly = monthlyCents ?? Math.max(1, ...plan.instalments.map(({ amountCents }) => amountCents));
  return { startsOn, dayOfMonth: wanted, monthlyCents: monthly };
}

/** What instalments come to. */
export function totalOf(instalments: readonly Instalment[]): number {
  return sumCents(instalments.map(({ amountCents }) => amountCents));
}
