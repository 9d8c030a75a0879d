import type { PayingHabit } from './group.ts';
import type { Random } from './random.ts';

/** Money on a day of the timeline. */
export type DatedAmount = { readonly day: number; readonly cents: number };

/**
 * The share of invoices that a household never pays and pays late. Over the mix of `families.ts` (70 % steady, 20 %
 * late, 10 % troubled) that is 9 % never and a quarter late. Source: survey of 103 schools, facts/practice.md section 3.1.
 */
const habits: Readonly<Record<PayingHabit, { readonly never: number; readonly late: number }>> = {
  steady: { never: 0.015, late: 0.1 },
  late: { never: 0.08, late: 0.75 },
  troubled: { never: 0.65, late: 0.25 },
};

/**
 * The payments an invoice will ever see: on time in one go; late in one go or two; or never, at most a part. They add up
 * to `cents`, or to less than it when the invoice is never paid.
 */
export function drawPayments(
  random: Random,
  habit: PayingHabit,
  invoice: { readonly issueDay: number; readonly dueDay: number; readonly cents: number },
): DatedAmount[] {
  const { issueDay, dueDay, cents } = invoice;
  const { never, late } = habits[habit];
  const draw = random.next();
  if (draw < never) return random.chance(0.15) ? [drawPart(random, cents, dueDay)] : [];
  if (draw >= never + late) return [{ day: random.between(issueDay + 1, dueDay), cents }];
  const day = dueDay + random.between(3, 45);
  if (!random.chance(0.12)) return [{ day, cents }];
  const first = Math.floor(cents / 2);
  return [
    { day, cents: first },
    { day: day + random.between(14, 40), cents: cents - first },
  ];
}

/** A part of the amount, in whole euros where that is possible: what someone could spare. */
export function drawPart(random: Random, cents: number, dueDay: number): DatedAmount {
  const part = Math.floor((cents * random.between(20, 50)) / 100);
  return { day: dueDay + random.between(5, 60), cents: part >= 200 ? part - (part % 100) : Math.max(1, part) };
}
