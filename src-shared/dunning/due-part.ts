import type { PlainDate } from '../calendar/plain-date.ts';
import type { DecisionItem } from './decision.ts';

/** What of a bill is past its due date, and what is still to come; cents. */
export type DuePart = {
  readonly dueCents: number;
  /** Of the oldest part that is overdue and not covered; of the bill when nothing is. */
  readonly dueDate: PlainDate;
  readonly laterCents: number;
  /** Of the first part still to come. */
  readonly laterDate: PlainDate;
};

type Bill = Pick<DecisionItem, 'openCents' | 'dueDate' | 'instalments'>;

/**
 * Divides what is open of a bill over what is overdue on the day and what is not: overdue from the day after the due date.
 * With instalments what was paid covers the first ones, and only those past due count. What is open beyond the instalments
 * is due with the bill itself. Amounts in cents, for a bill of which something is open. Source: domain.md "One decision",
 * scenarios S-05, S-10.
 */
export function duePartOf({ openCents, dueDate, instalments }: Bill, asOf: PlainDate): DuePart {
  if (instalments.length === 0) {
    const isOverdue = dueDate < asOf;
    return { dueCents: isOverdue ? openCents : 0, dueDate, laterCents: isOverdue ? 0 : openCents, laterDate: dueDate };
  }
  const parts = openParts({ openCents, dueDate, instalments });
  const overdue = parts.filter((part) => part.dueDate < asOf);
  const later = parts.filter((part) => part.dueDate >= asOf);
  const sum = (some: readonly { readonly cents: number }[]): number =>
    some.reduce((total, { cents }) => total + cents, 0);
  const first = parts[0]?.dueDate ?? dueDate;
  return {
    dueCents: sum(overdue),
    dueDate: overdue[0]?.dueDate ?? first,
    laterCents: sum(later),
    laterDate: later[0]?.dueDate ?? first,
  };
}

/** The instalments that are not covered yet, the oldest first, each with what is left of it. */
function openParts({ openCents, dueDate, instalments }: Bill): { dueDate: PlainDate; cents: number }[] {
  const parts = instalments.map((part) => ({ dueDate: part.dueDate, cents: part.amountCents }));
  const total = parts.reduce((sum, { cents }) => sum + cents, 0);
  if (openCents > total) parts.push({ dueDate, cents: openCents - total });
  parts.sort((a, b) => (a.dueDate === b.dueDate ? a.cents - b.cents : a.dueDate < b.dueDate ? -1 : 1));
  let paid = Math.max(0, total - openCents);
  return parts.flatMap((part) => {
    const covered = Math.min(paid, part.cents);
    paid -= covered;
    return part.cents > covered ? [{ dueDate: part.dueDate, cents: part.cents - covered }] : [];
  });
}
