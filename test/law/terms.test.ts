import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/calendar/plain-date.ts';
import { isWorkingDay, workingDayAfter } from '#shared/calendar/working-days.ts';
import { claimDeadline } from '#shared/law/claim-deadline.ts';
import { mediationHold } from '#shared/law/mediation-hold.ts';
import { payBeforeFor, reminderTerm, reminderTermOf } from '#shared/law/reminder-term.ts';
import { retention } from '#shared/law/retention.ts';
import { sendingMoment } from '#shared/law/sending-moment.ts';
import '#test/support/same-examples.ts';
import { ownRow, tablesWith } from './law-tables.ts';

const shipped = tablesWith();
const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2023-09-01', days));
const channel = fc.constantFrom('email' as const, 'letter' as const, 'registeredLetter' as const);

describe('the free term after the first reminder (law 1.3)', () => {
  it.each([
    ['1.3a', 'email', '2025-03-03', '2025-03-04', '2025-03-17', '2025-03-18'],
    ['1.3b', 'letter', '2025-03-03', '2025-03-06', '2025-03-19', '2025-03-20'],
    ['1.3d', 'letter', '2025-12-23', '2025-12-29', '2026-01-11', '2026-01-12'],
    ['1.3h', 'email', '2025-02-14', '2025-02-15', '2025-02-28', '2025-03-01'],
    [
      'a registered letter counts as a letter',
      'registeredLetter',
      '2025-12-23',
      '2025-12-29',
      '2026-01-11',
      '2026-01-12',
    ],
    [
      'posted on Friday: three working days over a weekend',
      'letter',
      '2025-03-07',
      '2025-03-12',
      '2025-03-25',
      '2025-03-26',
    ],
    ['posted on Saturday', 'letter', '2025-03-08', '2025-03-12', '2025-03-25', '2025-03-26'],
    ['over Easter Monday', 'letter', '2025-04-17', '2025-04-23', '2025-05-06', '2025-05-07'],
    ['over Labour Day and a weekend', 'letter', '2025-04-30', '2025-05-06', '2025-05-19', '2025-05-20'],
    ['over Ascension Day', 'letter', '2025-05-28', '2025-06-03', '2025-06-16', '2025-06-17'],
    ['over Whit Monday', 'letter', '2025-06-06', '2025-06-12', '2025-06-25', '2025-06-26'],
    ['over 21 July', 'letter', '2025-07-18', '2025-07-24', '2025-08-06', '2025-08-07'],
    ['over New Year', 'letter', '2025-12-31', '2026-01-06', '2026-01-19', '2026-01-20'],
    ['an e-mail on the last day of the year', 'email', '2025-12-31', '2026-01-01', '2026-01-14', '2026-01-15'],
    ['an e-mail before 29 February', 'email', '2028-02-20', '2028-02-21', '2028-03-05', '2028-03-06'],
  ] as const)('%s: %s of %s', (_, sentBy, sentOn, startsOn, lastFreeDay, chargeableFrom) => {
    expect(reminderTerm({ channel: sentBy, sentOn }, shipped)).toEqual({
      startsOn,
      lastFreeDay,
      chargeableFrom,
      days: 14,
    });
  });

  it('is as long as the table says, and unknown when it says nothing', () => {
    const longer = tablesWith(ownRow('reminderTermDays', '2027-01-01', { value: 21 }));
    expect(reminderTerm({ channel: 'email', sentOn: '2026-12-31' }, longer)?.lastFreeDay).toBe('2027-01-14');
    expect(reminderTerm({ channel: 'email', sentOn: '2027-01-01' }, longer)?.lastFreeDay).toBe('2027-01-22');
    expect(reminderTerm({ channel: 'email', sentOn: '2023-08-31' }, shipped)).toBeNull();
    const blank = tablesWith(ownRow('reminderTermDays', '2023-09-01'));
    expect(reminderTerm({ channel: 'email', sentOn: '2026-11-20' }, blank)).toBeNull();
  });

  it('always gives fourteen days or more, and a letter at least three working days before them', () => {
    fc.assert(
      fc.property(channel, day, fc.integer({ min: 14, max: 60 }), (sentBy, sentOn, days) => {
        const term = reminderTermOf(sentBy, sentOn, days);
        expect(daysBetween(term.startsOn, term.chargeableFrom)).toBe(days);
        expect(addDays(term.lastFreeDay, 1)).toBe(term.chargeableFrom);
        expect(term.startsOn).toBe(sentBy === 'email' ? addDays(sentOn, 1) : workingDayAfter(sentOn, 3));
      }),
    );
  });
});

