import type { StageApprover } from '#shared/dunning/procedure.ts';
import type { RunPage, RunProposal, RunSchool } from '#shared/runs/contract.ts';
import type { ResultState, RunStep } from './list-address.ts';

/** The steps in their order. */
export const runSteps = ['bank', 'proposal', 'approve', 'send'] as const satisfies readonly RunStep[];

/** Nothing of the bank has to be looked at first, or somebody said why not. */
export function bankIsInOrder({ bankConcerns, bankOverride }: RunPage): boolean {
  return bankConcerns.length === 0 || bankOverride !== '';
}

/** Nobody works on the proposal any more: it waits for a second person, or is further than that. */
export function isSubmitted({ status, perSchool }: RunPage): boolean {
  return status !== 'draft' || perSchool.some(({ approval }) => approval === 'waiting');
}

/** Where somebody goes on who opens the run. */
export function firstStep(page: RunPage): RunStep {
  if (page.status !== 'draft' && page.status !== 'cancelled') return 'send';
  if (isSubmitted(page) && page.status === 'draft') return 'approve';
  return bankIsInOrder(page) ? 'proposal' : 'bank';
}

/** Of all stages in a school of this run the one who must say yes to most. */
export function approverOf(page: RunPage, { schoolId }: RunSchool): StageApprover {
  const going = page.proposals.filter((row) => row.schoolId === schoolId && !row.isDropped);
  const asked = new Set(going.map(({ approver }) => approver));
  return asked.has('coordinator') ? 'coordinator' : asked.has('director') ? 'director' : 'nobody';
}

/** What came of one payer, as the last step counts it. */
export function resultOf(row: RunProposal): ResultState {
  if (row.outcome === 'void') return 'void';
  if (row.outcome === 'raised') return 'raised';
  if (row.outcome === 'dropped' || row.isDropped) return 'dropped';
  if (row.outcome === 'open') return 'waiting';
  if (row.messageId === null) return 'tasks';
  switch (row.messageStatus) {
    case 'sent':
    case 'failed':
    case 'uncertain':
      return row.messageStatus;
    case 'cancelled':
      return 'dropped';
    case 'reserved':
    case 'sending':
    case null:
      return isLetter(row) ? 'toPrint' : 'waiting';
  }
}

export function isLetter({ effectiveChannel }: RunProposal): boolean {
  return effectiveChannel === 'letter' || effectiveChannel === 'registeredLetter';
}

/** How many messages these are: payers who owe together may get one. */
export function messagesOf(rows: readonly RunProposal[], wanted: (row: RunProposal) => boolean): number {
  return new Set(rows.filter(wanted).map(({ messageId }) => messageId)).size;
}
