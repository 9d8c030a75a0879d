import { describe, expect, it } from 'vitest';
import type { LimitationAct } from '#shared/law/contract.ts';
import { type LimitationFacts, limitationOf, limitationOn } from '#shared/law/limitation.ts';

/** What happened: a kind, a day, and who. */
function act(kind: LimitationAct['kind'], date: string, change: Partial<LimitationAct> = {}): LimitationAct {
  return { kind, date, payerId: null, isComplete: true, isTraceable: true, ...change };
}

/** The bill of example 2a: made on 16/09/2024, due on 30/09/2024. */
function bill(acts: readonly LimitationAct[] = [], change: Partial<LimitationFacts> = {}) {
  return limitationOf({ invoiceDate: '2024-09-16', dueDate: '2024-09-30', acts, ...change });
}

const lawyer = act('lawyerLetter', '2025-06-15');

describe('how long a school bill can be asked in court', () => {
  it('2a: due on 30/09/2024, the last day is a year later and it is limited the day after', () => {
    const { clock } = bill();
    expect(clock).toEqual({ lastDay: '2025-09-30', limitedFrom: '2025-10-01', actBefore: '2025-09-30' });
  });

  it('2b: due on 29/02/2024, the last day is 28/02/2025', () => {
    const { clock } = bill([], { invoiceDate: '2024-02-15', dueDate: '2024-02-29' });
    expect(clock).toMatchObject({ lastDay: '2025-02-28', limitedFrom: '2025-03-01' });
  });

  it('D2: the careful clock runs from the date of the bill', () => {
    expect(bill().safeClock).toMatchObject({ lastDay: '2025-09-16', limitedFrom: '2025-09-17' });
    // A wrong due date before the bill does not make the careful clock the later one.
    expect(bill([], { dueDate: '2024-09-01' }).safeClock.lastDay).toBe('2025-09-01');
  });

  it('does not move the last day for a weekend, but says the last working day before it', () => {
    // 31/05/2026 is a Sunday.
    const sunday = bill([], { invoiceDate: '2025-05-01', dueDate: '2025-05-31' });
    expect(sunday.clock).toEqual({ lastDay: '2026-05-31', limitedFrom: '2026-06-01', actBefore: '2026-05-29' });
    // 01/05/2026 is Labour Day, a Friday.
    expect(sunday.safeClock).toMatchObject({ lastDay: '2026-05-01', actBefore: '2026-04-30' });
  });

  it('2d: neither a registered letter of the school itself nor any other letter of the school moves it', () => {
    const told = bill([
      act('schoolRegisteredLetter', '2025-09-01'),
      act('schoolLetter', '2025-03-01'),
      act('reminder', '2024-11-01'),
    ]);
    expect(told.clock.lastDay).toBe('2025-09-30');
    expect(told.safeClock.lastDay).toBe('2025-09-16');
    expect(told.acts.map(({ counted }) => counted)).toEqual([false, false, false]);
    expect(told.acts[0]?.sentence).toBe('Een aangetekende brief van de school zelf stuit de verjaring niet.');
  });

  it('2e: a complete registered letter of a lawyer gives one year from the day it was sent', () => {
    const told = bill([lawyer]);
    expect(told.clock).toMatchObject({ lastDay: '2026-06-15', limitedFrom: '2026-06-16' });
    expect(told.acts).toMatchObject([
      { counted: true, sentence: 'Telt: de termijn loopt opnieuw, tot en met 15/06/2026.' },
    ]);
  });

  it('2f: a second letter of a lawyer or bailiff does nothing any more', () => {
    const told = bill([lawyer, act('bailiffLetter', '2026-05-01'), act('lawyerLetter', '2026-06-01')]);
    expect(told.clock.lastDay).toBe('2026-06-15');
    expect(told.acts.map(({ counted }) => counted)).toEqual([true, false, false]);
    expect(told.acts[1]?.sentence).toContain('maar één keer');
  });

  it('an incomplete letter does nothing, and leaves the complete one its once', () => {
    const told = bill([act('lawyerLetter', '2025-01-10', { isComplete: false }), lawyer]);
    expect(told.clock.lastDay).toBe('2026-06-15');
    expect(told.acts.map(({ counted }) => counted)).toEqual([false, true]);
  });

  it('2g: a signed acknowledgement within that new year gives another, perhaps ten', () => {
    const told = bill([lawyer, act('acknowledgement', '2026-05-20')]);
    expect(told.clock).toMatchObject({ lastDay: '2027-05-20', limitedFrom: '2027-05-21' });
    expect(told.possiblyUntil).toBe('2036-05-20');
  });

  it('2g: a signed plan gives the year, and no talk of ten', () => {
    const told = bill([lawyer, act('signedPlan', '2026-05-20')]);
    expect(told.clock.lastDay).toBe('2027-05-20');
    expect(told.possiblyUntil).toBeNull();
  });

  it('2h: an acknowledgement after the last day does not bring it back', () => {
    const told = bill([act('acknowledgement', '2025-10-01')]);
    expect(told.clock.lastDay).toBe('2025-09-30');
    expect(told.possiblyUntil).toBeNull();
    expect(told.acts).toMatchObject([{ counted: false, sentence: expect.stringContaining('was toen al verjaard') }]);
    // On the last day itself it is just in time.
    expect(bill([act('acknowledgement', '2025-09-30')]).clock.lastDay).toBe('2026-09-30');
  });

  it('2i: 25.00 through the bank with the reference of the bill gives a year from the payment; cash does not', () => {
    expect(bill([act('partPayment', '2025-03-10')]).clock).toMatchObject({
      lastDay: '2026-03-10',
      limitedFrom: '2026-03-11',
    });
    const cash = bill([act('partPayment', '2025-03-10', { isTraceable: false })]);
    expect(cash.clock.lastDay).toBe('2025-09-30');
    expect(cash.acts).toMatchObject([{ counted: false, sentence: expect.stringContaining('contant') }]);
  });

  it('an act between the two last days counts, but the careful clock stays where it was', () => {
    const told = bill([act('acknowledgement', '2025-09-20')]);
    expect(told.clock.lastDay).toBe('2026-09-20');
    expect(told.safeClock.lastDay).toBe('2025-09-16');
  });

  it('never shortens: a payment before the bill was due changes nothing on that clock', () => {
    const told = bill([act('partPayment', '2024-09-20')]);
    expect(told.clock.lastDay).toBe('2025-09-30');
    expect(told.safeClock.lastDay).toBe('2025-09-20');
    expect(told.acts[0]?.sentence).toContain('verandert niets');
  });

  it('what was before the bill has nothing to do with it', () => {
    expect(bill([act('acknowledgement', '2024-09-15')]).acts).toMatchObject([
      { counted: false, sentence: 'Telt niet: dit was vóór de factuurdatum.' },
    ]);
  });

  it.each(['summons', 'orderToPay', 'attachment'] as const)('%s stops the clock until the proceedings end', (kind) => {
    const told = bill([act(kind, '2025-09-01'), act('partPayment', '2025-12-01')]);
    expect(told.isSuspended).toBe(true);
    expect(told.acts.map(({ counted }) => counted)).toEqual([true, false]);
    expect(limitationOn(told, '2031-01-01').isLimited).toBe(false);
  });

  it('a summons too late stops nothing', () => {
    expect(bill([act('summons', '2025-10-01')])).toMatchObject({ isSuspended: false, acts: [{ counted: false }] });
  });

  it('takes the term from the table: with five years it is five years later, a letter still gives one', () => {
    const five = limitationOf(
      { invoiceDate: '2024-09-16', dueDate: '2024-09-30', acts: [act('lawyerLetter', '2029-09-01')] },
      5,
    );
    expect(five.clock.lastDay).toBe('2030-09-01');
    expect(limitationOf({ invoiceDate: '2024-09-16', dueDate: '2024-09-30', acts: [] }, 5).clock.lastDay).toBe(
      '2029-09-30',
    );
  });

  it('counts days: 0 left on the last day, and limited when the next one begins', () => {
    expect(limitationOn(bill(), '2025-09-30')).toEqual({ daysLeft: 0, safeDaysLeft: -14, isLimited: false });
    expect(limitationOn(bill(), '2025-10-01')).toEqual({ daysLeft: -1, safeDaysLeft: -15, isLimited: true });
  });
});

