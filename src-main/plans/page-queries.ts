import type { PlanPage } from '#shared/plans/shapes.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Own = Pick<PlanPage, 'endedOn' | 'endReason' | 'author' | 'at'>;

export function planOwnRow(store: Store, planId: number): Own {
  return statement(
    store,
    'SELECT ended_on AS endedOn, end_reason AS endReason, author, created_at AS at FROM plans WHERE id = ?',
  ).get(planId) as Own;
}

/** Who accepted which version, the newest first; not what was taken back. */
export function signatureRows(store: Store, planId: number): PlanPage['signatures'] {
  return statement(
    store,
    `SELECT g.id AS planSignatureId, g.payer_id AS payerId, trim(r.first_name || ' ' || r.last_name) AS payerName, g.how,
       g.signed_on AS signedOn, g.document_id AS documentId, d.file_name AS documentName
     FROM plan_versions v CROSS JOIN plan_signatures g ON g.plan_version_id = v.id CROSS JOIN payers r ON r.id = g.payer_id
       CROSS JOIN documents d ON d.id = g.document_id
     WHERE v.plan_id = ? AND g.withdrawn_at IS NULL ORDER BY g.signed_on DESC, g.id DESC`,
  ).all(planId) as PlanPage['signatures'];
}

/** Payers who did not accept what it says now; a pause only gives more time and asks for nothing new. */
export function notAcceptedOf(store: Store, planId: number): number[] {
  return statement(
    store,
    `SELECT y.payer_id FROM plan_payers y WHERE y.plan_id = @planId AND NOT EXISTS (
       SELECT 1 FROM plan_versions v CROSS JOIN plan_signatures g ON g.plan_version_id = v.id
       WHERE g.payer_id = y.payer_id AND g.withdrawn_at IS NULL AND v.plan_id = @planId
         AND v.version >= (SELECT max(b.version) FROM plan_versions b WHERE b.plan_id = @planId AND b.kind <> 'paused'))
     ORDER BY y.payer_id`,
  )
    .pluck()
    .all({ planId }) as number[];
}

/** Every version, the newest first. */
export function historyRows(store: Store, planId: number): PlanPage['history'] {
  return statement(
    store,
    `SELECT v.version, v.kind, v.reason, v.starts_on AS startsOn, v.total_cents AS totalCents,
       (SELECT count(*) FROM plan_instalments i WHERE i.plan_version_id = v.id) AS instalments,
       v.correction_cents AS correctionCents, v.author, v.created_at AS at
     FROM plan_versions v WHERE v.plan_id = ? ORDER BY v.version DESC`,
  ).all(planId) as PlanPage['history'];
}

export function messageRows(store: Store, planId: number): PlanPage['messages'] {
  return statement(
    store,
    `SELECT m.id AS messageId, iif(x.number IS NULL, 'document', 'reminder') AS kind, m.reserved_at AS at, m.status
     FROM plan_versions v CROSS JOIN plan_messages x ON x.plan_version_id = v.id CROSS JOIN messages m ON m.id = x.message_id
     WHERE v.plan_id = ? ORDER BY m.id DESC`,
  ).all(planId) as PlanPage['messages'];
}

/** Claims that were kept out of the plan when it was asked. */
export function declinedRows(store: Store, planId: number): Set<number> {
  const ids = statement(store, 'SELECT invoice_id FROM plan_declined_claims WHERE plan_id = ?').pluck().all(planId);
  return new Set(ids as number[]);
}