describe('the last day to pay that is printed', () => {
  it('an e-mail keeps the term of the school, from fourteen days on', () => {
    expect(payBeforeFor('email', '2026-11-20', 14)).toBe('2026-12-04');
    expect(payBeforeFor('email', '2026-11-20', 30)).toBe('2026-12-20');
  });

  it('a letter waits for the post: printed on Friday, posted on Monday at the latest', () => {
    // Posted Mon 23/11, third working day Thu 26/11, fourteen days from there.
    expect(payBeforeFor('letter', '2026-11-20', 14)).toBe('2026-12-09');
    expect(payBeforeFor('registeredLetter', '2026-11-20', 14)).toBe('2026-12-09');
    expect(payBeforeFor('letter', '2026-11-20', 30)).toBe('2026-12-20');
    expect(payBeforeFor('letter', '2026-11-20', 14, 21)).toBe('2026-12-16');
  });

  it('is never before the last free day, when it leaves that day or on the next working day', () => {
    fc.assert(
      fc.property(channel, day, fc.integer({ min: 0, max: 60 }), (sentBy, asOf, termDays) => {
        const printed = payBeforeFor(sentBy, asOf, termDays);
        const posted = sentBy === 'email' ? [asOf] : [asOf, workingDayAfter(asOf)];
        for (const sentOn of posted) {
          expect(printed >= (reminderTerm({ channel: sentBy, sentOn }, shipped)?.lastFreeDay ?? '9999')).toBe(true);
        }
        expect(printed >= addDays(asOf, termDays)).toBe(true);
      }),
    );
  });
});

describe('the deadline of a claim in a collective debt settlement (law 5.1)', () => {
  it.each([
    ['5a', '2025-03-10', '2025-04-10', '2025-04-05'],
    ['5c: a Saturday and a holiday, not moved', '2025-10-01', '2025-11-01', '2025-10-27'],
    ['the end of a shorter month', '2025-01-31', '2025-02-28', '2025-02-23'],
    ['over the year', '2025-12-15', '2026-01-15', '2026-01-10'],
  ])('%s', (_, orderSentOn, lastDay, target) => {
    expect(claimDeadline({ orderSentOn })).toEqual({ lastDay, target });
  });
});

describe('the days of amicable mediation (law 5.3)', () => {
  it.each([
    ['5i', '2025-03-07', '2025-03-10', '2025-04-23', '2025-04-24'],
    ['5k', '2025-06-02', '2025-06-03', '2025-07-17', '2025-07-18'],
    ['before a holiday', '2025-12-24', '2025-12-26', '2026-02-08', '2026-02-09'],
  ])('%s', (_, requestedOn, startsOn, untilDate, freeFrom) => {
    expect(mediationHold({ requestedOn }, shipped)).toEqual({ startsOn, untilDate, freeFrom });
    expect(isWorkingDay(startsOn)).toBe(true);
  });

  it('is unknown when the table is blank', () => {
    const blank = tablesWith(ownRow('mediationDays', '2023-09-01'));
    expect(mediationHold({ requestedOn: '2025-03-07' }, blank)).toBeNull();
  });
});

describe('how long papers are kept (law 7)', () => {
  const accounting = { kind: 'accounting' as const, paidOn: null, writtenOffOn: null };
  it.each([
    ['7a', { ...accounting, documentDate: '2021-05-04', paidOn: '2021-06-01' }, '2028-12-31', 7],
    ['7b', { ...accounting, documentDate: '2022-05-04', paidOn: '2022-06-01' }, '2032-12-31', 10],
    ['7f', { ...accounting, documentDate: '2025-01-10', writtenOffOn: '2025-03-12' }, '2035-12-31', 10],
    ['paid in a later year', { ...accounting, documentDate: '2021-12-20', paidOn: '2022-01-05' }, '2032-12-31', 10],
    [
      'given up last',
      { ...accounting, documentDate: '2021-12-20', paidOn: '2022-01-05', writtenOffOn: '2024-02-01' },
      '2034-12-31',
      10,
    ],
  ] as const)('%s', (_, input, keepUntil, years) => expect(retention(input)).toEqual({ keepUntil, years }));

  it.each([
    ['7e', '2025-06-30', '2026-06-30'],
    ['closed on 29 February', '2024-02-29', '2025-02-28'],
  ])('%s: social notes, twelve months', (_, closedOn, keepUntil) => {
    expect(retention({ kind: 'social', closedOn })).toEqual({ keepUntil, years: null });
  });
});

describe('a moment to send (law 1.8, practice 5.1)', () => {
  const at = (onDate: string, time: string) => sendingMoment({ onDate, time }, shipped);

  it('is free of remarks on a working day at the start of the month', () => {
    expect(at('2026-10-05', '10:00')).toEqual({ allowed: true, from: '2026-10-05T10:00', advice: [] });
  });

  it.each([
    ['22:30', false, '2026-10-06T08:00'],
    ['20:01', false, '2026-10-06T08:00'],
    ['20:00', true, '2026-10-05T20:00'],
    ['08:00', true, '2026-10-05T08:00'],
    ['07:59', false, '2026-10-05T08:00'],
    ['00:00', false, '2026-10-05T08:00'],
  ])('at %s', (time, allowed, from) => {
    const moment = at('2026-10-05', time);
    expect(moment).toMatchObject({ allowed, from });
    expect(moment.advice).toHaveLength(allowed ? 0 : 1);
  });

  it('advises against school holidays, weekends, legal holidays and the end of the month', () => {
    expect(at('2026-11-03', '10:00').advice.join(' ')).toMatch(/herfstvakantie tot en met 08\/11\/2026.*09\/11\/2026/);
    expect(at('2026-10-03', '10:00').advice).toEqual([expect.stringMatching(/weekend.*05\/10\/2026/)]);
    expect(at('2026-11-11', '10:00').advice.join(' ')).toMatch(/feestdag.*12\/11\/2026/);
    expect(at('2026-10-20', '10:00').advice).toEqual([expect.stringContaining('02/11/2026')]);
    expect(at('2026-10-20', '10:00').allowed).toBe(true);
  });
});
