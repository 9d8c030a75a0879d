import type { PlainDate } from '../../calendar/plain-date.ts';
import type { BankMovement } from '../statement.ts';

/** A movement that waits for a place, with what the store knows of the account it came on. */
export type MatchLine = {
  /** Of the transaction in the store; a file that is not stored yet counts its own. */
  readonly id: number;
  /** Schools whose claims are paid on this account: its own first, then those that print it on their letters. */
  readonly accountSchoolIds: readonly number[];
  readonly movement: BankMovement;
};

/** A claim as the matching sees it; one that is paid is known too, by its reference. */
export type MatchClaim = {
  readonly invoiceId: number;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly number: string;
  readonly kind: 'invoice' | 'creditNote' | 'credit';
  readonly structuredReference: string | null;
  readonly householdId: number;
  readonly householdName: string;
  readonly pupilName: string;
  readonly dueDate: PlainDate;
  readonly issueDate: PlainDate;
  /** First day on which it is limited (verjaard), when that day has come; money goes there only when it is named. */
  readonly limitedFrom?: PlainDate | undefined;
  /** What is open, in cents; zero when paid, below zero for a credit. */
  readonly openCents: number;
  /** Who owes it. Joint: the whole; split: what is left of the share, in cents. */
  readonly owed: readonly { readonly payerId: number; readonly isSplit: boolean; readonly owedCents: number }[];
};

/** A payer, or a pupil, of a household; a payer who owes for pupils of two households is there for each. */
export type MatchPerson = {
  readonly householdId: number;
  readonly householdName: string;
  /** Null: a pupil, who owes nothing. */
  readonly payerId: number | null;
  readonly firstName: string;
  readonly lastName: string;
  /** The same as they are compared (`nameWords`). */
  readonly firstWords: readonly string[];
  readonly lastWords: readonly string[];
  readonly thirdPartyPayerId: number | null;
};

/** Whose account it is, as learned or typed in. */
export type AccountHolder = { readonly payerId: number | null; readonly thirdPartyPayerId: number | null };

/** Money that was booked from the bank and can come back. */
export type MatchReceipt = {
  readonly entryId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly householdName: string;
  readonly payerId: number | null;
  readonly amountCents: number;
  readonly bookingDate: PlainDate;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly structuredReference: string | null;
  readonly counterpartyAccount: string | null;
  /** What it stands on: taking it back opens these again. */
  readonly invoices: readonly {
    readonly invoiceId: number;
    readonly number: string;
    readonly pupilName: string;
    readonly openCents: number;
    readonly amountCents: number;
  }[];
  /** Dutch: why it cannot be taken back now; null when it can. */
  readonly blockedBy: string | null;
};

/** A refund of ours that stands, or stood, in a file for the bank. */
export type MatchOrder = {
  readonly paymentOrderId: number;
  readonly entryId: number;
  readonly schoolId: number;
  readonly householdId: number | null;
  readonly householdName: string | null;
  readonly endToEndId: string;
  readonly iban: string;
  readonly beneficiaryName: string;
  readonly amountCents: number;
  readonly status: 'waiting' | 'exported' | 'executed';
};

/** A plan as money that names it is divided. */
export type MatchPlan = {
  readonly planId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly householdName: string;
  /** Who pays it, when that is one person. */
  readonly payerId: number | null;
  /** The body that pays it in their place. */
  readonly thirdParty: { readonly id: number; readonly name: string } | null;
  /** In the order in which they are paid, with what its payers owe of each. */
  readonly claims: readonly { readonly claim: MatchClaim; readonly mostCents: number }[];
};

/** Everything the store knows that can concern a set of lines, in indexes that are built once. */
export type MatchKnowledge = {
  /** OGM or RF reference, as it stands on the invoice; the open one first when several have it. */
  readonly claimsByReference: ReadonlyMap<string, MatchClaim>;
  /** References that claims of more than one household have: they name nobody for sure. */
  readonly sharedReferences: ReadonlySet<string>;
  /** `school/number`, capitals, of numbers that were named. */
  readonly claimsByNumber: ReadonlyMap<string, MatchClaim>;
  readonly payersByReference: ReadonlyMap<string, { readonly payerId: number; readonly schoolId: number }>;
  readonly plansByReference: ReadonlyMap<string, MatchPlan>;
  /** What is open, in the order in which money without a reference pays it. */
  readonly openByHousehold: ReadonlyMap<number, readonly MatchClaim[]>;
  /** Per payer: the own household first, then those of other pupils the payer owes for. */
  readonly payers: ReadonlyMap<number, readonly MatchPerson[]>;
  readonly payersByHousehold: ReadonlyMap<number, readonly MatchPerson[]>;
  /** By the words of the last name, with a space between them. */
  readonly peopleByLastName: ReadonlyMap<string, readonly MatchPerson[]>;
  /** Last names, as above, of so many households that one of them alone says nothing. */
  readonly commonLastNames: ReadonlySet<string>;
  readonly accounts: ReadonlyMap<string, readonly AccountHolder[]>;
  readonly ownAccounts: ReadonlySet<string>;
  readonly thirdParties: readonly { readonly id: number; readonly name: string }[];
  readonly householdsOfThirdParty: ReadonlyMap<number, readonly number[]>;
  readonly receipts: readonly MatchReceipt[];
  readonly orders: readonly MatchOrder[];
};

/** How a claim number is looked up. */
export function numberKey(schoolId: number, number: string): string {
  return `${schoolId}/${number.toUpperCase()}`;
}
