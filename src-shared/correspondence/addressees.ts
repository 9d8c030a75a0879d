import { byNumber } from './order.ts';
import { liabilitiesInForce, type PayerItems } from './payer-items.ts';
import { messageKeyOf, type PlanInput } from './plan-input.ts';
import { messageTotals } from './totals.ts';

/**
 * Who a message without amounts is for: everyone liable today for a chosen pupil, and for a pupil without anyone liable
 * the payers of the household; a pupil who pays only when there are bills of his own. `owed` says what is still due or held
 * there, for who reads the list before it goes.
 */
export function addressees(input: PlanInput, owed: readonly PayerItems[]): PayerItems[] {
  const owedBy = new Map(owed.map((one) => [messageKeyOf(one.payerId, one.schoolId), one]));
  const reachable = new Set(input.payers.filter((payer) => !payer.removed).map((payer) => payer.payerId));
  const self = new Set(input.payers.filter(({ relation }) => relation === 'self').map(({ payerId }) => payerId));
  // Nothing is addressed to a pupil about what others owe: only somebody with bills of his own hears about them.
  const isUninvolved = (payerId: number, schoolId: number): boolean => {
    const own = owedBy.get(messageKeyOf(payerId, schoolId));
    return self.has(payerId) && (own === undefined || (own.items.length === 0 && own.heldDueCount === 0));
  };
  const liabilities = Map.groupBy(input.liabilities, (liability) => liability.pupilId);
  const collected = new Map<string, { payerId: number; schoolId: number; about: number[] }>();
  for (const pupil of input.pupils) {
    if (!input.selectedPupilIds.has(pupil.pupilId)) continue;
    const liable = liabilitiesInForce(liabilities.get(pupil.pupilId) ?? [], input.asOf)
      .map(({ payerId }) => payerId)
      .filter((payerId) => reachable.has(payerId) && !isUninvolved(payerId, pupil.schoolId));
    const payers =
      liable.length > 0
        ? liable
        : input.payers
            .filter((payer) => payer.householdId === pupil.householdId && !payer.removed && payer.relation !== 'self')
            .map((payer) => payer.payerId);
    for (const payerId of payers) {
      const key = messageKeyOf(payerId, pupil.schoolId);
      const one = collected.get(key) ?? { payerId, schoolId: pupil.schoolId, about: [] };
      collected.set(key, one);
      one.about.push(pupil.pupilId);
    }
  }
  return [...collected]
    .map(([key, { payerId, schoolId, about }]) => ({
      payerId,
      schoolId,
      items: [],
      heldDueCount: owedBy.get(key)?.heldDueCount ?? 0,
      allJoint: true,
      hasSplitShare: false,
      about: about.toSorted((a, b) => a - b),
      stillDueCents: messageTotals(owedBy.get(key)?.items ?? []).totalCents,
    }))
    .sort(
      byNumber(
        (one) => one.payerId,
        (one) => one.schoolId,
      ),
    );
}