describe('several who owe one bill', () => {
  const mother = 1;
  const father = 2;
  const paid = act('partPayment', '2025-03-10', { payerId: father });
  const of = (isSplit: boolean, acts: readonly LimitationAct[]) =>
    bill(acts, {
      debtors: [
        { payerId: mother, isSplit },
        { payerId: father, isSplit },
      ],
    });

  it('jointly: what the father paid counts for the mother as well (old Civil Code 2249)', () => {
    expect(of(false, [paid])).toMatchObject({ clock: { lastDay: '2026-03-10' }, acts: [{ counted: true }] });
  });

  it('each an own share: what the father paid counts for him only, and the bill follows the mother', () => {
    const told = of(true, [paid]);
    expect(told.clock.lastDay).toBe('2025-09-30');
    expect(told.acts).toMatchObject([
      {
        counted: true,
        sentence: 'Telt: de termijn loopt opnieuw, tot en met 10/03/2026. Dat geldt alleen voor wie het deed.',
      },
    ]);
    const both = of(true, [paid, act('acknowledgement', '2025-08-01', { payerId: mother })]);
    expect(both.clock.lastDay).toBe('2026-03-10');
  });

  it('each an own share: a letter to each of them is the once of each', () => {
    const letters = [mother, father].map((payerId) => act('lawyerLetter', '2025-06-15', { payerId }));
    const told = of(true, letters);
    expect(told.clock.lastDay).toBe('2026-06-15');
    expect(told.acts.map(({ counted }) => counted)).toEqual([true, true]);
    // Jointly the second of the two is one too many, and it does not matter.
    expect(of(false, letters).clock.lastDay).toBe('2026-06-15');
  });

  it('each an own share: proceedings against one do not stop the clock of the other', () => {
    const told = of(true, [act('summons', '2025-09-01', { payerId: father })]);
    expect(told).toMatchObject({ isSuspended: false, clock: { lastDay: '2025-09-30' } });
  });

  it('a payment of which nobody knows the payer counts when they owe jointly, not when each has a share', () => {
    const unknown = { ...act('partPayment', '2025-03-10'), isPayerUnknown: true };
    expect(of(false, [unknown]).clock.lastDay).toBe('2026-03-10');
    const split = of(true, [unknown]);
    expect(split.clock.lastDay).toBe('2025-09-30');
    expect(split.acts[0]?.sentence).toContain('niet bekend wie dit betaalde');
  });

  it('what somebody else did, who owes nothing of it, does not count', () => {
    const told = of(false, [act('acknowledgement', '2025-03-10', { payerId: 99 })]);
    expect(told).toMatchObject({ clock: { lastDay: '2025-09-30' }, acts: [{ counted: false }] });
  });
});
