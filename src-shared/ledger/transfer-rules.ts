import { formatCents } from '../money/cents.ts';
import type { MoneyClaim } from './money-claim.ts';
import type { Refusal } from './refusal.ts';

/**
 * The most that can be moved away from a claim, in cents, never below zero. From an invoice: the money that came in on it and
 * is still there, or what it stands below zero when that is more. From a credit or a credit note: what it holds. Source:
 * domain.md "The money model" (never more than what was booked), scenario P-6.
 */
function transferableCents(claim: MoneyClaim): number {
  const credit = Math.max(0, -claim.openCents);
  return claim.kind === 'invoice' ? Math.max(credit, claim.receivedCents) : credit;
}

/** Whether the claim may stand below zero by this: a credit of the household whose money it is. */
function holdsMoneyOf(to: MoneyClaim, from: MoneyClaim): boolean {
  return to.kind === 'credit' && to.householdId === from.householdId;
}

/**
 * Why this transfer cannot be booked, or undefined when it can: two claims of one school, never more than can be moved from
 * the first, never more than is open on the second unless it is a credit of the same household. Source: domain.md, P-6.
 */
export function refuseTransfer(from: MoneyClaim, to: MoneyClaim, amountCents: number): Refusal | undefined {
  if (from.invoiceId === to.invoiceId) {
    return {
      code: 'INVALID',
      sentence: `Het bedrag kan niet van ${from.number} naar zichzelf. Er is niets geboekt; kies een andere factuur.`,
      field: 'toInvoiceId',
    };
  }
  if (from.schoolId !== to.schoolId) {
    return {
      code: 'REFUSED',
      sentence: `${from.number} en ${to.number} zijn van verschillende scholen. Het geld van de ene school kan geen schuld bij de andere betalen. Er is niets geboekt; betaal het terug en laat het opnieuw storten.`,
      field: 'toInvoiceId',
    };
  }
  const available = transferableCents(from);
  if (amountCents > available) {
    return {
      code: 'REFUSED',
      sentence:
        available === 0
          ? `Op ${from.number} staat geen geld om over te boeken; gevraagd werd ${formatCents(amountCents)}. Er is niets geboekt.`
          : `Op ${from.number} kwam ${formatCents(available)} binnen; ${formatCents(amountCents)} is meer dan dat. Er is niets geboekt; vul hoogstens ${formatCents(available)} in.`,
      field: 'amountCents',
    };
  }
  if (!holdsMoneyOf(to, from) && amountCents > to.openCents) {
    const open = Math.max(0, to.openCents);
    return {
      code: 'REFUSED',
      sentence:
        open === 0
          ? `Op ${to.number} staat niets open; ${formatCents(amountCents)} is te veel. Er is niets geboekt; kies een factuur die nog openstaat.`
          : `Op ${to.number} staat ${formatCents(open)} open; ${formatCents(amountCents)} is meer dan dat. Er is niets geboekt; vul hoogstens ${formatCents(open)} in.`,
      field: 'amountCents',
    };
  }
  return undefined;
}
