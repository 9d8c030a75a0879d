import { formatCents } from '../money/cents.ts';
import type { Allocation, WriteOffRequest } from './booking-shapes.ts';
import type { MoneyClaim } from './money-claim.ts';
import type { Refusal } from './refusal.ts';

/** Dutch, as it stands in the history of a claim. */
export const writeOffGroundLabels: Readonly<Record<WriteOffRequest['ground'], string>> = {
  uncollectable: 'oninbaar',
  limited: 'verjaard',
  deceased: 'overleden',
  insolvency: 'collectieve schuldenregeling of faillissement',
  tooSmall: 'te klein om te vorderen',
  other: 'andere grond',
};

/**
 * Why these amounts cannot be given up (written off or remitted), or undefined when they can: claims of one school, each
 * named once, and never more than is open on each. Source: domain.md "The money model", scenario P-6.
 */
export function refuseGivingUp(
  claims: ReadonlyMap<number, MoneyClaim>,
  items: readonly Allocation[],
): Refusal | undefined {
  const seen = new Set<number>();
  for (const [index, { invoiceId, amountCents }] of items.entries()) {
    const claim = claims.get(invoiceId);
    if (!claim) {
      return {
        code: 'NOT_FOUND',
        sentence: 'Een van deze facturen bestaat niet meer. Er is niets geboekt; vernieuw de lijst.',
        field: `items.${index}.invoiceId`,
      };
    }
    if (seen.has(invoiceId)) {
      return {
        code: 'INVALID',
        sentence: `${claim.number} staat er twee keer in. Er is niets geboekt; laat ze één keer staan.`,
        field: `items.${index}.invoiceId`,
      };
    }
    seen.add(invoiceId);
    const open = Math.max(0, claim.openCents);
    if (amountCents > open) {
      return {
        code: 'REFUSED',
        sentence:
          open === 0
            ? `Op ${claim.number} staat niets open. Er is niets geboekt; haal ze uit de lijst.`
            : `Op ${claim.number} staat ${formatCents(open)} open; ${formatCents(amountCents)} is meer dan dat. Er is niets geboekt; vul hoogstens ${formatCents(open)} in.`,
        field: `items.${index}.amountCents`,
      };
    }
  }
  const schools = new Set([...claims.values()].map(({ schoolId }) => schoolId));
  if (schools.size > 1) {
    return {
      code: 'REFUSED',
      sentence: 'Deze facturen zijn van verschillende scholen. Er is niets geboekt; doe het school per school.',
      field: 'items',
    };
  }
  return undefined;
}
