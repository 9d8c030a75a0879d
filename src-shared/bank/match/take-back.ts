import { formatPlainDate } from '../../calendar/plain-date.ts';
import { adviceSentence, returnSentence } from '../return-reasons.ts';
import type { Confidence } from '../shapes.ts';
import type { BankMovement } from '../statement.ts';
import { accountOf, endToEndIdOf, referencesOf } from './clues.ts';
import { type Match, matchOf, nobody, type UnmarkedProposal } from './draft.ts';
import type { MatchKnowledge, MatchLine, MatchOrder, MatchReceipt } from './knowledge.ts';

/** Entries that an earlier line of the same matching already takes back, or orders that it already ends. */
export type Used = { readonly entryIds: Set<number>; readonly paymentOrderIds: Set<number> };

/**
 * A collection or payment that came back: the receipt it belongs to, found by the end-to-end identification (certain), or
 * by mandate, reference or account with exactly the amount (likely, the newest). Without a receipt it stays for a person.
 * Source: facts/bank.md 1.8, acceptance money-and-bank "unpaid direct debit".
 */
export function matchTakeBack(line: MatchLine, knowledge: MatchKnowledge, used: Used): Match | null {
  const { movement } = line;
  if (!cameBack(movement)) return null;
  const candidates = knowledge.receipts
    .filter(({ entryId, amountCents, bookingDate, blockedBy }) => {
      const fits = amountCents === -movement.amountCents && bookingDate <= movement.bookingDate;
      return fits && blockedBy === null && !used.entryIds.has(entryId);
    })
    .toSorted((a, b) =>
      a.bookingDate === b.bookingDate ? b.entryId - a.entryId : a.bookingDate < b.bookingDate ? 1 : -1,
    );
  const found = firstOf(movement, candidates);
  return found ? takeBackReceipt(line, ...found) : null;
}

/** A collection that was not paid or asked back, or a payment that was called back: money that came in goes out again. */
export function cameBack({ kind, amountCents, returned }: BankMovement): boolean {
  if (amountCents >= 0) return false;
  return kind === 'directDebitUnpaid' || kind === 'directDebitRefund' || (kind === 'returned' && returned !== null);
}

function firstOf(movement: BankMovement, receipts: readonly MatchReceipt[]): [MatchReceipt, Confidence] | null {
  const endToEndId = endToEndIdOf(movement);
  const account = accountOf(movement);
  const references = referencesOf(movement);
  const ways: readonly (readonly [(receipt: MatchReceipt) => boolean, Confidence])[] = [
    [(receipt) => endToEndId !== null && receipt.endToEndId === endToEndId, 'certain'],
    [(receipt) => receipt.structuredReference !== null && references.includes(receipt.structuredReference), 'likely'],
    [(receipt) => movement.mandateId !== null && receipt.mandateId === movement.mandateId, 'likely'],
    [(receipt) => account !== null && receipt.counterpartyAccount === account, 'likely'],
  ];
  for (const [belongs, confidence] of ways) {
    const receipt = receipts.find(belongs);
    if (receipt) return [receipt, confidence];
  }
  return null;
}

function takeBackReceipt(line: MatchLine, receipt: MatchReceipt, confidence: Confidence): Match {
  const { movement } = line;
  const numbers = receipt.invoices.map(({ number }) => number).join(', ');
  const opens =
    numbers === '' ? '' : `; ${receipt.invoices.length === 1 ? 'factuur' : 'facturen'} ${numbers} weer open`;
  const advice = adviceSentence(movement.returned?.reasonCode ?? null);
  const reason =
    `ontvangst van ${formatPlainDate(receipt.bookingDate)} kwam terug: ${cameBackBecause(movement)}${opens}` +
    (advice === '' ? '' : ` (${advice})`);
  const proposal: UnmarkedProposal = {
    ...nobody,
    confidence,
    rule: 'returnedDebit',
    reason,
    does: 'takeBack',
    householdId: receipt.householdId,
    householdName: receipt.householdName,
    allocations: [...receipt.invoices],
  };
  return matchOf(line, proposal, { schoolId: receipt.schoolId, entryId: receipt.entryId });
}

/** Dutch, why it came back; also when the bank gave no reason. */
export function cameBackBecause(movement: Pick<BankMovement, 'kind' | 'returned'>): string {
  if (movement.returned) return returnSentence(movement.returned);
  return movement.kind === 'directDebitRefund' ? 'de betaler vroeg het geld terug' : 'niet betaald';
}

/**
 * A transfer order of ours that the bank carried out (the refund is paid) or sent back (the refund is taken back). By our
 * own end-to-end identification certain, by account and amount likely.
 */
export function matchPaymentOrder(line: MatchLine, knowledge: MatchKnowledge, used: Used): Match | null {
  const { movement } = line;
  const isBack = movement.amountCents > 0;
  if (isBack ? movement.kind !== 'returned' : !['outgoing', 'directDebitRefund', 'other'].includes(movement.kind))
    return null;
  const orders = knowledge.orders.filter(
    (order) =>
      order.amountCents === Math.abs(movement.amountCents) &&
      (isBack ? order.status !== 'waiting' : order.status !== 'executed') &&
      !used.entryIds.has(order.entryId) &&
      !used.paymentOrderIds.has(order.paymentOrderId),
  );
  const endToEndId = endToEndIdOf(movement);
  const account = accountOf(movement);
  const named = orders.find((order) => endToEndId !== null && order.endToEndId === endToEndId);
  const byAccount = orders.find((order) => order.iban === account && order.status !== 'waiting');
  const order = named ?? byAccount;
  if (!order) return null;
  const confidence = named ? 'certain' : 'likely';
  return isBack ? orderCameBack(line, order, confidence) : orderCarriedOut(line, order, confidence);
}

function orderCarriedOut(line: MatchLine, order: MatchOrder, confidence: Confidence): Match {
  const reason = `onze terugbetaling aan ${order.beneficiaryName} is uitgevoerd`;
  const { householdId, householdName } = order;
  const proposal: UnmarkedProposal = {
    ...nobody,
    confidence,
    rule: 'paymentOrder',
    reason,
    does: 'setAside',
    setAsideAs: 'refundPaid',
    householdId,
    householdName,
  };
  return matchOf(line, proposal, { schoolId: order.schoolId, paymentOrderId: order.paymentOrderId });
}

function orderCameBack(line: MatchLine, order: MatchOrder, confidence: Confidence): Match {
  const reason = `onze terugbetaling aan ${order.beneficiaryName} kwam terug: ${cameBackBecause(line.movement)}; het bedrag is weer tegoed`;
  const { householdId, householdName, schoolId, entryId, paymentOrderId } = order;
  const proposal: UnmarkedProposal = {
    ...nobody,
    confidence,
    rule: 'paymentOrder',
    reason,
    does: 'takeBack',
    householdId,
    householdName,
  };
  return matchOf(line, proposal, { schoolId, entryId, paymentOrderId });
}
