import { liabilitiesInForce } from '#shared/correspondence/payer-items.ts';
import type { PlanLiability } from '#shared/correspondence/plan-input.ts';
import type { DecisionItem } from '#shared/dunning/decision.ts';
import { nobody } from '#shared/dunning/shares.ts';
import { attributedOf } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import { handedOverRows, liabilityRows, type OpenItemRow } from './gather-queries.ts';

type OwedBy = DecisionItem['owedBy'];

/**
 * Who owes a bill on the day it was issued. Nearly every pupil has the same payers all the time, so what was worked out
 * once is used for all bills.
 */
export function owedByReader(store: Store, rows: readonly OpenItemRow[]): (row: OpenItemRow) => OwedBy {
  const pupilIds = new Set(rows.map(({ pupilId }) => pupilId));
  const perPupil = Map.groupBy(liabilityRows(store, [...pupilIds]), ({ pupilId }) => pupilId);
  const elsewhere = Map.groupBy(handedOverRows(store), ({ invoiceId }) => invoiceId);
  const always = new Map<number, OwedBy>();
  for (const [pupilId, own] of perPupil) if (own.every(isAlways)) always.set(pupilId, own.map(withNothingPaid));
  return ({ invoiceId, pupilId, issueDate, attributed }) => {
    const away = elsewhere.get(invoiceId);
    const known = attributed === null && away === undefined ? always.get(pupilId) : undefined;
    if (known) return known;
    const paid = attributedOf(attributed);
    return liabilitiesInForce(perPupil.get(pupilId) ?? [], issueDate)
      .filter(({ payerId }) => payerId !== nobody)
      .map((liability) => ({
        ...liability,
        paidCents: Math.max(0, -(paid.get(liability.payerId) ?? 0)),
        ...(away?.some(({ payerId }) => payerId === liability.payerId) ? { handedOver: true } : {}),
      }));
  };
}

/** In force on every day, and so the only one of its payer. */
function isAlways({ fromDate, untilDate }: PlanLiability): boolean {
  return fromDate === '0001-01-01' && untilDate === null;
}

function withNothingPaid({ payerId, kind, shareBp }: PlanLiability): OwedBy[number] {
  return { payerId, kind, shareBp, paidCents: 0 };
}
