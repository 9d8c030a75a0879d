import type { PlainDate } from '../calendar/plain-date.ts';
import type { CostKind } from '../costs/contract.ts';
import type { LetterModel } from '../correspondence/letter-model.ts';
import type { StageChannel } from '../dunning/procedure.ts';
import type { LimitationAct } from '../law/contract.ts';
import type { PartnerKind } from './contract.ts';

/** A party of the bundle, as it is printed. */
export type BundleParty = { readonly name: string; readonly lines: readonly string[] };

/** One movement on what this payer owes of a bill; negative lowers it. */
export type BundlePosting = { readonly date: PlainDate; readonly label: string; readonly amountCents: number };

/** One bill, or a cost beside one, as far as it concerns the payer who is handed over. */
export type BundleBill = {
  readonly invoiceId: number;
  readonly number: string;
  /** Of a cost: which, for which bill, and how it was reckoned; null: a bill. */
  readonly cost: { readonly kind: CostKind; readonly billNumber: string; readonly basis: string } | null;
  readonly pupilName: string;
  readonly billingGroup: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** What was asked, and what is still open and handed over. */
  readonly chargedCents: number;
  readonly openCents: number;
  /** Last day on the clock of the due date and on the careful one; `isSuspended`: proceedings run. */
  readonly limitation: {
    readonly lastDay: PlainDate;
    readonly safeLastDay: PlainDate;
    readonly isSuspended: boolean;
    /** Those that restarted the clock. */
    readonly acts: readonly { readonly kind: LimitationAct['kind']; readonly date: PlainDate }[];
  };
  /** In date order; together they are `openCents`. */
  readonly postings: readonly BundlePosting[];
};

/** What was sent to the payer or done with the payer. */
export type BundleEvent =
  | {
      readonly kind: 'message';
      readonly messageId: number;
      readonly date: PlainDate;
      readonly channel: StageChannel;
      /** Null: not of a run. */
      readonly stage: { readonly stage: number; readonly name: string; readonly number: string | null } | null;
      /** Last day of the term of the law that started with it. */
      readonly termLastDay: PlainDate | null;
      /** Of the exact bytes that left. */
      readonly sha256: string | null;
      readonly invoiceNumbers: readonly string[];
      /** Why it does not count after all: it came back. */
      readonly voidReason: string | null;
    }
  | { readonly kind: 'phone' | 'talk'; readonly date: PlainDate };

/** The text of a first reminder, as it left. */
export type BundleReminder = {
  readonly messageId: number;
  readonly date: PlainDate;
  readonly channel: StageChannel;
  readonly sha256: string | null;
  readonly model: LetterModel;
  /** It was for somebody else as well, whose name does not stand here. */
  readonly isMasked: boolean;
};

/** Everything a lawyer, bailiff or collector gets of one payer at one school, and nothing of anybody else. */
export type Bundle = {
  readonly madeOn: PlainDate;
  readonly handedOn: PlainDate;
  readonly reference: string;
  readonly school: BundleParty & { readonly contact: readonly string[]; readonly account: readonly string[] };
  readonly debtor: BundleParty;
  readonly partner: BundleParty & { readonly kind: PartnerKind };
  readonly bills: readonly BundleBill[];
  readonly totalCents: number;
  readonly events: readonly BundleEvent[];
  /** Only with costs: the article of the school rules on which they stand. */
  readonly clause: {
    readonly text: string;
    readonly reference: string;
    readonly date: PlainDate | null;
  } | null;
  readonly reminders: readonly BundleReminder[];
};
