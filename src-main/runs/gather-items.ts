import type { DecisionItem } from '#shared/dunning/decision.ts';
import type { ProcedureInForce } from '#shared/dunning/procedure.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';
import type { GatherRequest } from './gather-request.ts';
import { limitedFromReader } from './gather-limitation.ts';
import { owedByReader } from './gather-owed-by.ts';
import { costClaimRows, type OpenItemRow, openItemRows } from './gather-queries.ts';

/**
 * What is open at the schools, and credits of the same households at other schools of the board. A board has a hundred
 * thousand of them, so each row becomes its item at once, with nothing in between.
 */
export function openItems(
  store: Store,
  request: GatherRequest,
  procedures: readonly ProcedureInForce[],
): DecisionItem[] {
  const rows = ofAskedHouseholds(openItemRows(store, request), request.schoolIds);
  const limitedFromOf = limitedFromReader(store, rows, { asOf: request.asOf, procedures });
  const owedByOf = owedByReader(store, rows);
  const costs = new Map(costClaimRows(store).map(({ claimId, payerId }) => [claimId, payerId]));
  return rows.map((row): DecisionItem => {
    const costOf = costs.get(row.invoiceId);
    return {
      invoiceId: row.invoiceId,
      number: row.number,
      kind: costOf !== undefined ? 'cost' : row.openCents < 0 && row.kind === 'invoice' ? 'credit' : row.kind,
      schoolId: row.schoolId,
      billingGroupId: row.billingGroupId,
      householdId: row.householdId,
      pupilId: row.pupilId,
      issueDate: row.issueDate,
      dueDate: row.dueDate,
      openCents: row.openCents,
      owedBy: costOf !== undefined ? [onlyBy(costOf)] : owedByOf(row),
      creditOfPayerId: row.creditOfPayerId,
      instalments: [],
      graceUntil: null,
      limitedFrom: limitedFromOf(row),
      handedOver: false,
      pupilLeftOn: row.pupilLeftOn,
    };
  });
}

function onlyBy(payerId: number): DecisionItem['owedBy'][number] {
  return { payerId, kind: 'joint', shareBp: wholeShareBp, paidCents: 0 };
}

/** Of another school only what belongs to a household that has something open here. */
function ofAskedHouseholds(rows: readonly OpenItemRow[], schoolIds: Schools): readonly OpenItemRow[] {
  if (schoolIds === 'all') return rows;
  const asked = new Set(schoolIds);
  const households = new Set(rows.filter(({ schoolId }) => asked.has(schoolId)).map(({ householdId }) => householdId));
  return rows.filter(({ householdId }) => households.has(householdId));
}
