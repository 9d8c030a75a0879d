import type { PlainDate } from '../calendar/plain-date.ts';

type DuePlan = {
  readonly instalments: readonly {
    readonly number: number;
    readonly dueDate: PlainDate;
    readonly amountCents: number;
  }[];
  /** In the order in which they are paid: what came in on each under the plan and what its payers still owe of it. */
  readonly claims: readonly {
    readonly invoiceId: number;
    readonly receivedCents: number;
    readonly openCents: number;
  }[];
  /** Booked on each claim by the plan already, corrections taken off. */
  readonly bookedCents: ReadonlyMap<number, number>;
};

export type DueObligation = {
  readonly number: number;
  readonly dueDate: PlainDate;
  readonly invoiceId: number;
  readonly amountCents: number;
};

/**
 * What a plan must still book as to be paid (number 01) up to a day: of every instalment that is due its part of the claims in
 * their order, never more together than was received and is open, so that with 30.00 left an instalment of 50.00 is an
 * obligation of 30.00. What was booked is not booked again. Cents. Source: domain.md "obligation", scenarios P-1 and P-3.
 */
export function obligationsDue({ instalments, claims, bookedCents }: DuePlan, asOf: PlainDate): DueObligation[] {
  const booked = new Map(bookedCents);
  let agreedCents = 0;
  const due: DueObligation[] = [];
  for (const { number, dueDate, amountCents } of instalments) {
    agreedCents += amountCents;
    if (dueDate > asOf) continue;
    let left = agreedCents - sum(booked.values());
    let target = agreedCents;
    for (const { invoiceId, receivedCents, openCents } of claims) {
      const most = Math.min(target, Math.max(0, receivedCents) + openCents);
      target -= most;
      const part = Math.min(left, most - (booked.get(invoiceId) ?? 0));
      if (part <= 0) continue;
      left -= part;
      booked.set(invoiceId, (booked.get(invoiceId) ?? 0) + part);
      due.push({ number, dueDate, invoiceId, amountCents: part });
    }
  }
  return due;
}

/**
 * What is in arrears on a plan: what was booked to be paid less what came in, without the obligation of the period that still
 * runs; never below zero. Cents. Source: domain.md "obligation", scenario P-2.
 */
export function arrearsOfPlan(
  obligations: readonly { readonly dueDate: PlainDate; readonly amountCents: number }[],
  receivedCents: number,
  /** First day of the running period. */
  periodFrom: PlainDate,
): number {
  const ended = obligations.filter(({ dueDate }) => dueDate < periodFrom).map(({ amountCents }) => amountCents);
  return Math.max(0, sum(ended) - receivedCents);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
