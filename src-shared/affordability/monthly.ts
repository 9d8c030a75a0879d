import type { Frequency, InventoryLine } from './contract.ts';

const timesAYear: Readonly<Record<Frequency, number>> = {
  week: 52,
  fourWeeks: 13,
  month: 12,
  twoMonths: 6,
  quarter: 4,
  halfYear: 2,
  year: 1,
};

/** How often, as it is said after an amount. */
export const frequencyWords: Readonly<Record<Frequency, string>> = {
  week: 'per week',
  fourWeeks: 'per vier weken',
  month: 'per maand',
  twoMonths: 'per twee maanden',
  quarter: 'per kwartaal',
  halfYear: 'per half jaar',
  year: 'per jaar',
};

/**
 * Amounts of any frequency as cents per month: a week counts 52 times a year, four weeks 13 times. The year is summed
 * exactly and divided once, so that the order of the lines never matters. Income is rounded down to the cent, what is
 * spent is rounded up: the careful side.
 */
export function monthlyCents(
  lines: readonly Pick<InventoryLine, 'amountCents' | 'every'>[],
  rounding: 'down' | 'up',
): number {
  let yearCents = 0;
  for (const { amountCents, every } of lines) yearCents += amountCents * timesAYear[every];
  return rounding === 'down' ? Math.floor(yearCents / 12) : Math.ceil(yearCents / 12);
}
