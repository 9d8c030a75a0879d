import { afterParts, type Claim, leavingCreditParts, owedBy, paidParts } from './claim.ts';
import type { NamedPart } from './named-parts.ts';
import type { Refusal } from './refusal.ts';
import { formatCents, sumCents } from '../money/cents.ts';

/** Money from a claim that stands below zero to one that is open. */
export type Move = { readonly fromInvoiceId: number; readonly toInvoiceId: number; readonly amountCents: number };

/**
 * What of a household can be settled by itself: credits, credit notes and overpaid invoices, the oldest due date first,
 * against what is open at the same school, the oldest due date first, whichever child it is for. The money of one payer
 * goes to what that payer owes, never to more than the own share. Amounts in cents; nothing to settle: no moves. The order
 * of the claims does not matter. Source: domain.md "Credits", issue "compensation between children of one household".
 */
export function proposeMoves(claims: readonly Claim[]): Move[] {
  const byTurn = claims.toSorted(byDueDate);
  const standing = new Map(byTurn.map((claim) => [claim.invoiceId, claim]));
  const moves: Move[] = [];
  for (const { invoiceId: fromInvoiceId } of byTurn.filter(({ openCents }) => openCents < 0)) {
    for (const { invoiceId: toInvoiceId } of byTurn) {
      const from = standing.get(fromInvoiceId);
      const to = standing.get(toInvoiceId);
      if (!from || !to || from.openCents >= 0 || to.openCents <= 0 || to.schoolId !== from.schoolId) continue;
      const { leaving, arriving } = ownParts(from, to, Math.min(-from.openCents, to.openCents));
      const amountCents = sumCents(leaving.map((part) => part.amountCents));
      if (amountCents <= 0) continue;
      moves.push({ fromInvoiceId, toInvoiceId, amountCents });
      standing.set(fromInvoiceId, afterParts(from, leaving, 'raises'));
      standing.set(toInvoiceId, afterParts(to, arriving, 'lowers'));
    }
  }
  return moves;
}

type MovedParts = { readonly leaving: readonly NamedPart[]; readonly arriving: readonly NamedPart[] };

/** Of an amount, what goes to debts of whoever's money it is: of one payer to the own share, of nobody in particular to all. */
function ownParts(from: Claim, to: Claim, amountCents: number): MovedParts {
  return partsOf(from, to, amountCents, (claim, owner) =>
    owner === null ? claim.openCents : Math.min(claim.openCents, owedBy(claim, owner)),
  );
}

/** The same, and then, because a person chose so, what is left of it to debts of others. */
function chosenParts(from: Claim, to: Claim, amountCents: number): MovedParts {
  const own = ownParts(from, to, amountCents);
  const left = amountCents - sumCents(own.leaving.map((part) => part.amountCents));
  const others = partsOf(
    afterParts(from, own.leaving, 'raises'),
    afterParts(to, own.arriving, 'lowers'),
    left,
    (claim) => claim.openCents,
  );
  return { leaving: [...own.leaving, ...others.leaving], arriving: [...own.arriving, ...others.arriving] };
}

function partsOf(
  from: Claim,
  to: Claim,
  amountCents: number,
  mostOf: (claim: Claim, owner: number | null) => number,
): MovedParts {
  const leaving: NamedPart[] = [];
  const arriving: NamedPart[] = [];
  let left = amountCents;
  for (const part of from.openCents < 0 ? leavingCreditParts(from, -from.openCents) : []) {
    const owner = from.payerId ?? part.payerId;
    const standing = afterParts(to, arriving, 'lowers');
    const cents = Math.min(left, part.amountCents, mostOf(standing, owner));
    if (cents <= 0) continue;
    left -= cents;
    leaving.push({ ...part, amountCents: cents });
    arriving.push(...paidParts(standing, cents, owner));
  }
  return { leaving, arriving };
}

/** One move as it is booked: on whose names it leaves a claim, and arrives on another. */
export type BookedMove = {
  readonly from: Claim;
  readonly to: Claim;
  readonly amountCents: number;
  readonly leaving: readonly NamedPart[];
  readonly arriving: readonly NamedPart[];
};

/**
 * The moves as they are booked one after another, or why they cannot be: claims of this household, both of one school,
 * never more than the first has to its credit nor than is open on the second.
 */
export function planMoves(
  householdId: number,
  claims: ReadonlyMap<number, Claim>,
  moves: readonly Move[],
): { readonly booked: readonly BookedMove[] } | { readonly refusal: Refusal } {
  const standing = new Map(claims);
  const booked: BookedMove[] = [];
  for (const [index, { fromInvoiceId, toInvoiceId, amountCents }] of moves.entries()) {
    const from = standing.get(fromInvoiceId);
    const to = standing.get(toInvoiceId);
    const refusal = refuseMove(householdId, from, to, amountCents, `moves.${index}`);
    if (refusal) return { refusal };
    if (!from || !to) continue;
    const { leaving, arriving } = chosenParts(from, to, amountCents);
    booked.push({ from, to, amountCents, leaving, arriving });
    standing.set(toInvoiceId, afterParts(to, arriving, 'lowers'));
    standing.set(fromInvoiceId, afterParts(from, leaving, 'raises'));
  }
  return { booked };
}

function refuseMove(
  householdId: number,
  from: Claim | undefined,
  to: Claim | undefined,
  amountCents: number,
  field: string,
): Refusal | undefined {
  if (!from || !to || from.householdId !== householdId || to.householdId !== householdId) {
    return {
      code: 'INVALID',
      sentence: 'Een van deze bedragen hoort niet bij dit gezin. Er is niets geboekt; vraag het voorstel opnieuw.',
      field,
    };
  }
  if (from.schoolId !== to.schoolId) {
    return {
      code: 'REFUSED',
      sentence: `${from.number} en ${to.number} zijn van verschillende scholen en worden niet onderling verrekend. Er is niets geboekt.`,
      field,
    };
  }
  if (amountCents > -from.openCents || amountCents > to.openCents) {
    const least = Math.max(0, Math.min(-from.openCents, to.openCents));
    return {
      code: 'CONFLICT',
      sentence: `Van ${from.number} naar ${to.number} kan hoogstens ${formatCents(least)} verrekend worden, geen ${formatCents(amountCents)}. Er is niets geboekt; vraag het voorstel opnieuw.`,
      field: `${field}.amountCents`,
    };
  }
  return undefined;
}

function byDueDate(a: Claim, b: Claim): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  if (a.issueDate !== b.issueDate) return a.issueDate < b.issueDate ? -1 : 1;
  return a.invoiceId - b.invoiceId;
}
