import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { liabilitiesInForce } from '#shared/correspondence/payer-items.ts';
import type { PlanLiability } from '#shared/correspondence/plan-input.ts';
import type { DecisionInput, DecisionItem } from '#shared/dunning/decision.ts';
import { nobody } from '#shared/dunning/shares.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import { liabilitiesOfPupils } from '#main/correspondence/facts-queries.ts';
import { proceduresInForce } from '#main/dunning/procedures-in-force.ts';
import { holdsInForce } from '#main/holds/active-holds.ts';
import { attributedOf } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import {
  costClaimRows,
  handedOverRows,
  type OpenItemRow,
  openItemRows,
  pendingRows,
  pupilFacts,
  sentEventRows,
} from './gather-queries.ts';
import { limitedItems } from './gather-limitation.ts';
import { payersOfItems } from './gather-payers.ts';
import { schoolFacts } from './gather-schools.ts';

export type GatherRequest = {
  /** The day for which is decided; may lie in the past or the future. */
  readonly asOf: PlainDate;
  /** The day it is now: what the store says is of this day. */
  readonly today: PlainDate;
  readonly schoolIds: Schools;
  /** Only these households, with everything they have at these schools; left out: every household. */
  readonly householdIds?: readonly number[];
  /** Messages and tasks of this run do not hold it up. */
  readonly ownRunId?: number;
};

/**
 * Reads everything the decision is made from, in a handful of statements, whatever the number of schools. Call it inside
 * a transaction when what it reads must hold together with what is written.
 */
export function gatherDecision(store: Store, request: GatherRequest): DecisionInput {
  const { asOf, schoolIds } = request;
  const procedures = proceduresInForce(store, asOf, schoolIds);
  const items = limitedItems(store, openItems(store, request), { asOf, procedures });
  return {
    procedures,
    items,
    payers: payersOfItems(store, items),
    sentEvents: sentEventRows(
      store,
      items.map(({ invoiceId }) => invoiceId),
    ),
    holds: holdsInForce(store, asOf),
    plans: [],
    pending: pendingRows(store, schoolIds, request.ownRunId),
    ...schoolFacts(store, schoolIds),
  };
}

/** What is open at the schools, and credits of the same households at other schools of the board. */
function openItems(store: Store, { schoolIds, householdIds }: GatherRequest): DecisionItem[] {
  const rows = openItemRows(store, { schoolIds, householdIds });
  const pupils = new Map(
    pupilFacts(store, [...new Set(rows.map(({ pupilId }) => pupilId))]).map((pupil) => [pupil.pupilId, pupil]),
  );
  const householdOf = (row: OpenItemRow): number => pupils.get(row.pupilId)?.householdId ?? 0;
  const isAsked = (row: OpenItemRow): boolean => includesSchool(schoolIds, row.schoolId);
  const households = new Set(schoolIds === 'all' ? [] : rows.filter(isAsked).map(householdOf));
  const owedBy = owedByReader(liabilitiesOfPupils(store, [...pupils.keys()]), handedOverRows(store));
  const costs = new Map(costClaimRows(store).map(({ claimId, payerId }) => [claimId, payerId]));
  return rows.flatMap((row): DecisionItem[] => {
    const householdId = householdOf(row);
    if (!isAsked(row) && !households.has(householdId)) return [];
    const costOf = costs.get(row.invoiceId);
    return [
      {
        invoiceId: row.invoiceId,
        number: row.number,
        schoolId: row.schoolId,
        billingGroupId: row.billingGroupId,
        pupilId: row.pupilId,
        issueDate: row.issueDate,
        dueDate: row.dueDate,
        openCents: row.openCents,
        creditOfPayerId: row.creditOfPayerId,
        kind: costOf !== undefined ? 'cost' : row.openCents < 0 && row.kind === 'invoice' ? 'credit' : row.kind,
        householdId,
        owedBy: costOf === undefined ? owedBy(row) : [onlyBy(costOf)],
        instalments: [],
        graceUntil: null,
        limitedFrom: null,
        handedOver: false,
        pupilLeftOn: pupils.get(row.pupilId)?.leftOn ?? null,
      },
    ];
  });
}

type OwedBy = DecisionItem['owedBy'];

function onlyBy(payerId: number): OwedBy[number] {
  return { payerId, kind: 'joint', shareBp: wholeShareBp, paidCents: 0 };
}

/**
 * Who owes a bill on the day it was issued. Nearly every pupil has the same payers all the time, so what was worked out
 * once is used for all bills.
 */
function owedByReader(
  liabilities: readonly PlanLiability[],
  handedOver: readonly { readonly invoiceId: number; readonly payerId: number }[],
): (row: OpenItemRow) => OwedBy {
  const perPupil = Map.groupBy(liabilities, ({ pupilId }) => pupilId);
  const elsewhere = Map.groupBy(handedOver, ({ invoiceId }) => invoiceId);
  const always = new Map<number, OwedBy>();
  return (row) => {
    const away = elsewhere.get(row.invoiceId);
    const isOrdinary = row.attributed === null && away === undefined;
    const known = isOrdinary ? always.get(row.pupilId) : undefined;
    if (known) return known;
    const own = perPupil.get(row.pupilId) ?? [];
    const attributed = attributedOf(row.attributed);
    const owedBy = liabilitiesInForce(own, row.issueDate)
      .filter(({ payerId }) => payerId !== nobody)
      .map((liability) => ({
        ...liability,
        paidCents: Math.max(0, -(attributed.get(liability.payerId) ?? 0)),
        ...(away?.some(({ payerId }) => payerId === liability.payerId) ? { handedOver: true } : {}),
      }));
    const isAlways = own.every(({ fromDate, untilDate }) => fromDate === '0001-01-01' && untilDate === null);
    if (isOrdinary && isAlways) always.set(row.pupilId, owedBy);
    return owedBy;
  };
}
