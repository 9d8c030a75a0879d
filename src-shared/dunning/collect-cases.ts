import { addTo } from './add-to.ts';
import { payersOf, type Payers } from './case-payers.ts';
import { collectCredits } from './collect-credits.ts';
import type { DayCount } from './day-count.ts';
import type { DecisionInput, DecisionItem } from './decision.ts';
import { duePartOf } from './due-part.ts';
import { isCreditItem } from './is-credit.ts';
import type { OwedItem, PayerCase } from './payer-case.ts';
import { sharesOf } from './shares.ts';

type Collected = { readonly payerId: number; readonly schoolId: number; readonly owed: OwedItem[] };
type Orphans = { readonly householdId: number; readonly schoolId: number; readonly owed: OwedItem[] };

/**
 * Divides what is open over the payers by their liability, a case per payer and school, with the credits that count for each:
 * those of the household over all its children at that school, and the payer's own. What is overdue and owed by nobody
 * who can be asked (no liability, a removed payer, shares that are not the whole) is a case of the household without
 * payer. In no particular order. Source: domain.md "Liability" and "One decision", scenarios S-07 and S-20.
 */
export function collectCases(input: DecisionInput, count: DayCount): PayerCase[] {
  const payers = payersOf(input.payers);
  const collected = new Map<number, Collected[]>();
  const orphans = new Map<string, Orphans>();
  for (const item of input.items) {
    if (item.openCents === 0 || isCreditItem(item)) continue;
    for (const [payerId, owed] of divide(item, payers, count, orphans)) {
      const known = collected.get(payerId)?.find(({ schoolId }) => schoolId === item.schoolId);
      if (known) known.owed.push(owed);
      else addTo(collected, payerId, { payerId, schoolId: item.schoolId, owed: [owed] });
    }
  }
  const all = [...collected.values()].flat();
  const credits = collectCredits(input.items, payers, () => owingPerHousehold(all));
  const cases = all.map(({ payerId, schoolId, owed }): PayerCase => {
    const own = credits.get(payerId) ?? [];
    const householdId = payers.householdOf(
      payerId,
      owed.map(({ item }) => item.householdId),
    );
    return {
      payer: payers.byId(payerId, householdId),
      schoolId,
      householdId,
      owed,
      credits: own.filter(({ item }) => item.schoolId === schoolId),
      hasCreditElsewhere: own.some(({ item }) => item.schoolId !== schoolId),
    };
  });
  for (const one of orphans.values()) cases.push({ ...one, payer: null, credits: [], hasCreditElsewhere: false });
  return cases;
}

function isSplitFor({ owedBy }: DecisionItem, payerId: number): boolean {
  return !owedBy.some((one) => one.payerId === payerId && one.kind === 'joint');
}

/** Who owes something of the pupils of each household, wherever they stand themselves. */
function owingPerHousehold(all: readonly Collected[]): ReadonlyMap<number, readonly number[]> {
  const owing = new Map<number, number[]>();
  for (const { payerId, owed } of all) {
    for (const householdId of new Set(owed.map(({ item }) => item.householdId))) addTo(owing, householdId, payerId);
  }
  return owing;
}

/** What each payer who can be asked owes of one bill; what is due and left over goes to `orphans`. */
function divide(
  item: DecisionItem,
  payers: Payers,
  count: DayCount,
  orphans: Map<string, Orphans>,
): (readonly [payerId: number, OwedItem])[] {
  const part = duePartOf(item, count.asOf);
  const due = part.dueCents > 0 ? sharesOf(part.dueCents, item.owedBy) : undefined;
  const whole = part.laterCents > 0 ? sharesOf(item.openCents, item.owedBy) : undefined;
  const isSplitBill = item.owedBy.some(({ kind }) => kind === 'split');
  const overdueDays = count.past(part.dueDate);
  const found: (readonly [number, OwedItem])[] = [];
  let ownerless = part.dueCents;
  for (const payerId of (due ?? whole ?? new Map<number, number>()).keys()) {
    if (!payers.canOwe(payerId)) continue;
    const dueCents = due?.get(payerId) ?? 0;
    // Rounding may give a cent more of the part that is due than of the whole; nobody owes less than nothing later.
    const laterCents = whole ? Math.max(0, (whole.get(payerId) ?? 0) - dueCents) : 0;
    const isSplit = isSplitBill && isSplitFor(item, payerId);
    ownerless = isSplit ? ownerless - dueCents : 0;
    if (dueCents === 0 && laterCents === 0) continue;
    const { dueDate, laterDate } = part;
    found.push([payerId, { item, dueCents, dueDate, overdueDays, laterCents, laterDate, isSplit }]);
  }
  if (ownerless > 0) {
    const owed = { item, ...part, dueCents: ownerless, laterCents: 0, overdueDays, isSplit: false };
    const key = `${item.householdId}-${item.schoolId}`;
    const known = orphans.get(key);
    if (known) known.owed.push(owed);
    else orphans.set(key, { householdId: item.householdId, schoolId: item.schoolId, owed: [owed] });
  }
  return found;
}
