import { type Cents, sumCents, toCents } from '../money/cents.ts';
import type { ItemFacts } from './message-facts.ts';

/** What one message asks for, in cents. */
export type MessageTotals = {
  /** Overdue invoices, before credits. */
  readonly dueCents: Cents;
  /** Credits of the same people, as a positive amount. */
  readonly creditCents: Cents;
  /** To pay now: due less credit, never below zero. */
  readonly totalCents: Cents;
  /** Not yet due: information only. */
  readonly upcomingCents: Cents;
};

/** Due: the day after the due date and something to pay. */
export function isDue(item: ItemFacts): boolean {
  return item.amountCents > 0 && item.overdueDays >= 1;
}

/** Not yet due: something to pay later, shown as information. */
export function isUpcoming(item: ItemFacts): boolean {
  return item.amountCents > 0 && item.overdueDays < 1;
}

/** A credit counts from the day it exists, whatever its due date. */
export function isCredit(item: ItemFacts): boolean {
  return item.amountCents < 0;
}

/**
 * What the payer of this message has to pay: the own part of each item, credits netted first, what is not yet due left
 * out. Source: domain.md "Credits" and "One communication per payer".
 */
export function messageTotals(items: readonly ItemFacts[]): MessageTotals {
  const sum = (wanted: (item: ItemFacts) => boolean): Cents =>
    sumCents(items.filter(wanted).map((item) => item.amountCents));
  const dueCents = sum(isDue);
  const creditCents = toCents(Math.abs(sum(isCredit)));
  return {
    dueCents,
    creditCents,
    totalCents: toCents(Math.max(0, dueCents - creditCents)),
    upcomingCents: sum(isUpcoming),
  };
}

/**
 * What several messages ask for together, in cents, each invoice counted once: jointly liable parents are both asked for
 * the whole of one and the same invoice, and shares of a split one add up. Credits are netted.
 */
export function askedTogether(messages: readonly (readonly ItemFacts[])[]): Cents {
  const invoices = new Map<number, { readonly openCents: number; asked: number }>();
  for (const item of messages.flat()) {
    if (!isDue(item) && !isCredit(item)) continue;
    const invoice = invoices.get(item.invoiceId) ?? { openCents: item.openCents, asked: 0 };
    invoice.asked += item.amountCents;
    invoices.set(item.invoiceId, invoice);
  }
  return sumCents(
    [...invoices.values()].map(({ openCents, asked }) =>
      openCents < 0 ? Math.max(openCents, asked) : Math.min(openCents, asked),
    ),
  );
}
