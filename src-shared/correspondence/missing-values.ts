import type { TextProblem } from './contract.ts';
import { contactOf } from './inline-values.ts';
import type { MessageFacts, SenderFacts } from './message-facts.ts';
import { usedVariables } from './problems.ts';
import type { RichText } from './rich-text.ts';

/**
 * Variables of this text for which the school filled nothing in: a letter with a hole in it does not leave. Only what
 * the school itself can fill in; a payer without a street is an exception of that one message.
 */
export function missingValues(
  text: { readonly subject: string; readonly body: RichText },
  sender: SenderFacts,
): TextProblem[] {
  const contact = contactOf(sender);
  const missing: Record<string, string> = {};
  if (!sender.iban) {
    for (const name of ['IBAN', 'BETAALBLOK', 'QR', 'AFBETAALPLAN']) missing[name] = 'rekeningnummer';
  }
  if (!sender.enterpriseNumber) missing['ONDERNEMINGSNUMMER'] = 'ondernemingsnummer';
  if (!contact.phone) missing['TELEFOON_CONTACT'] = 'telefoonnummer';
  if (!contact.email) missing['EMAIL_CONTACT'] = 'e-mailadres';
  if (sender.street.trim() === '' && sender.city.trim() === '') missing['ADRES_SCHOOL'] = 'adres';
  return usedVariables(text.subject, text.body).flatMap(({ name, where }) => {
    const what = missing[name];
    if (what === undefined) return [];
    const sentence = `$$${name}$$ blijft leeg: bij ${sender.name} is nog geen ${what} ingevuld (Instellingen, School).`;
    return [{ found: `$$${name}$$`, nearest: null, where, sentence }];
  });
}

/** Variables of a plan in a message that is not about one: it is sent from the plan itself. */
export function missingPlan(
  text: { readonly subject: string; readonly body: RichText },
  { plan = null, instalment = null }: MessageFacts,
): TextProblem[] {
  const isMissing = (name: string): boolean =>
    name === 'AFBETAALPLAN' ? plan === null : name.startsWith('SCHIJF_') && instalment === null;
  return usedVariables(text.subject, text.body).flatMap(({ name, where }) => {
    if (!isMissing(name)) return [];
    const sentence = `$$${name}$$ krijgt zijn inhoud van een afbetaalplan: verstuur deze tekst vanuit Afbetaalplannen.`;
    return [{ found: `$$${name}$$`, nearest: null, where, sentence }];
  });
}
