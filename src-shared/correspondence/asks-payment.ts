import type { RichText } from './rich-text.ts';
import { usedVariables } from './problems.ts';
import { variableCatalogue } from './variables.ts';

const aboutMoney: ReadonlySet<string> = new Set(
  variableCatalogue.filter(({ group }) => group === 'amounts' || group === 'payment').map(({ name }) => name),
);

/**
 * Whether a text asks for money: one of its versions names an amount, an invoice or how to pay. A text that does not (a
 * word of thanks) can also go to who has nothing left to pay.
 */
export function asksPayment(versions: readonly { readonly subject: string; readonly body: RichText }[]): boolean {
  return versions.some(({ subject, body }) => usedVariables(subject, body).some(({ name }) => aboutMoney.has(name)));
}
