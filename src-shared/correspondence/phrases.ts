import type { PlainDate } from '../calendar/plain-date.ts';
import type { PaymentBox } from './letter-model.ts';
import type { PlanPhrases } from './plan-phrases.ts';

export type ContactPhraseParts = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** How one person is greeted; `lastName` may be all we know. */
export type Greeted = {
  readonly salutation: 'madam' | 'sir' | 'neutral';
  readonly firstName: string;
  readonly lastName: string;
};

/** The fixed words of a message in one language; everything else is written by the school. */
export type Phrases = {
  readonly and: string;
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: string) => string;
  readonly greeting: (people: readonly Greeted[]) => string;
  /** When we do not know whom we speak to: a body, or a payer without a name. */
  readonly greetingUnknown: string;
  /** Who answers when the school named nobody. */
  readonly office: string;
  readonly contact: (contact: ContactPhraseParts) => string;
  readonly contactShort: (contact: ContactPhraseParts) => string;
  readonly spreadPayment: string;
  /** What may be asked on top after the last day to pay, both written out; null: nothing. */
  readonly costs: (lumpSum: string | null, payBefore: string) => string;
  readonly messageFrom: (school: string) => string;
  readonly attention: (name: string) => string;
  /** Under which number the school knows this message. */
  readonly ourReference: (number: string) => string;
  /** First line for a body that receives the message in the payer's place. */
  readonly concerning: (payers: string, pupils: string) => string;
  readonly enterpriseNumber: string;
  readonly phone: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly pageLabel: string;
  readonly table: {
    readonly number: string;
    readonly issueDate: string;
    readonly dueDate: string;
    readonly billingGroup: string;
    readonly open: string;
    /** Instead of `open` when the payer owes a part of the invoice. */
    readonly ownShare: string;
    readonly subtotal: string;
    readonly total: string;
    readonly upcoming: string;
    readonly pupil: string;
    readonly credit: string;
  };
  readonly nothingDue: string;
  readonly nothingToPay: string;
  readonly payment: PaymentBox['labels'];
  /** Free communication on a transfer without a structured reference. */
  readonly invoiceCommunication: (number: string) => string;
  readonly pupilCommunication: (pupils: string) => string;
  readonly plan: PlanPhrases;
};

/** A date in full, `24 november 2026`. */
export function writtenDate(date: PlainDate, phrases: Phrases): string {
  const month = phrases.months[Number(date.slice(5, 7)) - 1] ?? '';
  return phrases.date(Number(date.slice(8)), month, date.slice(0, 4));
}

/** `a`, `a en b`, `a, b en c`. */
export function joinWords(words: readonly string[], and: string): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}
