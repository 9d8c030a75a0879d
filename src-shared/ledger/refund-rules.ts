import { formatCents } from '../money/cents.ts';
import { isIban } from '../bank/iban.ts';
import type { RefundRequest } from './booking-shapes.ts';
import type { MoneyClaim } from './money-claim.ts';
import type { Refusal } from './refusal.ts';

/**
 * Why this refund cannot be booked, or undefined when it can: only from a claim that stands below zero and never more than
 * that, to exactly one payer or body, by the bank only with an account number that is right. Source: domain.md, P-6.
 */
export function refuseRefund(claim: MoneyClaim, request: RefundRequest): Refusal | undefined {
  const credit = Math.max(0, -claim.openCents);
  if (request.amountCents > credit) {
    return {
      code: 'REFUSED',
      sentence:
        credit === 0
          ? `Op ${claim.number} staat niets te veel; ${formatCents(request.amountCents)} kan niet terugbetaald worden. Er is niets geboekt.`
          : `Op ${claim.number} staat ${formatCents(credit)} te veel; ${formatCents(request.amountCents)} is meer dan dat. Er is niets geboekt; vul hoogstens ${formatCents(credit)} in.`,
      field: 'amountCents',
    };
  }
  if ((request.payerId === null) === (request.thirdPartyPayerId === null)) {
    return {
      code: 'INVALID',
      sentence: 'Kies aan wie er terugbetaald wordt: één betaler of één betaler-derde. Er is niets geboekt.',
      field: 'payerId',
    };
  }
  if (request.method === 'bank' && (request.iban === null || !isIban(request.iban))) {
    return {
      code: 'INVALID',
      sentence:
        request.iban === null || request.iban === ''
          ? 'Vul het rekeningnummer in waarop er terugbetaald wordt. Er is niets geboekt.'
          : 'Dit rekeningnummer klopt niet. Er is niets geboekt; kijk het na.',
      field: 'iban',
    };
  }
  return undefined;
}
