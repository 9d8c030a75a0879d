import type { ApprovalKind, ApprovalThresholds } from '#shared/approvals/contract.ts';
import { approvalThresholds } from '#shared/approvals/contract.ts';
import type { Store } from '#main/store/store.ts';

export const thresholdsKey = 'approvals';

const never: ApprovalThresholds = { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: null };

/** From which amount a school asks for a second person, per kind; a school that said nothing never asks. */
export function readThresholds(store: Store, schoolId: number): ApprovalThresholds {
  const value = store.sql
    .prepare('SELECT value FROM settings WHERE key = ? AND school_id = ?')
    .pluck()
    .get(thresholdsKey, schoolId) as string | undefined;
  return value === undefined ? never : approvalThresholds.parse(JSON.parse(value));
}

/** Whether the school asks for a second person for this amount; what has no amount is asked as soon as a threshold is set. */
export function isAsked(store: Store, schoolId: number, kind: ApprovalKind, amountCents: number | null): boolean {
  const threshold = readThresholds(store, schoolId)[kind];
  return threshold !== null && (amountCents === null || amountCents >= threshold);
}
