import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLawValues } from '#main/law/shipped-values.ts';
import { easterOf } from '#shared/calendar/holidays.ts';
import { addDays, daysBetween } from '#shared/calendar/plain-date.ts';
import { type LawName, lawNames } from '#shared/law/contract.ts';
import { lawPeriodOf, periodAround } from '#shared/law/law-names.ts';
import { lawRowOn, lawValueOn } from '#shared/law/tables.ts';
import { lawValueProblem } from '#shared/law/value-problem.ts';
import '#test/support/same-examples.ts';
import { ownRow, tablesWith } from './law-tables.ts';

const shipped = tablesWith();

describe('the tables that ship', () => {
  it.each(lawNames)('%s has rows that could be saved as they are, each with a source', (name) => {
    const rows = shippedLawValues().filter((row) => row.name === name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.source).not.toBe('');
      expect(lawValueProblem(row)).toBeNull();
    }
    const unexplained = rows.filter(({ value, doubt }) => value === null && doubt === '');
    expect(unexplained).toEqual([]);
  });

  it.each(lawNames.filter((name) => name !== 'schoolHoliday'))('%s has no gap and no overlap', (name) => {
    const rows = shipped[name];
    const nextDays = rows.slice(1).map(({ fromDate }) => addDays(fromDate, -1));
    expect(rows.slice(0, -1).map(({ untilDate }) => untilDate)).toEqual(nextDays);
    const period = lawPeriodOf(name);
    const stretches = rows.map(({ fromDate, untilDate }) => ({ first: fromDate, last: untilDate }));
    const wanted = period ? rows.map(({ fromDate }) => periodAround(period, fromDate)) : stretches;
    expect(stretches).toEqual(wanted);
  });

  it.each([
    ['civilInterest', '2015-06-01', 2.5],
    ['civilInterest', '2022-12-31', 1.5],
    ['civilInterest', '2023-01-01', 5.25],
    ['civilInterest', '2026-12-31', 4.5],
    ['civilInterest', '2027-01-01', null],
    ['interestCeiling', '2022-01-01', 8],
    ['interestCeiling', '2023-07-01', 12],
    ['interestCeiling', '2025-06-30', 11.5],
    ['interestCeiling', '2026-06-30', 10.5],
    ['interestCeiling', '2026-07-01', null],
    ['reminderCostCap', '2026-11-20', 7_50],
    ['postage', '2026-11-20', null],
    ['reminderTermDays', '2023-09-01', 14],
    ['reminderTermDays', '2023-08-31', null],
    ['limitationYears', '2026-11-20', 1],
    ['mediationDays', '2026-11-20', 45],
    ['schoolHoliday', '2026-11-08', 'Herfstvakantie'],
    ['schoolHoliday', '2026-11-09', null],
  ] as const)('%s on %s: %s', (name, day, value) => expect(lawValueOn(shipped, name, day)).toBe(value));

  it('says where a doubt is', () => {
    const doubtOn = (name: LawName, day: string) => shipped[name].find(({ fromDate }) => fromDate === day)?.doubt;
    expect(doubtOn('interestCeiling', '2023-07-01')).toContain('10,5');
    expect(doubtOn('interestCeiling', '2026-01-01')).not.toBe('');
    expect(doubtOn('postage', '2023-09-01')).not.toBe('');
  });
});

/** The rule of the decree of 17 April 1991, written down apart from the rows. */
describe('the school holidays', () => {
  const monday = (date: string) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const of = (name: string, year: number) =>
    shipped.schoolHoliday.find((row) => row.value === name && row.fromDate.startsWith(`${year}`));

  it.each([2024, 2025, 2026, 2027])('from the autumn of %i follow the rule', (year) => {
    const autumn = weekday(`${year}-11-01`) === 0 ? `${year}-11-02` : monday(`${year}-11-01`);
    expect(of('Herfstvakantie', year)).toMatchObject({ fromDate: autumn, untilDate: addDays(autumn, 6) });
    const christmas = [0, 6].includes(weekday(`${year}-12-25`))
      ? addDays(monday(`${year}-12-25`), 7)
      : monday(`${year}-12-25`);
    expect(of('Kerstvakantie', year)).toMatchObject({ fromDate: christmas, untilDate: addDays(christmas, 13) });
    const easter = easterOf(year + 1);
    const carnival = of('Krokusvakantie', year + 1);
    expect(daysBetween(carnival?.fromDate ?? '', addDays(easter, 1))).toBe(49);
    expect(carnival?.untilDate).toBe(addDays(carnival?.fromDate ?? '', 6));
    const spring = of('Paasvakantie', year + 1);
    const firstMonday = addDays(monday(`${year + 1}-04-07`), 0);
    expect(spring?.fromDate).toBe(
      easter < `${year + 1}-04-01`
        ? addDays(easter, 1)
        : easter > `${year + 1}-04-15`
          ? addDays(easter, -13)
          : firstMonday,
    );
    expect(of('Zomervakantie', year + 1)).toMatchObject({
      fromDate: `${year + 1}-07-01`,
      untilDate: `${year + 1}-08-31`,
    });
  });
});

describe('which row counts', () => {
  it('an own row for the same first day takes the place of the shipped one, the newest of them wins', () => {
    const tables = tablesWith(
      ownRow('postage', '2023-09-01', { value: 1_50 }),
      ownRow('postage', '2023-09-01', { value: 1_60 }),
    );
    expect(tables.postage).toHaveLength(1);
    expect(lawRowOn(tables, 'postage', '2026-11-20')).toMatchObject({ value: 1_60, source: 'Belgisch Staatsblad' });
  });

  it('of the rows that cover a day the one that began last counts, and an ended one leaves the one before it', () => {
    const tables = tablesWith(ownRow('reminderCostCap', '2026-01-01', { untilDate: '2026-06-30', value: 8_00 }));
    expect(lawValueOn(tables, 'reminderCostCap', '2025-12-31')).toBe(7_50);
    expect(lawValueOn(tables, 'reminderCostCap', '2026-06-30')).toBe(8_00);
    expect(lawValueOn(tables, 'reminderCostCap', '2026-07-01')).toBe(7_50);
  });

  it('a blank own row blocks what shipped, and so does one that cannot be read', () => {
    expect(lawValueOn(tablesWith(ownRow('mediationDays', '2026-01-01')), 'mediationDays', '2026-11-20')).toBeNull();
    const wrong = tablesWith(ownRow('mediationDays', '2026-01-01', { value: 'veel' }));
    expect(lawValueOn(wrong, 'mediationDays', '2026-11-20')).toBeNull();
  });

  it('on every day at most one, which covers it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lawNames),
        fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days)),
        (name, day) => {
          const covering = shipped[name].filter(
            ({ fromDate, untilDate }) => fromDate <= day && (untilDate === null || day <= untilDate),
          );
          const known = covering.find(({ value }) => value !== null);
          expect(covering.length).toBeLessThanOrEqual(1);
          expect(lawRowOn(shipped, name, day)?.fromDate).toBe(known?.fromDate);
        },
      ),
    );
  });
});
