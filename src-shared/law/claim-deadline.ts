import { addMonths } from '../calendar/months.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';

/** Days that the office keeps in hand, because rules that move a deadline past a weekend are not relied on. */
const daysInHand = 5;

/**
 * Until when a claim is filed in a collective debt settlement: one month after the order was sent, also when that day is a
 * holiday; the office aims at five days sooner. Source: art. 1675/9 §2 Ger.W., law.md 5.1 (5a, 5c).
 */
export function claimDeadline({ orderSentOn }: { readonly orderSentOn: PlainDate }): {
  readonly lastDay: PlainDate;
  readonly target: PlainDate;
} {
  const lastDay = addMonths(orderSentOn, 1);
  return { lastDay, target: addDays(lastDay, -daysInHand) };
}
