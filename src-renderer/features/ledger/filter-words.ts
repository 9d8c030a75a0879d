import { addDays, formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { OpenItemsFilter } from '#shared/ledger/contract.ts';
import { openItemsTexts as texts } from './open-items.nl.ts';

const ages = [14, 30, 60, 90, 180, 365] as const;
const contactAges = [7, 14, 30, 60] as const;

export const ageOptions: readonly { readonly value: string; readonly label: string }[] = [
  { value: '1', label: texts.ages.overdue },
  ...ages.map((days) => ({ value: String(days), label: texts.ages.days(days) })),
  { value: 'notDue', label: texts.ages.notDue },
];

export const contactOptions: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'never', label: texts.contactNever },
  ...contactAges.map((days) => ({ value: String(days), label: texts.contactDaysAgo(days) })),
];

/** The filter on days past the due date, in words; null when there is none. */
export function ageLabel({ minOverdueDays: from, maxOverdueDays: to }: OpenItemsFilter): string | null {
  if (from === undefined && to === undefined) return null;
  if (from !== undefined && to !== undefined) return texts.ages.between(from, to);
  if (to !== undefined) return to <= 0 ? texts.no : texts.ages.upTo(to);
  return from === 1 ? texts.yes : texts.ages.days(from ?? 0);
}

/** What choosing an age sets, and what it takes away. */
export function ageChange(value: string) {
  return value === 'notDue'
    ? { minOverdueDays: undefined, maxOverdueDays: 0 }
    : { minOverdueDays: Number(value), maxOverdueDays: undefined };
}

/** The filter on the last contact, in words; null when there is none. */
export function contactLabel({ lastContact }: OpenItemsFilter): string | null {
  if (lastContact === undefined) return null;
  return lastContact === 'never' ? texts.contactNever : texts.contactBefore(formatPlainDate(lastContact));
}

/** What choosing a last contact sets: a date, so that the same address shows the same list tomorrow. */
export function contactChange(value: string, today: PlainDate): { readonly lastContact: string } {
  return { lastContact: value === 'never' ? 'never' : addDays(today, -Number(value)) };
}
