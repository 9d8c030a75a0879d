import { addDays, daysBetween, formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { formatCents, sumCents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { CostKind, CostSettings } from './contract.ts';
import { interest, simpleInterest } from '../law/interest.ts';
import { lawUnknownSentence } from '../law/law-names.ts';
import { lumpSumCap } from '../law/lump-sum-cap.ts';
import { type LawTables, lawValueOn } from '../law/tables.ts';
import { percent as inPercent } from './settings-problems.ts';

/** A bill for which a cost may be asked, as it concerns one payer. */
export type CostItem = {
  readonly invoiceId: number;
  /** What this payer owes of the bill itself, without earlier costs. */
  readonly dueCents: number;
  readonly issueDate: PlainDate;
  /** Last free day of the term after its first reminder; null: it had none. */
  readonly freeUntil: PlainDate | null;
  /** The lump sum that its first reminder named, together with the other bills in it (the same `reminder`); null: none. */
  readonly announced: { readonly reminder: string; readonly cents: number } | null;
  /** A hold freezes costs and interest on it. */
  readonly isFrozen: boolean;
  /** Costs asked for it before that were not superseded; of interest, until which day (not included). */
  readonly asked: readonly {
    readonly kind: CostKind;
    readonly amountCents: number;
    readonly until: PlainDate | null;
  }[];
  /** Which missed due date of the payer in that calendar year it is, from 1. */
  readonly missedInYear: number;
};

export type ReckonedCost = {
  readonly invoiceId: number;
  readonly kind: CostKind;
  readonly amountCents: number;
  /** How it was reckoned, in Dutch. */
  readonly sentence: string;
  /** Of interest: the first day that does not count any more. */
  readonly until: PlainDate | null;
};

export type Reckoning = {
  readonly costs: readonly ReckonedCost[];
  /** Dutch: the amount of the law that is not known; nothing is asked then. */
  readonly blockedBy: string | null;
};

/** So many missed due dates of a calendar year are reminded for nothing. */
const freeMissedDueDates = 3;

/**
 * What may be asked with a later reminder, per bill, in cents. Nothing without the clause (told before the bill was made),
 * before the free term after the first reminder is over, or under a hold that freezes; a lump sum once per bill, never
 * beside a reminder cost and never more than the first reminder named; a percentage is taken on the bill's own amount and cut
 * at the cap, rounded down; interest is
 * simple, actual days over 365, from the day after the free term, at the rate of the clause or the ceiling when that is
 * lower, rounded once. Source: WER art. XIX.2–XIX.4, law.md 1.4–1.6; domain.md "Costs and interest are separate claims".
 */
export function reckonCosts(
  kind: CostKind,
  settings: CostSettings,
  items: readonly CostItem[],
  onDate: PlainDate,
  channel: 'email' | 'letter',
  tables: LawTables,
): Reckoning {
  const chargeable = items.filter((item) => mayBeAsked(item, settings, onDate));
  if (!settings.enabled || chargeable.length === 0) return nothing;
  switch (kind) {
    case 'lumpSum':
      return settings.kind === 'lumpSum' ? lumpSums(chargeable, settings, onDate, tables) : nothing;
    case 'reminderCost':
      return settings.kind === 'reminderCost' ? reminderCost(chargeable, settings, channel, onDate, tables) : nothing;
    case 'interest':
      return settings.interestBasisPoints === null
        ? nothing
        : interestOf(chargeable, settings.interestBasisPoints, onDate, tables);
  }
}

const nothing: Reckoning = { costs: [], blockedBy: null };

function mayBeAsked(item: CostItem, { clause, clauseDate }: CostSettings, onDate: PlainDate): boolean {
  const hasClause = clause !== '' && clauseDate !== null && clauseDate <= item.issueDate;
  return hasClause && !item.isFrozen && item.dueCents > 0 && item.freeUntil !== null && item.freeUntil < onDate;
}

function lumpSums(items: readonly CostItem[], settings: CostSettings, onDate: PlainDate, tables: LawTables): Reckoning {
  const open = items.filter(
    ({ asked, announced }) => announced !== null && asked.every(({ kind }) => kind === 'interest'),
  );
  if (open.length === 0) return nothing;
  const dues = open.map(({ dueCents }) => dueCents);
  const ofThese = lumpSumCap({ dueCents: dues, onDate }, tables);
  const ofAll = lumpSumCap({ dueCents: items.map(({ dueCents }) => dueCents), onDate }, tables);
  if (ofThese.capCents === null || ofAll.capCents === null) return { costs: [], blockedBy: ofThese.blockedBy };
  // What was asked with an earlier reminder counts in the cap on everything that is due.
  const before = sumCents(
    items.flatMap(({ asked }) => asked.filter(({ kind }) => kind === 'lumpSum').map(({ amountCents }) => amountCents)),
  );
  const named = new Map(open.flatMap(({ announced }) => (announced ? [[announced.reminder, announced.cents]] : [])));
  const capCents = Math.max(0, Math.min(ofThese.capCents, ofAll.capCents - before, sumCents(named.values())));
  const ofClause = lumpSumOfClause(settings, dues);
  const parts = splitByWeights(toCents(Math.min(ofClause, capCents)), dues);
  const sentence = `Schadevergoeding volgens ${settings.clauseReference}: ${formatCents(ofClause)}, ten hoogste ${formatCents(capCents)}.`;
  return {
    costs: open.flatMap(({ invoiceId }, index) => {
      const amountCents = parts[index] ?? 0;
      return amountCents > 0 ? [{ invoiceId, kind: 'lumpSum' as const, amountCents, sentence, until: null }] : [];
    }),
    blockedBy: null,
  };
}

/** What the clause of the school says on these amounts due, in cents, before any cap; a part of a cent is left out. */
function lumpSumOfClause(settings: CostSettings, dues: readonly number[]): number {
  const part = Math.floor((sumCents(dues) * settings.lumpSumBasisPoints) / 10_000);
  return Math.max(settings.lumpSumMinimumCents, part);
}

/**
 * The exact lump sum that a first reminder must name, in cents: what the clause says on these amounts due, cut at the cap of
 * that day. Null: none will follow, because the school asks none, has no clause that was told before the bills were made, or
 * the cap is not known. Source: art. XIX.2 WER, law.md 1.2 ("computed and frozen at sending").
 */
export function lumpSumThatMayFollow(
  settings: CostSettings,
  bills: readonly { readonly dueCents: number; readonly issueDate: PlainDate }[],
  onDate: PlainDate,
  tables: LawTables,
): number | null {
  if (!settings.enabled || settings.kind !== 'lumpSum' || settings.clause === '') return null;
  const { clauseDate } = settings;
  const dues = bills
    .filter(({ issueDate, dueCents }) => dueCents > 0 && clauseDate !== null && clauseDate <= issueDate)
    .map(({ dueCents }) => dueCents);
  if (dues.length === 0) return null;
  const { capCents } = lumpSumCap({ dueCents: dues, onDate }, tables);
  return capCents === null ? null : Math.min(lumpSumOfClause(settings, dues), capCents);
}

/** One cost for one reminder, on the first bill for which it may be asked. */
function reminderCost(
  items: readonly CostItem[],
  settings: CostSettings,
  channel: 'email' | 'letter',
  onDate: PlainDate,
  tables: LawTables,
): Reckoning {
  const first = items.find(
    ({ missedInYear, asked }) => missedInYear > freeMissedDueDates && asked.every(({ kind }) => kind !== 'lumpSum'),
  );
  if (!first) return nothing;
  const capCents = lawValueOn(tables, 'reminderCostCap', onDate);
  if (capCents === null) return { costs: [], blockedBy: lawUnknownSentence('reminderCostCap', onDate) };
  // Postage that is not known is not asked.
  const postage = channel === 'letter' ? (lawValueOn(tables, 'postage', onDate) ?? 0) : 0;
  const amountCents = Math.min(settings.reminderCostCents, capCents) + postage;
  const sentence = `Herinneringskost volgens ${settings.clauseReference}${postage > 0 ? `, met ${formatCents(postage)} port` : ''}.`;
  return {
    costs: [{ invoiceId: first.invoiceId, kind: 'reminderCost', amountCents, sentence, until: null }],
    blockedBy: null,
  };
}

function interestOf(items: readonly CostItem[], basisPoints: number, onDate: PlainDate, tables: LawTables): Reckoning {
  const costs: ReckonedCost[] = [];
  for (const item of items) {
    const since = item.asked
      .flatMap(({ kind, until }) => (kind === 'interest' && until ? [until] : []))
      .sort()
      .at(-1);
    const from = since ?? addDays(item.freeUntil ?? onDate, 1);
    if (daysBetween(from, onDate) < 1) continue;
    const ceiling = interest({ kind: 'ceiling', principalCents: item.dueCents, from, to: onDate }, tables);
    if (ceiling.blockedBy !== null) return { costs: [], blockedBy: ceiling.blockedBy };
    const lowest = ceiling.segments.map(({ days, percent }) => ({
      days,
      percent: Math.min(percent, basisPoints / 100),
    }));
    const amountCents = simpleInterest(item.dueCents, lowest);
    if (amountCents === 0) continue;
    const sentence = `Rente op ${formatCents(item.dueCents)} van ${formatPlainDate(from)} tot ${formatPlainDate(onDate)} aan ten hoogste ${inPercent(basisPoints)}.`;
    costs.push({ invoiceId: item.invoiceId, kind: 'interest', amountCents, sentence, until: onDate });
  }
  return { costs, blockedBy: null };
}
