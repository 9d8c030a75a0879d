import type { PlainDate } from '../calendar/plain-date.ts';
import type { Channel, Language } from '../api/schemas.ts';
import type { AnnouncedInstalment, PlanFacts } from './plan-facts.ts';

export type PostalAddress = {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};

export type SenderFacts = PostalAddress & {
  readonly schoolId: number;
  readonly name: string;
  readonly boardName: string;
  readonly level: 'primary' | 'secondary';
  readonly enterpriseNumber: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly accountHolder: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly paymentTermDays: number;
  readonly addressWindow: 'left' | 'right';
};

export type PayerFacts = PostalAddress & {
  readonly payerId: number;
  readonly relation: 'mother' | 'father' | 'parent' | 'guardian' | 'self' | 'other';
  readonly salutation: 'madam' | 'sir' | 'neutral';
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly email: string | null;
  readonly emailBounced: boolean;
  readonly channel: Channel;
};

/** A body that receives the message in the payer's place. */
export type ThirdPartyFacts = PostalAddress & {
  readonly thirdPartyPayerId: number;
  readonly name: string;
  readonly contactName: string | null;
  readonly language: Language;
  readonly email: string | null;
  readonly channel: Channel;
};

export type PupilFacts = {
  readonly pupilId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string;
};

/** One open invoice or credit note as it concerns this payer; what is held is not here. */
export type ItemFacts = {
  readonly invoiceId: number;
  readonly pupilId: number;
  readonly number: string;
  readonly billingGroup: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** Days past the due date; due from 1 on. */
  readonly overdueDays: number;
  /** Open in all; negative for a credit. */
  readonly openCents: number;
  /** What this payer owes of it: joint the whole, split the share. */
  readonly amountCents: number;
  readonly structuredReference: string | null;
};

/** Everything a message needs to know; gathered from the store, then composed without it. */
export type MessageFacts = {
  readonly asOf: PlainDate;
  readonly sender: SenderFacts;
  readonly household: { readonly householdId: number; readonly name: string };
  /** One payer, or the jointly liable payers who share the address. */
  readonly payers: readonly [PayerFacts, ...PayerFacts[]];
  readonly thirdParty: ThirdPartyFacts | null;
  /** The pupils the items are about, in the order of the letter. */
  readonly pupils: readonly PupilFacts[];
  readonly items: readonly ItemFacts[];
  /** The reference of the only invoice that is due, else the payer's own for this school; null when there is neither. */
  readonly structuredReference: string | null;
  /** Pay before or on this date: the school's term, and never sooner than the law's. */
  readonly payBefore: PlainDate;
  /** The exact lump sum (schadebeding) that may follow after that date; left out or null: none. */
  readonly lumpSumCents?: number | null;
  /** Number of the school for this message, "2026-00012"; left out or null: it has none. */
  readonly letterNumber?: string | null;
  /** The payment plan that it is about; left out or null: none. */
  readonly plan?: PlanFacts | null;
  /** The part of that plan that it asks, in the place of everything that is open; left out or null: none. */
  readonly instalment?: AnnouncedInstalment | null;
};
