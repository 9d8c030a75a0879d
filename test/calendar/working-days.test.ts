import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belgianHolidays, easterOf, isBelgianHoliday } from '#shared/calendar/holidays.ts';
import { addMonths, addYears } from '#shared/calendar/months.ts';
import { addDays, daysBetween } from '#shared/calendar/plain-date.ts';
import { isWeekend, isWorkingDay, workingDayAfter, workingDayOnOrBefore } from '#shared/calendar/working-days.ts';
import '#test/support/same-examples.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('Easter and the legal holidays', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, date) => expect(easterOf(year)).toBe(date));

  it('are ten, with three that move', () => {
    expect(belgianHolidays(2025)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-05-29',
      '2025-06-09',
      '2025-07-21',
      '2025-08-15',
      '2025-11-01',
      '2025-11-11',
      '2025-12-25',
    ]);
    expect(isBelgianHoliday('2025-12-26')).toBe(false);
  });

  it('Easter is always a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 4000 }), (year) => {
        const easter = easterOf(year);
        expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  it('are Monday to Friday without holidays', () => {
    expect(isWeekend('2025-03-08')).toBe(true);
    expect(isWorkingDay('2025-03-07')).toBe(true);
    expect(isWorkingDay('2025-07-21')).toBe(false);
    expect(workingDayAfter('2025-12-24')).toBe('2025-12-26');
    expect(workingDayAfter('2025-12-23', 3)).toBe('2025-12-29');
    expect(workingDayOnOrBefore('2025-11-01')).toBe('2025-10-31');
    expect(workingDayOnOrBefore('2025-10-31')).toBe('2025-10-31');
    expect(() => workingDayAfter('2025-12-23', 0)).toThrow(RangeError);
  });

  it('the nth one lies after n working days, and none is skipped', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (date, count) => {
        const reached = workingDayAfter(date, count);
        const passed = Array.from({ length: daysBetween(date, reached) }, (_, index) => addDays(date, index + 1));
        expect(passed.filter(isWorkingDay)).toHaveLength(count);
        expect(isWorkingDay(reached)).toBe(true);
      }),
    );
  });
});

describe('months and years', () => {
  it('keep the day, or take the last one of a shorter month', () => {
    expect(addMonths('2025-03-10', 1)).toBe('2025-04-10');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  });
});
