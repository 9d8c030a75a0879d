import { cleanText } from './clean-text.ts';
import type { LetterModel } from './letter-model.ts';
import type { MessageFacts, PayerFacts, PostalAddress } from './message-facts.ts';
import { joinWords, type Phrases } from './phrases.ts';

/** First and last name of one payer. */
export function payerName(payer: PayerFacts): string {
  return cleanText(`${payer.firstName} ${payer.lastName}`.trim());
}

/** The names of everyone this message speaks to: `Sofie Abeel en Jan Peeters`. */
export function payerNames(facts: MessageFacts, phrases: Phrases): string {
  return joinWords(facts.payers.map(payerName), phrases.and);
}

/** Street, town, and the country when it is not Belgium, as they stand in the window. */
export function addressLines(address: PostalAddress, phrases: Phrases): string[] {
  const country = address.country.trim().toUpperCase();
  return [
    address.street,
    `${address.postalCode} ${address.city}`,
    country === '' || country === 'BE' ? '' : (phrases.countries[country] ?? country),
  ]
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '');
}

/** Who stands in the window: the body that receives it in the payer's place, else the payers. */
export function recipientOf(facts: MessageFacts, phrases: Phrases): LetterModel['recipient'] {
  const { thirdParty } = facts;
  if (!thirdParty) {
    return { name: payerNames(facts, phrases), addressLines: addressLines(facts.payers[0], phrases) };
  }
  const attention = thirdParty.contactName ? [phrases.attention(cleanText(thirdParty.contactName))] : [];
  return { name: cleanText(thirdParty.name), addressLines: [...attention, ...addressLines(thirdParty, phrases)] };
}

/** How the message opens, without a comma. */
export function greetingOf(facts: MessageFacts, phrases: Phrases): string {
  const known = facts.payers.every((payer) => payer.lastName.trim() !== '');
  if (facts.thirdParty || !known) return phrases.greetingUnknown;
  return cleanText(phrases.greeting(facts.payers));
}
