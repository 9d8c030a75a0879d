import { exclusionSentence } from '../correspondence/exclusion-sentences.ts';
import { byProcedureCare } from './choose-procedure.ts';
import type { DecisionPayer, Exclusion, Proposal } from './decision.ts';
import {
  allLeftOut,
  coveredByCredit,
  exclude,
  type Judged,
  noLiablePayer,
  nothingDue,
  pendingReasons,
} from './exclude.ts';
import { leaveOutOf } from './leave-out.ts';
import { isCost, type OwedItem, type PayerCase } from './payer-case.ts';
import type { ProcedureInForce } from './procedure.ts';
import { isMessageChannel } from './procedure-rules.ts';
import { makeProposal } from './make-proposal.ts';
import type { Rules } from './rules.ts';
import {
  belowMinimumSentence,
  finalStageSentence,
  leaveOutSentence,
  pendingSentence,
  waitSentence,
} from './sentences.ts';
import { furthest, nothingSent } from './sent-stages.ts';
import { nextStage } from './stage-rules.ts';

export type CaseDecision = { readonly proposal: Proposal } | { readonly exclusion: Exclusion };

/**
 * Decides one payer at one school: a proposal, or one reason why not. First what is overdue is judged bill by bill; then what is
 * left must be free to go (nothing unfinished), have somewhere to go, be more than the credits and the minimum, and be due
 * for the stage that follows on what was sent. Source: domain.md "One decision, three uses".
 */
export function decideCase(one: PayerCase, rules: Rules): CaseDecision {
  const { payer, schoolId } = one;
  const judged: Judged[] = [];
  const left: OwedItem[] = [];
  for (const owed of oldestFirst(one.owed)) {
    if (owed.dueCents === 0) continue;
    const out = leaveOutOf(owed, one, rules);
    judged.push({ owed, out });
    if (!out && !isCost(owed)) left.push(owed);
  }
  if (left.length === 0) {
    const bills = judged.filter(({ owed }) => !isCost(owed));
    return { exclusion: allLeftOut(one, bills, rules) ?? nothingDue(one, rules) };
  }
  if (!payer) return { exclusion: noLiablePayer(one, left) };

  const pending = rules.pendingOf(payer.payerId, schoolId);
  if (pending) return { exclusion: exclude(one, left, pendingReasons[pending], pendingSentence(pending)) };

  const { bills, procedures } = matching(left, rules);
  const procedure = procedures[0];
  if (!procedure) return { exclusion: withoutProcedure(one, payer, left, rules) };
  const reached = bills.reduce(
    (far, owed) => furthest(far, rules.reachedFor(owed, payer.payerId, procedure)),
    nothingSent,
  );
  const oldest = bills[0]?.dueDate ?? rules.count.asOf;
  const { number, stage, wait } = nextStage(procedure.stages, reached, oldest, rules.count);
  if (!payer.reachable && (!stage || isMessageChannel(stage.channel))) return { exclusion: unreachable(one, bills) };
  const minimumCents = Math.max(rules.settingsOf(schoolId).minimumCents, stage?.minimumCents ?? 0);
  const tooLittle = notEnough(one, bills, minimumCents);
  if (tooLittle) return { exclusion: tooLittle };
  if (!stage) {
    const sentence = finalStageSentence(procedure.stages.length);
    return { exclusion: exclude(one, bills, 'finalStage', sentence, { stage: reached.stage }) };
  }
  if (wait) {
    const { reason, fromDate } = wait;
    return { exclusion: exclude(one, bills, reason, waitSentence(number, wait), { fromDate, stage: number }) };
  }
  const all = bills.length === left.length ? judged : withoutProcedures(judged, bills);
  return {
    proposal: makeProposal({ one, payer, bills, judged: all, procedures, procedure, number, stage }, rules),
  };
}

/** What was judged, with a reason for what would be asked if only there were a procedure for it. */
function withoutProcedures(judged: readonly Judged[], bills: readonly OwedItem[]): Judged[] {
  const isAsked = new Set(bills);
  return judged.map((one) => {
    return one.out || isCost(one.owed) || isAsked.has(one.owed)
      ? one
      : { owed: one.owed, out: { reason: 'noProcedure' } };
  });
}

/** For none of the bills is there a procedure; what else keeps them from being asked comes first. */
function withoutProcedure(one: PayerCase, payer: DecisionPayer, bills: readonly OwedItem[], rules: Rules): Exclusion {
  if (!payer.reachable) return unreachable(one, bills);
  const sentence = leaveOutSentence({ reason: 'noProcedure' }, bills.length);
  return (
    notEnough(one, bills, rules.settingsOf(one.schoolId).minimumCents) ?? exclude(one, bills, 'noProcedure', sentence)
  );
}

function unreachable(one: PayerCase, bills: readonly OwedItem[]): Exclusion {
  return exclude(one, bills, 'unreachable', exclusionSentence({ reason: 'unreachable' }));
}

/** The bills for which there is a procedure, and every procedure that matches one of them, the most careful first. */
function matching(
  left: readonly OwedItem[],
  { proceduresFor }: Rules,
): { readonly bills: readonly OwedItem[]; readonly procedures: readonly ProcedureInForce[] } {
  const same = left[0] ? proceduresFor(left[0].item) : [];
  if (left.every(({ item }) => proceduresFor(item) === same)) {
    return { bills: same.length > 0 ? left : [], procedures: same };
  }
  const bills = left.filter(({ item }) => proceduresFor(item).length > 0);
  const procedures = new Set(bills.flatMap(({ item }) => proceduresFor(item)));
  return { bills, procedures: [...procedures].toSorted(byProcedureCare) };
}

/** Credits cover what is overdue, or what remains is too little to ask. Costs do not count: they are never asked alone. */
function notEnough(one: PayerCase, bills: readonly OwedItem[], minimumCents: number): Exclusion | undefined {
  const dueCents = bills.reduce((sum, owed) => sum + owed.dueCents, 0);
  const creditCents = -one.credits.reduce((sum, { cents }) => sum + cents, 0);
  if (creditCents >= dueCents) return coveredByCredit(one, bills, dueCents, creditCents);
  const asked = dueCents - creditCents;
  if (asked >= minimumCents) return undefined;
  return exclude(one, bills, 'belowMinimum', belowMinimumSentence(asked, minimumCents), {
    minimumCents,
    ...(creditCents > 0 ? { creditCents } : {}),
  });
}

/** The bills of one pupil are read in this order, so that there is mostly nothing to sort. */
function oldestFirst(owed: readonly OwedItem[]): readonly OwedItem[] {
  const isSorted = owed.every((one, index) => index === 0 || byAge(owed[index - 1] ?? one, one) <= 0);
  return isSorted ? owed : owed.toSorted(byAge);
}

function byAge(a: OwedItem, b: OwedItem): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  return a.item.invoiceId - b.item.invoiceId || a.dueCents - b.dueCents;
}
