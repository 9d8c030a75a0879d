import { referencesOf } from '#shared/bank/match/clues.ts';
import type { Match } from '#shared/bank/match/draft.ts';
import type { SetAsideAs } from '#shared/bank/shapes.ts';
import { cameBackBecause } from '#shared/bank/match/take-back.ts';
import type { Context } from '#main/api/context.ts';
import { type BookedReceipt, bookReceipt, type Receipt } from '#main/ledger/book-receipt.ts';
import { reverseEntry } from '#main/ledger/journal.ts';
import { planByReference } from '#main/plans/on-plan.ts';
import { statement } from '#main/store/statement.ts';
import { earliestValueDate } from '#main/ledger/receipt-checks.ts';
import { schoolsByAccount } from './knowledge/accounts.ts';
import { learnClearAccount } from './learn-account.ts';
import { movementOf, type TransactionRow } from './transactions.ts';

/** Does what a match says, inside the transaction of the caller. Answers what was booked, in cents. */
export function carryOut(context: Context, row: TransactionRow, match: Match): number {
  const { proposal } = match;
  if (proposal.does === 'takeBack') return takeBack(context, row, match);
  if (proposal.does === 'setAside') {
    setLineAside(context, row.transactionId, proposal.setAsideAs ?? 'other', '');
    if (match.paymentOrderId !== null) endOrder(context, row, match.paymentOrderId, 'executed');
    return 0;
  }
  const { householdId, payerId, thirdPartyPayerId, allocations } = proposal;
  if (householdId === null || match.schoolId === null) throw new Error('A receipt is of a household and a school');
  bookLine(context, row, {
    schoolId: match.schoolId,
    householdId,
    payerId,
    thirdPartyPayerId,
    paidBy: match.paidBy,
    // Money on a plan follows the plan, as it stands at this moment.
    ...(proposal.rule === 'planReference'
      ? { allocations: null, reference: planReferenceOf(context, row, householdId) }
      : { allocations: allocations.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents })) }),
  });
  if (match.learnsAccountOf !== null && isByReference(proposal.rule)) {
    learnClearAccount(context, row, match.learnsAccountOf);
  }
  return row.amountCents;
}

/** The reference of the plan that the line names, also when it stands in the free text. */
function planReferenceOf({ store }: Context, row: TransactionRow, householdId: number): string | null {
  const named = referencesOf(movementOf(row));
  return named.find((reference) => planByReference(store, householdId, reference) !== null) ?? null;
}

type Chosen = Pick<Receipt, 'schoolId' | 'householdId' | 'payerId' | 'thirdPartyPayerId' | 'paidBy' | 'allocations'> &
  Partial<Pick<Receipt, 'reference'>>;

/** Books a line as a receipt and marks it; what is left becomes credit. */
export function bookLine(context: Context, row: TransactionRow, chosen: Chosen): BookedReceipt {
  const today = context.clock.today();
  const isCredit = chosen.allocations?.length === 0;
  const booked = bookReceipt(context, {
    reference: row.structuredReference ?? row.creditorReference,
    ...chosen,
    schoolId: isCredit ? creditSchool(context, row, chosen) : chosen.schoolId,
    method: 'bank',
    amountCents: row.amountCents,
    valueDate: valueDateOf(row, today),
    description: describe(row),
    bankTransactionId: row.transactionId,
    receiptBatchId: null,
  });
  mark(context, row.transactionId, 'booked');
  return booked;
}

/** A bank may value tomorrow what it books today; in our books money is never of the future. Nor of long before it was booked. */
function valueDateOf({ valueDate, bookingDate }: TransactionRow, today: string): string {
  const likely = valueDate < earliestValueDate ? bookingDate : valueDate;
  return likely > today ? today : likely;
}

/** Schools may share an account: a credit stands at one where the household has a pupil, rather at the one that is meant. */
function creditSchool({ store }: Context, row: TransactionRow, { schoolId, householdId }: Chosen): number {
  const shared = schoolsByAccount(store).get(row.bankAccountId) ?? [];
  const own = statement(store, 'SELECT DISTINCT school_id FROM pupils WHERE household_id = ?')
    .pluck()
    .all(householdId) as number[];
  return [schoolId, ...shared].find((id) => own.includes(id)) ?? schoolId;
}

export function setLineAside(context: Context, transactionId: number, as: SetAsideAs, note: string): void {
  statement(
    context.store,
    `UPDATE bank_transactions SET status = 'setAside', set_aside_as = @as, set_aside_note = @note WHERE id = @transactionId`,
  ).run({ transactionId, as, note });
}

function takeBack(context: Context, row: TransactionRow, { entryId, paymentOrderId }: Match): number {
  if (entryId === null) throw new Error('Nothing to take back');
  reverseEntry(context, entryId, `Teruggekomen: ${cameBackBecause(movementOf(row))}`);
  statement(context.store, `UPDATE bank_transactions SET status = 'booked', takes_back_entry_id = ? WHERE id = ?`).run(
    entryId,
    row.transactionId,
  );
  if (paymentOrderId !== null) endOrder(context, row, paymentOrderId, 'returned');
  return row.amountCents;
}

function endOrder(
  { store }: Context,
  row: TransactionRow,
  paymentOrderId: number,
  status: 'executed' | 'returned',
): void {
  statement(store, 'UPDATE payment_orders SET status = ? WHERE id = ?').run(status, paymentOrderId);
  statement(store, 'UPDATE bank_transactions SET payment_order_id = ? WHERE id = ?').run(
    paymentOrderId,
    row.transactionId,
  );
}

function mark({ store }: Context, transactionId: number, status: 'booked'): void {
  statement(store, 'UPDATE bank_transactions SET status = ? WHERE id = ?').run(status, transactionId);
}

/** Only what names the invoice tells for sure whose money it is. */
function isByReference(rule: Match['proposal']['rule']): boolean {
  return (
    rule === 'reference' || rule === 'payerReference' || rule === 'planReference' || rule === 'referenceOtherAmount'
  );
}

const longestDescription = 200;

/** How the posting is called in the ledger: the communication as the payer wrote it, else who paid. */
function describe({ communication, counterpartyName }: TransactionRow): string {
  const text = communication.trim() === '' ? (counterpartyName ?? '') : communication.trim();
  return text.slice(0, longestDescription);
}
