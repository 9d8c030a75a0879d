import { normaliseText } from '../../imports/normalise-text.ts';
import type { MovementKind } from '../statement.ts';

const costs =
  /^(?:bank|beheers?|rekening)?(?:kosten|bijdrage|vergoeding|interest(?:en)?|intrest(?:en)?|rente|frais|interets|fees|charges)\b/;
const collection = /domicili|direct debit|invordering/;
const cameBack = /onbetaald|teruggestuurd|geweigerd|terugbetaling|impaye|unpaid|refus|rembours|returned|refund/;

/**
 * What a row is: a CSV has no codes, only the bank's words for it. Costs and interest by how these words begin; a
 * collection that came back is for a person to look at, as nothing says which; the rest by its direction.
 */
export function csvKind(amountCents: number, type: string): MovementKind {
  const words = normaliseText(type);
  if (costs.test(words)) return 'cost';
  if (amountCents < 0 && collection.test(words) && cameBack.test(words)) return 'correction';
  return amountCents < 0 ? 'outgoing' : 'payment';
}
