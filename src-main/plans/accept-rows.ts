import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Acceptance } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** The version that has to be accepted, and since when it can be: a pause only gives more time and asks for nothing new. */
export function agreedVersion(store: Store, planId: number): { readonly versionId: number; readonly madeAt: string } {
  return statement(
    store,
    `SELECT n.id AS versionId, b.created_at AS madeAt
     FROM plan_versions n JOIN plan_versions b ON b.plan_id = n.plan_id
     WHERE n.plan_id = @planId AND n.version = (SELECT max(version) FROM plan_versions WHERE plan_id = @planId)
       AND b.version = (SELECT max(version) FROM plan_versions WHERE plan_id = @planId AND kind <> 'paused')`,
  ).get({ planId }) as { readonly versionId: number; readonly madeAt: string };
}

type NewSignature = {
  readonly planVersionId: number;
  readonly payerId: number;
  readonly how: Acceptance;
  readonly signedOn: PlainDate;
  readonly documentId: number;
};

export function insertSignature({ store, actor, clock }: Context, signature: NewSignature): number {
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO plan_signatures (plan_version_id, school_id, payer_id, how, signed_on, document_id, author, created_at)
     SELECT id, school_id, @payerId, @how, @signedOn, @documentId, @actor, @at FROM plan_versions WHERE id = @planVersionId`,
  ).run({ ...signature, actor, at: clock.now() });
  return Number(lastInsertRowid);
}

export type SignatureRow = {
  readonly planId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerId: number;
  readonly isWithdrawn: 0 | 1;
};

export function signatureById(store: Store, planSignatureId: number): SignatureRow {
  const row = statement(
    store,
    `SELECT p.id AS planId, p.school_id AS schoolId, p.household_id AS householdId, g.payer_id AS payerId,
       g.withdrawn_at IS NOT NULL AS isWithdrawn
     FROM plan_signatures g JOIN plan_versions v ON v.id = g.plan_version_id JOIN plans p ON p.id = v.plan_id WHERE g.id = ?`,
  ).get(planSignatureId) as SignatureRow | undefined;
  if (row) return row;
  throw new Problem('NOT_FOUND', 'Deze aanvaarding bestaat niet. Er is niets veranderd; open het plan opnieuw.');
}

export function setSignatureWithdrawn({ store, actor, clock }: Context, planSignatureId: number): void {
  statement(
    store,
    'UPDATE plan_signatures SET withdrawn_at = @at, withdrawn_by = @actor WHERE id = @planSignatureId',
  ).run({ planSignatureId, at: clock.now(), actor });
}
