import type { PlainDate } from '../calendar/plain-date.ts';
import type { LeftOutItem, Proposal, ProposalItem } from './decision.ts';
import { type LeaveOut, leaveOutOf } from './leave-out.ts';
import { notesOf } from './notes.ts';
import { isCost, type OwedItem } from './payer-case.ts';
import type { Rules } from './rules.ts';
import type { Decided } from './decided.ts';
import { leaveOutSentence } from './sentences.ts';
import { timeEligibleStage } from './stage-rules.ts';

/**
 * One communication with everything that is overdue, the oldest first and costs of our own last; what is not yet due as
 * information; the credits that are taken off; and what stays out of it and why. Amounts in cents, those of this payer.
 */
export function makeProposal(decided: Decided, rules: Rules): Proposal {
  const { one, payer, bills, judged, procedure, number, stage } = decided;
  const row = (owed: OwedItem, dueDate: PlainDate, overdueDays: number, amountCents: number): ProposalItem => ({
    invoiceId: owed.item.invoiceId,
    number: owed.item.number,
    kind: owed.item.kind,
    dueDate,
    overdueDays,
    amountCents,
    sentStage: rules.reachedFor(owed, payer.payerId, procedure).stage,
  });
  const dueRow = (owed: OwedItem): ProposalItem => row(owed, owed.dueDate, owed.overdueDays, owed.dueCents);
  const items = bills.map(dueRow);
  const leftOut: LeftOutItem[] = [];
  for (const { owed, out } of judged) {
    if (out) leftOut.push(leftOutRow(owed, out));
    else if (isCost(owed)) items.push(dueRow(owed));
  }
  const upcoming: ProposalItem[] = [];
  for (const owed of one.owed) {
    if (owed.laterCents === 0 || leaveOutOf(owed, one, rules)) continue;
    upcoming.push(row(owed, owed.laterDate, rules.count.past(owed.laterDate), owed.laterCents));
  }
  const credits = one.credits.map(({ item, cents }): ProposalItem => ({
    invoiceId: item.invoiceId,
    number: item.number,
    kind: item.kind === 'invoice' || item.kind === 'cost' ? 'credit' : item.kind,
    dueDate: item.dueDate,
    overdueDays: rules.count.past(item.dueDate),
    amountCents: cents,
    sentStage: 0,
  }));
  const dueCents = items.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const creditCents = credits.reduce((sum, { amountCents }) => sum - amountCents, 0);
  const oldest = bills[0]?.dueDate ?? rules.count.asOf;
  const overdueDays = rules.count.past(oldest);
  const eligible = timeEligibleStage(procedure.stages, overdueDays);
  return {
    payerId: payer.payerId,
    schoolId: one.schoolId,
    householdId: one.householdId,
    procedureId: procedure.procedureId,
    procedureVersionId: procedure.procedureVersionId,
    procedureName: procedure.name,
    stage: number,
    stageName: stage.name,
    stageCount: procedure.stages.length,
    timeEligibleStage: eligible,
    channel: stage.channel,
    textId: stage.textId,
    approver: stage.approver,
    thirdPartyPayerId: payer.thirdPartyPayerId,
    items,
    upcoming: upcoming.sort(byDueDate),
    credits: credits.sort(byDueDate),
    leftOut,
    dueCents,
    creditCents,
    totalCents: dueCents - creditCents,
    oldestDueDate: oldest,
    overdueDays,
    notes: notesOf(decided, { timeEligibleStage: eligible, creditCents, items }, rules),
  };
}

function leftOutRow({ item, dueCents }: OwedItem, out: LeaveOut): LeftOutItem {
  const { invoiceId, number } = item;
  return { invoiceId, number, amountCents: dueCents, reason: out.reason, sentence: leaveOutSentence(out, 1) };
}

function byDueDate(a: ProposalItem, b: ProposalItem): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  return a.invoiceId - b.invoiceId || a.amountCents - b.amountCents;
}
