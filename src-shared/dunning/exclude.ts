import type { PlainDate } from '../calendar/plain-date.ts';
import { exclusionSentence } from '../correspondence/exclusion-sentences.ts';
import type { Exclusion, ExclusionCode, PendingDelivery } from './decision.ts';
import { lastDayOut, type LeaveOut, mostCareful } from './leave-out.ts';
import { isCost, type OwedItem, type PayerCase } from './payer-case.ts';
import type { Rules } from './rules.ts';
import { leaveOutSentence, noLiablePayerSentence, nothingDueSentence } from './sentences.ts';

/** One overdue bill with why it stays out; undefined: it does not. */
export type Judged = { readonly owed: OwedItem; readonly out: LeaveOut | undefined };

export const pendingReasons: Readonly<Record<PendingDelivery['status'], ExclusionCode>> = {
  uncertain: 'undecided',
  failed: 'deliveryFailed',
  waiting: 'messageWaiting',
  task: 'taskWaiting',
};

/** An exclusion of a case for a reason, with the overdue bills it is about and what more is known. */
export function exclude(
  one: PayerCase,
  bills: readonly OwedItem[],
  reason: ExclusionCode,
  sentence: string,
  facts: Omit<Exclusion['facts'], 'invoiceIds' | 'dueCents' | 'overdueDays'> = {},
): Exclusion {
  const days = bills.filter(({ dueCents }) => dueCents > 0).map(({ overdueDays }) => overdueDays);
  return {
    payerId: one.payer?.payerId ?? null,
    schoolId: one.schoolId,
    householdId: one.householdId,
    reason,
    sentence,
    facts: {
      invoiceIds: bills.map(({ item }) => item.invoiceId).toSorted((a, b) => a - b),
      dueCents: bills.reduce((sum, { dueCents }) => sum + dueCents, 0),
      ...facts,
      ...(days.length === 0 ? {} : { overdueDays: days.reduce((most, one) => Math.max(most, one)) }),
    },
  };
}

/** Nothing but what is still to fall due, or costs that are not asked alone. */
export function nothingDue(one: PayerCase, rules: Rules): Exclusion {
  const later = one.owed.filter((owed) => !isCost(owed) && owed.laterCents > 0);
  const first: PlainDate | null = later.map(({ laterDate }) => laterDate).toSorted()[0] ?? null;
  const bills = later.length > 0 ? later : one.owed;
  const none = bills.map((owed) => ({ ...owed, dueCents: 0 }));
  const facts = first === null ? {} : { fromDate: rules.count.after(first, 1) };
  return exclude(one, none, 'nothingDue', nothingDueSentence(first), facts);
}

/** Every overdue bill stays out: the most careful reason of all of them is named. Undefined: there are none. */
export function allLeftOut(one: PayerCase, judged: readonly Judged[], rules: Rules): Exclusion | undefined {
  const outs = judged.flatMap(({ out }) => out ?? []);
  const out = mostCareful(outs);
  if (!out) return undefined;
  const bills = judged.map(({ owed }) => owed);
  const lastDay = lastDayOut(outs, out.reason);
  const sentence = leaveOutSentence(out, bills.length);
  return exclude(one, bills, out.reason, sentence, {
    ...(lastDay === null ? {} : { fromDate: rules.count.after(lastDay, 1) }),
    ...(out.reason === 'held' ? { holdKind: out.hold.hold.kind } : {}),
    ...(out.reason === 'held' && out.hold.hold.holdId !== null ? { holdId: out.hold.hold.holdId } : {}),
    ...(out.reason === 'livePlan' && out.on.plan.planId !== null ? { planId: out.on.plan.planId } : {}),
  });
}

/** Overdue money that nobody owes who can be asked. */
export function noLiablePayer(one: PayerCase, bills: readonly OwedItem[]): Exclusion {
  const cents = bills.reduce((sum, { dueCents }) => sum + dueCents, 0);
  const numbers = bills.map(({ item }) => item.number);
  return exclude(one, bills, 'noLiablePayer', noLiablePayerSentence(cents, numbers));
}

/** The credits of the household cover everything that is overdue. */
export function coveredByCredit(
  one: PayerCase,
  bills: readonly OwedItem[],
  dueCents: number,
  creditCents: number,
): Exclusion {
  const sentence = exclusionSentence({ reason: 'creditCovers', dueCents, creditCents });
  return exclude(one, bills, 'coveredByCredit', sentence, { creditCents });
}
