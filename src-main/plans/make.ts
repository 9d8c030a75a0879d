import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { planReferenceCandidate } from '#shared/plans/plan-reference.ts';
import type { PlanPage, PlanTerms } from '#shared/plans/shapes.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { isReferenceTaken } from '#main/correspondence/payer-references.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { checkConsent, checkPayers, checkPlace, checkTerms } from './checks.ts';
import { bookLoan } from './loan.ts';
import { planPageOf } from './page.ts';
import { agreedInstalments, agreedTerms } from './terms.ts';
import { newestPostingId, writeVersion } from './versions.ts';

export type PlanRequest = PlanTerms & {
  readonly requestKey: string;
  readonly householdId: number;
  readonly schoolId: number;
  readonly payerIds: readonly number[];
  readonly thirdPartyPayerId: number | null;
  readonly consentOn: PlainDate | null;
};

/** Makes a plan from what was agreed; the same request a second time is the same plan. */
export function makePlan(context: Context, request: PlanRequest): PlanPage {
  const { store, clock, actor } = context;
  return store.transaction(() => {
    const requestSha256 = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const known = knownPlan(store, request.requestKey, requestSha256);
    if (known !== null) return planPageOf(context, known);
    return runCommand(context, () => {
      const householdId = liveHouseholdId(store, request.householdId);
      const payerIds = [...new Set(request.payerIds)].sort((a, b) => a - b);
      checkPlace(store, request);
      checkPayers(store, householdId, payerIds);
      const principal = checkTerms(context, { ...request, payerIds });
      checkConsent(context, [...principal.keys()], request);
      const planId = 1 + (statement(store, 'SELECT coalesce(max(id), 0) FROM plans').pluck().get() as number);
      statement(
        store,
        `INSERT INTO plans (id, request_key, request_sha256, school_id, household_id, third_party_payer_id, structured_reference,
           consent_on, author, created_at)
         VALUES (@planId, @requestKey, @requestSha256, @schoolId, @householdId, @thirdPartyPayerId, @reference, @consentOn, @actor, @at)`,
      ).run({
        planId,
        requestKey: request.requestKey,
        requestSha256,
        schoolId: request.schoolId,
        householdId,
        thirdPartyPayerId: request.thirdPartyPayerId,
        reference: freeReference(store, planId),
        consentOn: request.consentOn,
        actor,
        at: clock.now(),
      });
      const addPayer = statement(store, 'INSERT INTO plan_payers (plan_id, payer_id) VALUES (?, ?)');
      for (const payerId of payerIds) addPayer.run(planId, payerId);
      const { owed, instalments } =
        request.interest === null
          ? { owed: principal, instalments: agreedInstalments(request, [...principal.values()]) }
          : bookLoan(context, planId, { ...request, payerIds }, principal);
      const afterPostingId = newestPostingId(store);
      writeVersion(context, planId, {
        ...agreedTerms(request),
        kind: 'agreed',
        reason: '',
        correctionCents: 0,
        claims: [...owed].map(([invoiceId, openCents]) => ({ invoiceId, openCents, afterPostingId })),
        instalments,
      });
      const page = planPageOf(context, planId);
      return {
        result: page,
        audit: {
          command: 'plans.make',
          schoolId: request.schoolId,
          householdId,
          detail: {
            planId,
            payerIds,
            invoiceIds: [...owed.keys()],
            totalCents: page.totalCents,
            instalments: page.instalments.length,
          },
        },
      };
    });
  });
}

function knownPlan(store: Store, requestKey: string, requestSha256: string): number | null {
  const known = statement(store, 'SELECT id, request_sha256 AS sha256 FROM plans WHERE request_key = ?').get(
    requestKey,
  ) as { readonly id: number; readonly sha256: string } | undefined;
  if (!known) return null;
  if (known.sha256 === requestSha256) return known.id;
  throw new Problem(
    'CONFLICT',
    'Dit plan is al gemaakt, met andere afspraken. Er is geen tweede gemaakt; open het en wijzig het.',
  );
}

function freeReference(store: Store, planId: number): string {
  for (let attempt = 0; ; attempt += 1) {
    const reference = planReferenceCandidate(planId, attempt);
    if (!isReferenceTaken(store, reference)) return reference;
  }
}
