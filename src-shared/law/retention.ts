import { addMonths } from '../calendar/months.ts';
import type { PlainDate } from '../calendar/plain-date.ts';

export type RetentionInput =
  | {
      readonly kind: 'accounting';
      readonly documentDate: PlainDate;
      readonly paidOn: PlainDate | null;
      readonly writtenOffOn: PlainDate | null;
    }
  | { readonly kind: 'social'; readonly closedOn: PlainDate };

export type Retention = {
  /** Last day on which it is kept; longer while a dispute or a debt settlement is open. */
  readonly keepUntil: PlainDate;
  /** Years after the year that counts; null for social notes, which are kept for twelve months. */
  readonly years: number | null;
};

/**
 * Until when papers are kept. Accounting: to the end of the year, ten years (seven for years up to 2021) after the latest
 * of the years of the document, the payment and the giving up. Social notes are no accounting: twelve months after the
 * case was closed, which is a policy and no law. Source: law.md 7 (7a, 7b, 7e, 7f).
 */
export function retention(input: RetentionInput): Retention {
  if (input.kind === 'social') return { keepUntil: addMonths(input.closedOn, 12), years: null };
  const dates = [input.documentDate, input.paidOn, input.writtenOffOn].filter((date) => date !== null);
  const year = Math.max(...dates.map((date) => Number(date.slice(0, 4))));
  const years = year >= 2022 ? 10 : 7;
  return { keepUntil: `${String(year + years).padStart(4, '0')}-12-31`, years };
}
