import type { PlainDate } from '../calendar/plain-date.ts';
import type { DecisionItem, DecisionPayer } from './decision.ts';

/** A bill or cost of which one payer owes something. Cents. */
export type OwedItem = {
  readonly item: DecisionItem;
  /** What this payer owes of what is overdue. */
  readonly dueCents: number;
  /** Of the oldest part that is open. */
  readonly dueDate: PlainDate;
  readonly overdueDays: number;
  /** What this payer owes of what is not yet due. */
  readonly laterCents: number;
  readonly laterDate: PlainDate;
  readonly isSplit: boolean;
};

/** A credit that counts for one payer; negative cents. */
export type OwedCredit = { readonly item: DecisionItem; readonly cents: number };

/** Everything one payer owes at one school, before anything is decided about it. */
export type PayerCase = {
  /** Null: the part of the bills of a household that nobody owes. */
  readonly payer: DecisionPayer | null;
  readonly schoolId: number;
  readonly householdId: number;
  readonly owed: readonly OwedItem[];
  readonly credits: readonly OwedCredit[];
  readonly hasCreditElsewhere: boolean;
};

/** A cost of our own is listed, and never starts a stage or stands alone. */
export function isCost({ item }: OwedItem): boolean {
  return item.kind === 'cost';
}
