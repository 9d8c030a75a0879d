import { assert, date as anyMoment, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatPlainDate, isPlainDate, parsePlainDate } from '#shared/calendar/plain-date.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';

const anyDate = anyMoment({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map((moment) => moment.toISOString().slice(0, 10));

describe('plain dates', () => {
  it.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-1-1', '26-01-01', '0000-00-00', '2026-01-01T00:00:00Z', ''])(
    '%s is no date',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  it('crosses months, years, leap days and the change of summer time by whole days', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31);
    expect(daysBetween('2026-11-20', '2026-11-19')).toBe(-1);
  });

  it('adding days and counting them are each other’s opposite', () => {
    assert(
      property(anyDate, integer({ min: -4000, max: 4000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isPlainDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  it('reads dates as school packages write them, the day before the month', () => {
    expect(parsePlainDate('30/09/2026')).toBe('2026-09-30');
    expect(parsePlainDate(' 1-2-2026 ')).toBe('2026-02-01');
    expect(parsePlainDate('05.10.2026')).toBe('2026-10-05');
    expect(parsePlainDate('2026-09-30')).toBe('2026-09-30');
    expect(parsePlainDate('30/09/2026 00:00:00')).toBe('2026-09-30');
    expect(parsePlainDate('09/30/2026')).toBeUndefined();
    expect(parsePlainDate('30/09/26')).toBeUndefined();
    expect(parsePlainDate('morgen')).toBeUndefined();
  });

  it('prints and reads back the same date', () => {
    assert(
      property(anyDate, (date) => {
        expect(parsePlainDate(formatPlainDate(date))).toBe(date);
      }),
    );
  });

  it('a school year begins on 1 September', () => {
    expect(schoolYearOf('2026-08-31')).toBe('2025-2026');
    expect(schoolYearOf('2026-09-01')).toBe('2026-2027');
  });
});
