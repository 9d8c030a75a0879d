import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { termDaysOn, termLastDay } from '#main/law/term.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import { planMessages } from '#shared/correspondence/plan-messages.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { mailText } from '#main/correspondence/mail-text.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { family, invoice, payer } from '#test/support/plan-family.ts';

const text = {
  language: 'nl' as const,
  subject: 'Bericht',
  body: richTextFromPlain('Betaal voor $$BETAAL_VOOR$$, nog $$TERMIJN_DAGEN$$ dagen.'),
};

/** What a family reads that owes 45 euro on Friday 20 November 2026, at a school that gives 14 days. */
function printed(change: Parameters<typeof family>[0]): string {
  const [message] = planMessages(family({ invoices: [invoice(4500)], ...change })).messages;
  if (!message) throw new Error('No message');
  return mailText(composeLetter(message.facts, text).model);
}

describe('the term that a message prints', () => {
  it('by e-mail is the term of the school', () => {
    expect(printed({})).toContain('Betaal voor 4 december 2026, nog 14 dagen.');
  });

  it('by letter leaves room for the post and the three working days, and the days follow the date', () => {
    const payers = [payer(1, { channel: 'letter' })];
    expect(printed({ payers })).toContain('Betaal voor 9 december 2026, nog 19 dagen.');
  });

  it('follows the letter that a person chose in the place of the e-mail', () => {
    expect(printed({ edits: [{ messageKey: '1-1', channel: 'letter' }] })).toContain('9 december 2026, nog 19 dagen');
  });

  it('grows with the table of the law', () => {
    expect(printed({ lawTermDays: 21 })).toContain('Betaal voor 11 december 2026, nog 21 dagen.');
  });
});

describe('the term that waits after a message left', () => {
  let application: TestApplication;
  beforeEach(async () => {
    application = await testApplication();
  });
  afterEach(() => application.close());

  it('counts per channel from the day of sending, with the days of the table', async () => {
    const { store } = application.context;
    expect(termLastDay(store, 'email', '2026-11-20')).toBe('2026-12-04');
    expect(termLastDay(store, 'letter', '2026-11-20')).toBe('2026-12-08');
    await application.api.law.saveValue({ name: 'reminderTermDays', fromDate: '2026-11-01', value: 21, source: 'Wet' });
    expect(termLastDay(store, 'email', '2026-11-20')).toBe('2026-12-11');
  });

  it('is never shorter than fourteen days, also while the table is blank', async () => {
    const { store } = application.context;
    await application.api.law.saveValue({
      name: 'reminderTermDays',
      fromDate: '2026-11-01',
      value: null,
      source: 'Wet',
    });
    expect(termDaysOn(store, '2026-11-20')).toBe(14);
    expect(termLastDay(store, 'registeredLetter', '2026-11-20')).toBe('2026-12-08');
  });
});
