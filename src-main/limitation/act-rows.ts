import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type KeptRow = {
  readonly invoiceId: number;
  readonly householdId: number;
  readonly payerId: number | null;
  readonly kind: LimitationActKind;
  readonly date: PlainDate;
  readonly documentId: number;
  readonly withdrawnAt: string | null;
  /** It follows from a signature on a plan that was taken back. */
  readonly isOfWithdrawnSignature: 0 | 1;
};

/** An act that a person kept, withdrawn or not. */
export function actById(store: Store, limitationActId: number): KeptRow {
  const row = statement(
    store,
    `SELECT a.invoice_id AS invoiceId, u.household_id AS householdId, a.payer_id AS payerId, a.kind, a.act_date AS date,
       a.document_id AS documentId, a.withdrawn_at AS withdrawnAt,
       EXISTS (SELECT 1 FROM plan_signatures g WHERE g.id = a.plan_signature_id AND g.withdrawn_at IS NOT NULL) AS isOfWithdrawnSignature
     FROM limitation_acts a JOIN invoices i ON i.id = a.invoice_id JOIN pupils u ON u.id = i.pupil_id WHERE a.id = ?`,
  ).get(limitationActId) as KeptRow | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze stuiting bestaat niet. Open de factuur opnieuw.');
  return row;
}

type NewAct = {
  readonly schoolId: number;
  readonly invoiceId: number;
  readonly payerId: number | null;
  readonly kind: LimitationActKind;
  readonly date: PlainDate;
  readonly documentId: number;
  readonly note: string;
  /** Taken back together with the signature that it follows from. */
  readonly planSignatureId?: number;
};

export function insertAct({ store, actor, clock }: Context, act: NewAct): number {
  const { schoolId, invoiceId, payerId, kind, date, documentId, note, planSignatureId = null } = act;
  const result = statement(
    store,
    `INSERT INTO limitation_acts (school_id, invoice_id, payer_id, kind, act_date, document_id, note, plan_signature_id, author, created_at)
     VALUES (@schoolId, @invoiceId, @payerId, @kind, @date, @documentId, @note, @planSignatureId, @author, @at)`,
  ).run({
    schoolId,
    invoiceId,
    payerId,
    kind,
    date,
    documentId,
    note,
    planSignatureId,
    author: actor,
    at: clock.now(),
  });
  return Number(result.lastInsertRowid);
}

/** Twice the same changes nothing: who withdrew it first stays known. */
export function setWithdrawn({ store, actor, clock }: Context, limitationActId: number, isWithdrawn: boolean): void {
  const sql = isWithdrawn
    ? 'UPDATE limitation_acts SET withdrawn_at = @at, withdrawn_by = @actor WHERE id = @limitationActId AND withdrawn_at IS NULL'
    : 'UPDATE limitation_acts SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = @limitationActId';
  statement(store, sql).run(isWithdrawn ? { limitationActId, at: clock.now(), actor } : { limitationActId });
}

/** What a signature did to the clocks counts no more; answers of which bills. */
export function withdrawActsOfSignature({ store, actor, clock }: Context, planSignatureId: number): number[] {
  return statement(
    store,
    `UPDATE limitation_acts SET withdrawn_at = @at, withdrawn_by = @actor
     WHERE plan_signature_id = @planSignatureId AND withdrawn_at IS NULL RETURNING invoice_id`,
  )
    .pluck()
    .all({ planSignatureId, at: clock.now(), actor }) as number[];
}
