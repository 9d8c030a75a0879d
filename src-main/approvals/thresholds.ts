import { Problem } from '#shared/api/problem.ts';
import type { ApprovalKind, ApprovalThresholds } from '#shared/approvals/contract.ts';
import { approvalThresholds } from '#shared/approvals/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

const thresholdsKey = 'approvals';

const never: ApprovalThresholds = {
  writeOff: null,
  remission: null,
  refund: null,
  transfer: null,
  payerAccount: null,
  run: null,
  grant: 0,
  correction: null,
};

/** From which amount a school asks for a second person, per kind; a school that said nothing never asks. */
function readThresholds(store: Store, schoolId: number): ApprovalThresholds {
  const value = readSetting(store, thresholdsKey, schoolId);
  return value === undefined ? never : approvalThresholds.parse(value);
}

/** Whether the school asks for a second person for this amount; what has no amount is asked as soon as a threshold is set. */
export function isAsked(store: Store, schoolId: number, kind: ApprovalKind, amountCents: number | null): boolean {
  const threshold = readThresholds(store, schoolId)[kind];
  return threshold !== null && (amountCents === null || amountCents >= threshold);
}

/** The thresholds of a school that exists. */
export function thresholdsOf(store: Store, schoolId: number): ApprovalThresholds {
  if (!schoolExists(store, schoolId)) {
    throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets veranderd.');
  }
  return readThresholds(store, schoolId);
}

export function saveThresholds(context: Context, schoolId: number, thresholds: ApprovalThresholds): ApprovalThresholds {
  return runCommand(context, () => {
    const before = thresholdsOf(context.store, schoolId);
    saveSetting(context.store, thresholdsKey, schoolId, thresholds, context.clock.now());
    return {
      result: thresholds,
      audit: {
        command: 'approvals.saveThresholds',
        schoolId,
        detail: { ...thresholds },
        changes: fieldChanges(inWords(before), inWords(thresholds)),
      },
    };
  });
}

/** As the trail tells it. */
function inWords(thresholds: ApprovalThresholds): Readonly<Record<string, string>> {
  const told = (threshold: number | null): string =>
    threshold === null ? 'nooit' : threshold === 0 ? 'altijd' : `vanaf ${formatCents(threshold)}`;
  return Object.fromEntries(Object.entries(thresholds).map(([kind, threshold]) => [kind, told(threshold)]));
}
