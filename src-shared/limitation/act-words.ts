import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { LimitationAct } from '../law/contract.ts';

/** How an act is called in Dutch. */
export const actKindLabels: Readonly<Record<LimitationAct['kind'], string>> = {
  acknowledgement: 'Schulderkenning',
  signedPlan: 'Getekend afbetalingsplan',
  partPayment: 'Deelbetaling',
  lawyerLetter: 'Aangetekende brief van een advocaat',
  bailiffLetter: 'Aangetekende brief van een gerechtsdeurwaarder',
  summons: 'Dagvaarding',
  orderToPay: 'Bevel tot betaling',
  attachment: 'Beslag',
  schoolLetter: 'Brief van de school',
  schoolRegisteredLetter: 'Aangetekende brief van de school',
  reminder: 'Herinnering',
};

/** An act with its date, in one line: `Deelbetaling op 10/03/2025`. */
export function actWords({ kind, date }: { readonly kind: LimitationAct['kind']; readonly date: PlainDate }): string {
  return `${actKindLabels[kind]} op ${formatPlainDate(date)}`;
}
