import type { Language } from '../api/schemas.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { LiabilityKind } from '../people/contract.ts';
import type { Attributed } from '../people/owed-share.ts';
import type { MessageEdit } from './contract.ts';
import type { PayerFacts, PupilFacts, SenderFacts, ThirdPartyFacts } from './message-facts.ts';

/** An open invoice (positive) or credit (negative) of a pupil of the families at hand. */
export type PlanInvoice = {
  readonly invoiceId: number;
  readonly schoolId: number;
  readonly pupilId: number;
  readonly number: string;
  readonly billingGroup: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly openCents: number;
  readonly structuredReference: string | null;
  /** What payers paid on a share of their own. */
  readonly attributed: Attributed;
  /** Of a credit that is one payer's money: whose. */
  readonly creditOfPayerId: number | null;
  /** Asked from nobody today: held itself, with its household or its school; a hold that cannot be read holds as well. */
  readonly held: boolean;
};

export type PlanLiability = {
  readonly pupilId: number;
  readonly payerId: number;
  readonly kind: LiabilityKind;
  readonly shareBp: number;
  readonly fromDate: PlainDate;
  /** Last day; null: still in force. */
  readonly untilDate: PlainDate | null;
};

export type PlanPayer = PayerFacts & {
  readonly householdId: number;
  /** No longer a payer of the household: keeps an own share, receives nothing. */
  readonly removed: boolean;
  readonly thirdPartyPayerId: number | null;
  /** The parents separated: a letter of their own each, also while the school knows one address. */
  readonly ownLetters?: boolean;
};

export type PlanPupil = PupilFacts & { readonly householdId: number; readonly schoolId: number };

/** A message of a week or less ago, or one that waits in the outbox. */
export type RecentContact = {
  readonly payerId: number;
  readonly schoolId: number;
  readonly date: PlainDate;
  readonly status: 'sent' | 'waiting' | 'uncertain';
};

/** Everything the plan is decided from; the order of the rows does not matter. */
export type PlanInput = {
  /** What counts as due is decided on this day. */
  readonly asOf: PlainDate;
  /** Debts of these pupils are asked for; credits count over their whole household. */
  readonly selectedPupilIds: ReadonlySet<number>;
  /** Only these payers get a message; null: every liable payer. */
  readonly selectedPayerIds: ReadonlySet<number> | null;
  /** Households that were picked, so that one without anything due is named as well. */
  readonly selectedHouseholdIds: ReadonlySet<number>;
  readonly households: readonly { readonly householdId: number; readonly name: string }[];
  readonly schools: readonly SenderFacts[];
  readonly pupils: readonly PlanPupil[];
  readonly payers: readonly PlanPayer[];
  /** Held by name: these payers hear nothing, whoever else owes the same still does. */
  readonly heldPayerIds: ReadonlySet<number>;
  readonly thirdParties: readonly ThirdPartyFacts[];
  readonly liabilities: readonly PlanLiability[];
  readonly invoices: readonly PlanInvoice[];
  readonly recentContacts: readonly RecentContact[];
  /** The own reference of a payer at a school, under `payerId-schoolId`. */
  readonly payerReferences: ReadonlyMap<string, string>;
  /** Days of the term of the law on this day; left out: the fewest it gives. */
  readonly lawTermDays?: number;
  /** Languages the text has; the first is used when a payer's own and Dutch are missing. */
  readonly textLanguages: readonly Language[];
  readonly edits: readonly MessageEdit[];
  /** False for a text without amounts: it goes to the payers of the chosen pupils, whether they owe anything or not. */
  readonly asksPayment: boolean;
};

/** How a message is named before it exists. */
export function messageKeyOf(payerId: number, schoolId: number): string {
  return `${payerId}-${schoolId}`;
}
