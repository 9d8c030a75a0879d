import { Problem } from '#shared/api/problem.ts';
import type { Match } from '#shared/bank/match/draft.ts';
import type { SetAsideAs } from '#shared/bank/shapes.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { bookLine, carryOut, setLineAside } from './carry-out.ts';
import { accountToLearn, learnAccount, unlearnAccounts } from './learn-account.ts';
import { proposeOpenLines } from './propose-lines.ts';
import { ownTransactions } from './scope.ts';
import { takeLinesBack } from './take-line-back.ts';
import type { TransactionRow } from './transactions.ts';

type Accepted = { readonly done: number; readonly changedTransactionIds: number[] };

/**
 * Accepts proposals as they were shown: they are worked out again, and what differs is left and named. What cannot be booked
 * after all (Problem) is left as well, unless it is the only one. SECURITY: so is what would be booked at a school that is
 * not the caller's.
 */
export function acceptProposals(
  context: Context,
  lines: readonly { readonly transactionId: number; readonly fingerprint: string }[],
): Accepted {
  return runCommand(context, () => {
    const rows = ownTransactions(
      context,
      lines.map(({ transactionId }) => transactionId),
    );
    const shown = new Map(lines.map(({ transactionId, fingerprint }) => [transactionId, fingerprint]));
    const matches = proposeOpenLines(context.store);
    const done: number[] = [];
    const changed: number[] = [];
    let amountCents = 0;
    for (const row of rows) {
      const match = matches.get(row.transactionId);
      if (!match || !isOwn(context, match) || match.proposal.fingerprint !== shown.get(row.transactionId)) {
        changed.push(row.transactionId);
        continue;
      }
      try {
        amountCents += carryOut(context, row, match);
        done.push(row.transactionId);
      } catch (error) {
        if (!(error instanceof Problem) || rows.length === 1) throw error;
        changed.push(row.transactionId);
      }
    }
    const result = { done: done.length, changedTransactionIds: changed };
    const detail = { transactionIds: done, changedTransactionIds: changed, amountCents };
    return { result, audit: { command: 'bank.accept', detail, schoolId: oneSchool(rows) } };
  });
}

function isOwn(context: Context, { schoolId }: Match): boolean {
  return schoolId === null || includesSchool(schoolsOf(context), schoolId);
}

type BookInput = {
  readonly transactionId: number;
  readonly householdId: number;
  readonly payerId: number | null;
  readonly thirdPartyPayerId: number | null;
  readonly allocations: readonly { readonly invoiceId: number; readonly amountCents: number }[];
  readonly learnAccount: boolean;
};

/** Books a line by hand, divided over claims of one household; what is left becomes credit. */
export function bookByHand(context: Context, input: BookInput): { entryId: number } {
  return runCommand(context, () => {
    const row = openLine(context, input.transactionId);
    if (row.amountCents <= 0) {
      throw new Problem(
        'REFUSED',
        'Dit is geld dat van de rekening ging; het kan niet als ontvangst geboekt worden. Er is niets geboekt; zet de verrichting opzij.',
      );
    }
    const { householdId, payerId, thirdPartyPayerId, allocations } = input;
    const [first] = claimsById(
      context.store,
      allocations.map(({ invoiceId }) => invoiceId),
    ).values();
    const schoolId = first?.schoolId ?? row.schoolId;
    const booked = bookLine(context, row, {
      schoolId,
      householdId,
      payerId,
      thirdPartyPayerId,
      paidBy: thirdPartyPayerId === null ? paidByOf(row) : '',
      allocations,
    });
    if (input.learnAccount) learnChosen(context, row, payerId, thirdPartyPayerId);
    const { entryId, creditCents } = booked;
    const detail = {
      transactionId: row.transactionId,
      entryId,
      amountCents: row.amountCents,
      allocations: booked.allocations,
      creditCents,
      learned: input.learnAccount,
    };
    return { result: { entryId }, audit: { command: 'bank.book', detail, schoolId, householdId } };
  });
}

/** On whose behalf the bank says it was paid. */
function paidByOf({ ultimateName, counterpartyName }: TransactionRow): string {
  return ultimateName === null || ultimateName === counterpartyName ? '' : ultimateName;
}

function learnChosen(
  context: Context,
  row: TransactionRow,
  payerId: number | null,
  thirdPartyPayerId: number | null,
): void {
  if (accountToLearn(row) === null) {
    throw new Problem(
      'INVALID',
      'Bij deze verrichting staat geen rekeningnummer om te onthouden. Er is niets geboekt; boek zonder te onthouden.',
      'learnAccount',
    );
  }
  if (payerId === null && thirdPartyPayerId === null) {
    throw new Problem(
      'INVALID',
      'Kies eerst van wie deze rekening is. Er is niets geboekt; kies de betaler, of boek zonder te onthouden.',
      'payerId',
    );
  }
  learnAccount(
    context,
    row,
    thirdPartyPayerId === null ? { payerId, thirdPartyPayerId } : { payerId: null, thirdPartyPayerId },
  );
}

/** Nothing for the ledger. */
export function setAsideByHand(
  context: Context,
  input: { readonly transactionIds: readonly number[]; readonly as: SetAsideAs; readonly note: string },
): { transactionIds: number[] } {
  return runCommand(context, () => {
    const rows = ownTransactions(context, input.transactionIds);
    for (const row of rows) refuseWorked(row);
    for (const { transactionId } of rows) setLineAside(context, transactionId, input.as, input.note);
    const transactionIds = rows.map(({ transactionId }) => transactionId);
    const detail = { transactionIds, as: input.as };
    return { result: { transactionIds }, audit: { command: 'bank.setAside', detail, schoolId: oneSchool(rows) } };
  });
}

/** Back to open: what was booked is taken back, an account that was learned by it is forgotten. */
export function reopenLines(context: Context, transactionIds: readonly number[]): { transactionIds: number[] } {
  return runCommand(context, () => {
    const rows = ownTransactions(context, transactionIds).filter(({ status }) => status !== 'open');
    if (rows.some(({ status }) => status === 'undone')) {
      throw new Problem(
        'CONFLICT',
        'Het uittreksel van deze verrichting is ongedaan gemaakt. Er is niets veranderd; lees het bestand opnieuw in.',
      );
    }
    takeLinesBack(context, rows, 'open', 'verrichting opnieuw geopend');
    const ids = rows.map(({ transactionId }) => transactionId);
    unlearnAccounts(context, ids);
    const detail = { transactionIds: ids };
    return {
      result: { transactionIds: ids },
      audit: { command: 'bank.reopen', detail, schoolId: oneSchool(rows) },
    };
  });
}

function openLine(context: Context, transactionId: number): TransactionRow {
  const [row] = ownTransactions(context, [transactionId]);
  if (!row) throw new Problem('NOT_FOUND', 'Deze verrichting bestaat niet. Er is niets veranderd.');
  refuseWorked(row);
  return row;
}

function refuseWorked({ status }: TransactionRow): void {
  if (status === 'open') return;
  const state = { booked: 'al geboekt', setAside: 'al opzijgezet', undone: 'ongedaan gemaakt' }[status];
  throw new Problem('CONFLICT', `Deze verrichting is ${state}. Er is niets veranderd; ververs de lijst.`);
}

function oneSchool(rows: readonly TransactionRow[]): number | null {
  const schools = new Set(rows.map(({ schoolId }) => schoolId));
  return schools.size === 1 ? ([...schools][0] ?? null) : null;
}
