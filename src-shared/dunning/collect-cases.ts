import { toCents } from '../money/cents.ts';
import { addTo } from './add-to.ts';
import { payersOf, type Payers } from './case-payers.ts';
import { collectCredits } from './collect-credits.ts';
import type { DayCount } from './day-count.ts';
import type { DecisionInput, DecisionItem } from './decision.ts';
import { duePartOf } from './due-part.ts';
import { isCreditItem } from './is-credit.ts';
import type { OwedCredit, OwedItem, PayerCase } from './payer-case.ts';
import { oncePerPayer, sharesOf } from './shares.ts';

/** Per school, and there per payer or household. */
type OwedAt = Map<number, Map<number, OwedItem[]>>;

const noCredits: readonly OwedCredit[] = [];

/**
 * Divides what is open over the payers by their liability, a case per payer and school, with the credits that count for each:
 * those of the household over all its children at that school, and the payer's own. What is overdue and owed by nobody
 * who can be asked (no liability, a removed payer, shares that are not the whole) is a case of the household without
 * payer. In no particular order. Source: domain.md "Liability" and "One decision", scenarios S-07 and S-20.
 */
export function collectCases(input: DecisionInput, count: DayCount): PayerCase[] {
  const payers = payersOf(input.payers);
  const ofPayers: OwedAt = new Map();
  const ofNobody: OwedAt = new Map();
  for (const item of input.items) {
    if (item.openCents === 0 || isCreditItem(item)) continue;
    const atSchool = at(ofPayers, item.schoolId);
    const left = divide(item, payers, count, (payerId, owed) => addTo(atSchool, payerId, owed));
    if (left) addTo(at(ofNobody, item.schoolId), item.householdId, left);
  }
  const credits = collectCredits(input.items, payers, () => owingPerHousehold(ofPayers));
  const cases: PayerCase[] = [];
  for (const [schoolId, perPayer] of ofPayers) {
    for (const [payerId, owed] of perPayer) {
      const householdId = payers.householdOf(payerId, owed);
      const own = credits.get(payerId);
      cases.push({
        payer: payers.byId(payerId, householdId),
        schoolId,
        householdId,
        owed,
        credits: own?.filter(({ item }) => item.schoolId === schoolId) ?? noCredits,
        hasCreditElsewhere: own?.some(({ item }) => item.schoolId !== schoolId) ?? false,
      });
    }
  }
  for (const [schoolId, perHousehold] of ofNobody) {
    for (const [householdId, owed] of perHousehold) {
      cases.push({ payer: null, schoolId, householdId, owed, credits: noCredits, hasCreditElsewhere: false });
    }
  }
  return cases;
}

function at(owedAt: OwedAt, schoolId: number): Map<number, OwedItem[]> {
  const known = owedAt.get(schoolId) ?? new Map<number, OwedItem[]>();
  owedAt.set(schoolId, known);
  return known;
}

/** Who owes something of the pupils of each household, wherever they stand themselves. */
function owingPerHousehold(ofPayers: OwedAt): ReadonlyMap<number, ReadonlySet<number>> {
  const owing = new Map<number, Set<number>>();
  for (const perPayer of ofPayers.values()) {
    for (const [payerId, owed] of perPayer) {
      for (const { item } of owed) owing.set(item.householdId, (owing.get(item.householdId) ?? new Set()).add(payerId));
    }
  }
  return owing;
}

type Give = (payerId: number, owed: OwedItem) => void;

/** Gives each payer who can be asked what is owed of one bill; answers what of it is due and owed by nobody. */
function divide(item: DecisionItem, payers: Payers, count: DayCount, give: Give): OwedItem | undefined {
  const { dueCents, dueDate, laterCents, laterDate } = duePartOf(item, count.asOf);
  const overdueDays = count.past(dueDate);
  const whole: OwedItem = { item, dueCents, dueDate, overdueDays, laterCents, laterDate, isSplit: false };
  const isSplitBill = item.owedBy.some(({ kind }) => kind === 'split');
  const ownerless = isSplitBill ? giveShares(whole, payers, give) : giveWhole(whole, payers, give);
  return ownerless > 0 ? { ...whole, dueCents: ownerless, laterCents: 0 } : undefined;
}

/** Everybody owes all of it, so all are given the same. */
function giveWhole(whole: OwedItem, payers: Payers, give: Give): number {
  let ownerless: number = toCents(whole.dueCents);
  toCents(whole.laterCents);
  for (const { payerId } of oncePerPayer(whole.item.owedBy)) {
    if (!payers.canOwe(payerId)) continue;
    give(payerId, whole);
    ownerless = 0;
  }
  return ownerless;
}

/** Of split liability each owes a part of what is due, and a part of the rest. */
function giveShares(whole: OwedItem, payers: Payers, give: Give): number {
  const { item } = whole;
  const due = whole.dueCents > 0 ? sharesOf(whole.dueCents, item.owedBy) : undefined;
  const all = whole.laterCents > 0 ? sharesOf(item.openCents, item.owedBy) : undefined;
  let ownerless = whole.dueCents;
  for (const payerId of (due ?? all ?? new Map<number, number>()).keys()) {
    if (!payers.canOwe(payerId)) continue;
    const dueCents = due?.get(payerId) ?? 0;
    // Rounding may give a cent more of the part that is due than of the whole; nobody owes less than nothing later.
    const laterCents = all ? Math.max(0, (all.get(payerId) ?? 0) - dueCents) : 0;
    const isSplit = isSplitFor(item, payerId);
    ownerless = isSplit ? ownerless - dueCents : 0;
    if (dueCents > 0 || laterCents > 0) give(payerId, { ...whole, dueCents, laterCents, isSplit });
  }
  return ownerless;
}

function isSplitFor({ owedBy }: DecisionItem, payerId: number): boolean {
  return !owedBy.some((one) => one.payerId === payerId && one.kind === 'joint');
}
