import type { DecisionItem } from '#shared/dunning/decision.ts';
import type { ProcedureInForce } from '#shared/dunning/procedure.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Store } from '#main/store/store.ts';
import type { GatherRequest } from './gather.ts';
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
    const [invoiceId, householdId, schoolId, pupilId, openCents, issueDate, dueDate] = row;
    const [, , , , , , , creditOfPayerId, , kind, number, billingGroupId, pupilLeftOn] = row;
    const costOf = costs.get(invoiceId);
    return {
      invoiceId,
      number,
      kind: costOf !== undefined ? 'cost' : openCents < 0 && kind === 'invoice' ? 'credit' : kind,
      schoolId,
      billingGroupId,
      householdId,
      pupilId,
      issueDate,
      dueDate,
      openCents,
      owedBy: owedByOf(row, costOf),
      creditOfPayerId,
      instalments: [],
      graceUntil: null,
      limitedFrom: limitedFromOf(row),
      handedOver: false,
      pupilLeftOn,
    };
  });
}

/** Of another school only what belongs to a household that has something open here. */
function ofAskedHouseholds(rows: readonly OpenItemRow[], schoolIds: Schools): readonly OpenItemRow[] {
  if (schoolIds === 'all') return rows;
  const asked = new Set(schoolIds);
  const households = new Set<number>();
  for (const [, householdId, schoolId] of rows) if (asked.has(schoolId)) households.add(householdId);
  return rows.filter(([, householdId]) => households.has(householdId));
}
