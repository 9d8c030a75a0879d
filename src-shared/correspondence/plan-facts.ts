import type { PlainDate } from '../calendar/plain-date.ts';

/** A claim of a plan as it stands on the paper: what the payers of the plan owed of it when the plan was made. */
export type PlanClaimFacts = {
  readonly invoiceId: number;
  readonly number: string;
  readonly pupil: string;
  readonly className: string;
  readonly schoolName: string;
  readonly billingGroup: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly amountCents: number;
};

export type PlanInstalmentFacts = {
  readonly number: number;
  readonly dueDate: PlainDate;
  readonly amountCents: number;
};

/** Everything the paper of a plan says: acknowledgement of debt and plan in one. Amounts in cents. */
export type PlanFacts = {
  /** In the order in which they are paid. */
  readonly claims: readonly PlanClaimFacts[];
  readonly instalments: readonly PlanInstalmentFacts[];
  readonly toleranceDays: number;
  /** Of an agreed loan; null: no interest. */
  readonly interest: {
    readonly percent: number;
    readonly per: 'month' | 'year';
    readonly interestCents: number;
  } | null;
  /** What was agreed in words, as it was typed; blank: nothing. */
  readonly note: string;
  /** Others agreed to the same plan. Who they are and where they live is nobody else's business. */
  readonly isShared: boolean;
  /** Who pays it in the payer's place; null: the payer. */
  readonly paidBy: string | null;
};

/** One part of a plan that is announced. */
export type AnnouncedInstalment = {
  readonly number: number;
  readonly count: number;
  readonly dueDate: PlainDate;
  /** What is still to pay of it, in cents. */
  readonly amountCents: number;
};
