import type { MatchPlan } from '#shared/bank/match/knowledge.ts';
import { planFacts } from '#main/plans/facts.ts';
import { planRows } from '#main/plans/rows.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { claimsByIds } from './claims.ts';

/** The plans that have one of these references, with their claims in the order in which they are paid. */
export function plansByReference(store: Store, references: readonly string[]): Map<string, MatchPlan> {
  const planIds = statement(
    store,
    'SELECT p.id FROM json_each(?) k CROSS JOIN plans p ON p.structured_reference = k.value',
  )
    .pluck()
    .all(JSON.stringify(references)) as number[];
  if (planIds.length === 0) return new Map();
  const plans = planFacts(store, { planIds });
  const claims = new Map(
    claimsByIds(
      store,
      plans.flatMap((plan) => plan.claims.map(({ invoiceId }) => invoiceId)),
    ).map((claim) => [claim.invoiceId, claim]),
  );
  const rows = planRows(store, plans, '9999-12-31');
  return new Map(
    plans.map((plan, index) => {
      const { structuredReference = '', householdName = '', thirdPartyPayerName = null } = rows[index] ?? {};
      const [payer, ...others] = plan.payers;
      const { planId, schoolId, householdId, thirdPartyPayerId } = plan;
      return [
        structuredReference,
        {
          planId,
          schoolId,
          householdId,
          householdName,
          payerId: payer && others.length === 0 ? payer.payerId : null,
          thirdParty:
            thirdPartyPayerId === null || thirdPartyPayerName === null
              ? null
              : { id: thirdPartyPayerId, name: thirdPartyPayerName },
          claims: plan.claims.flatMap(({ invoiceId, openCents }) => {
            const claim = claims.get(invoiceId);
            return claim ? [{ claim, mostCents: openCents }] : [];
          }),
        },
      ];
    }),
  );
}
