import { liabilitiesInForce } from '#shared/correspondence/payer-items.ts';
import type { DecisionItem } from '#shared/dunning/decision.ts';
import { nobody } from '#shared/dunning/shares.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import { attributedOf } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import { handedOverRows, type LiabilityRow, liabilityRows, type OpenItemRow } from './gather-queries.ts';

type OwedBy = DecisionItem['owedBy'];

/**
 * Who owes a bill on the day it was issued; of a cost the one payer of it. Nearly every pupil has the same payers all the
 * time, so what was worked out once is used for all bills.
 */
export function owedByReader(
  store: Store,
  rows: readonly OpenItemRow[],
): (row: OpenItemRow, costOf: number | undefined) => OwedBy {
  const pupilIds = new Set(rows.map(([, , , pupilId]) => pupilId));
  const perPupil = Map.groupBy(liabilityRows(store, [...pupilIds]), ([pupilId]) => pupilId);
  const elsewhere = Map.groupBy(handedOverRows(store), ({ invoiceId }) => invoiceId);
  const always = new Map<number, OwedBy>();
  for (const [pupilId, own] of perPupil) if (own.every(isAlways)) always.set(pupilId, own.map(inFull));
  return (row, costOf) => {
    if (costOf !== undefined) return [{ payerId: costOf, kind: 'joint', shareBp: wholeShareBp, paidCents: 0 }];
    const [invoiceId, , , pupilId, , issueDate, , , attributed] = row;
    const away = elsewhere.get(invoiceId);
    const known = attributed === null && away === undefined ? always.get(pupilId) : undefined;
    if (known) return known;
    const paid = attributedOf(attributed);
    return liabilitiesInForce((perPupil.get(pupilId) ?? []).map(withDates), issueDate)
      .filter(({ payerId }) => payerId !== nobody)
      .map((liability) => ({
        ...liability,
        paidCents: Math.max(0, -(paid.get(liability.payerId) ?? 0)),
        ...(away?.some(({ payerId }) => payerId === liability.payerId) ? { handedOver: true } : {}),
      }));
  };
}

function isAlways([, , , , fromDate, untilDate]: LiabilityRow): boolean {
  return fromDate === '0001-01-01' && untilDate === null;
}

function inFull([, payerId, kind, shareBp]: LiabilityRow): OwedBy[number] {
  return { payerId, kind, shareBp, paidCents: 0 };
}

function withDates([pupilId, payerId, kind, shareBp, fromDate, untilDate]: LiabilityRow) {
  return { pupilId, payerId, kind, shareBp, fromDate, untilDate };
}
