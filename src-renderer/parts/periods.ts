import type { PlainDate } from '#shared/calendar/plain-date.ts';

const monthFormat = new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2026-11" as "november 2026". */
export function periodWords(period: string): string {
  return monthFormat.format(new Date(`${period}-01T00:00:00Z`));
}

/** The month of a date, moved by whole months: `periodOf('2026-11-20', 2)` is `2027-01`. */
export function periodOf(date: PlainDate, months = 0): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Months around today to choose from. */
export function periodOptions(today: PlainDate, before: number, after: number) {
  return Array.from({ length: before + after + 1 }, (_, index) => {
    const value = periodOf(today, index - before);
    return { value, label: periodWords(value) };
  });
}
