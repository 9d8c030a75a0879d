import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { activeHolds, byCare } from '#shared/dunning/active-holds.ts';
import { collectCases } from '#shared/dunning/collect-cases.ts';
import { dayCount } from '#shared/dunning/day-count.ts';
import type { DecisionItem } from '#shared/dunning/decision.ts';
import type { GateBill } from '#shared/hand-over/bill-conditions.ts';
import type { CollectionPartner } from '#shared/hand-over/contract.ts';
import type { GateCost } from '#shared/hand-over/cost-check.ts';
import type { GateFacts } from '#shared/hand-over/gate.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { costSettingsOf } from '#main/costs/settings.ts';
import { type PayerRow, payerById } from '#main/people/payer-rows.ts';
import { gatherDecision } from '#main/runs/gather.ts';
import type { Store } from '#main/store/store.ts';
import { partnerById } from './partners.ts';
import {
  type CostRow,
  type FirstReminder,
  firstReminders,
  householdsOfPayer,
  openCosts,
  openTaskCount,
} from './queries.ts';
import { sharePostings } from './share-postings.ts';

/** Whose bills of which school, to whom. */
export type Whose = { readonly payerId: number; readonly schoolId: number; readonly partnerId: number | null };

export type Gathered = {
  readonly facts: GateFacts;
  readonly payer: PayerRow;
  readonly partner: CollectionPartner | null;
  readonly reminders: readonly FirstReminder[];
  readonly costs: readonly CostRow[];
};

/** Reads what the gate is decided from, by the same reading of bills, shares, credits and holds as a run of reminders. */
export function gatherGate({ store, clock }: Context, { payerId, schoolId, partnerId }: Whose): Gathered {
  const today = clock.today();
  const payer = payerById(store, payerId);
  const partner = partnerId === null ? null : partnerById(store, partnerId, today);
  const input = gatherDecision(store, {
    asOf: today,
    today,
    schoolIds: [schoolId],
    householdIds: householdsOfPayer(store, payerId),
  });
  const own = collectCases(input, dayCount(today)).find(
    (one) => one.payer?.payerId === payerId && one.schoolId === schoolId,
  );
  const costs = openCosts(store, payerId, schoolId);
  const billOf = new Map(costs.map(({ claimId, billId }) => [claimId, billId]));
  const owed = own?.owed ?? [];
  const reminders = firstReminders(
    store,
    payerId,
    owed.map(({ item }) => item.invoiceId),
  );
  const reminderOf = new Map(reminders.map((one) => [one.invoiceId, one]));
  const holdsOn = activeHolds(input.holds, today);
  const holdOn = (item: DecisionItem): string | null => {
    const [hold] = holdsOn(item, payerAt(payer)).toSorted(byCare);
    if (!hold) return null;
    const until = hold.untilDate === null ? '' : ` tot en met ${formatPlainDate(hold.untilDate)}`;
    return `${holdKindName(hold.hold.kind).toLowerCase()}${until}`;
  };
  const bills = owed.map(({ item, dueCents, laterCents }): GateBill => {
    const { invoiceId, number, dueDate, limitedFrom, owedBy } = item;
    return {
      invoiceId,
      number,
      dueDate,
      cents: dueCents > 0 ? dueCents : laterCents,
      billId: item.kind === 'cost' ? (billOf.get(invoiceId) ?? invoiceId) : null,
      isHandedOver: owedBy.some((one) => one.payerId === payerId && one.handedOver === true),
      firstReminder: reminderOf.get(invoiceId) ?? null,
      hold: holdOn(item),
      limitedFrom,
    };
  });
  const { clause, clauseDate } = costSettingsOf(store, schoolId);
  return {
    payer,
    partner,
    reminders,
    costs,
    facts: {
      today,
      partner,
      bills: bills.toSorted((a, b) =>
        a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.invoiceId - b.invoiceId,
      ),
      creditCents: -sumCents((own?.credits ?? []).map(({ cents }) => cents)),
      costs: costs.map((cost) => asAsked(store, payerId, cost)),
      clause: { clause, clauseDate },
      pending: input.pending.flatMap((one) =>
        one.payerId === payerId && one.schoolId === schoolId && one.status !== 'task' ? [one.status] : [],
      ),
      openTasks: openTaskCount(store, { payerId, schoolId, householdId: payer.householdId }),
    },
  };
}

function payerAt({ id, householdId }: PayerRow): { readonly payerId: number; readonly householdId: number } {
  return { payerId: id, householdId };
}

/** A cost is held against what was due when it was asked: paying a part later does not make it too high. */
function asAsked(
  store: Store,
  payerId: number,
  { claimId: _claimId, basis: _basis, askedAt, ...cost }: CostRow,
): GateCost {
  const before = sharePostings(store, payerId, [cost.billId]).filter(({ createdAt }) => createdAt < askedAt);
  return { ...cost, dueCents: sumCents(before.map(({ amountCents }) => amountCents)) };
}
