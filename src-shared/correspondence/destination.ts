import type { Channel } from '../api/schemas.ts';
import type { MessageException } from './contract.ts';
import type { PostalAddress, ThirdPartyFacts } from './message-facts.ts';
import type { PlanPayer } from './plan-input.ts';

export type ExceptionNote = { readonly code: MessageException; readonly sentence: string };

/** Where a message goes: the payer's own address, or that of the third party in the payer's place. Never another one. */
export type Destination = {
  readonly channel: Channel;
  /** E-mail address, or postal address with line breaks. */
  readonly address: string;
  readonly notes: readonly ExceptionNote[];
};

/**
 * One e-mail address and nothing else: a cell with two addresses, a name or a line break is not an address, because a
 * message has exactly one recipient.
 */
function isOneEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]{2,}$/.test(text);
}

/** Postal address with line breaks, or null when street, postal code or city is missing. */
function postalLines(address: PostalAddress): string | null {
  const [street, postalCode, city] = [address.street.trim(), address.postalCode.trim(), address.city.trim()];
  if (street === '' || postalCode === '' || city === '') return null;
  const country = address.country.trim().toUpperCase();
  return [street, `${postalCode} ${city}`, ...(country === '' || country === 'BE' ? [] : [country])].join('\n');
}

/**
 * The channel and address of a payer: the own preference; a letter when there is no e-mail address or it bounced; an
 * e-mail when there is no postal address. `forced` is what the user chose; it is followed when there is such an address,
 * also a bounced one. Null: unreachable. Source: brief of sending, "the payer's preference".
 */
export function destinationOf(
  payer: PlanPayer,
  thirdParty: ThirdPartyFacts | null,
  forced: Channel | undefined,
): Destination | null {
  const receiver = thirdParty ?? payer;
  const rawEmail = (receiver.email ?? '').trim();
  const email = isOneEmailAddress(rawEmail) ? rawEmail : null;
  const bounced = thirdParty === null && payer.emailBounced;
  const postal = postalLines(receiver);
  const notes: ExceptionNote[] = [];
  const emailPossible = email !== null && (!bounced || forced === 'email');
  const wanted = forced ?? receiver.channel;
  if (wanted === 'email') {
    if (email === null) {
      const what = rawEmail === '' ? 'Geen e-mailadres' : 'Geen geldig e-mailadres';
      notes.push({ code: 'noEmail', sentence: `${what}; het wordt een brief.` });
    } else if (bounced) {
      const consequence = forced === 'email' ? 'u koos toch voor e-mail' : 'het wordt een brief';
      notes.push({ code: 'emailBounced', sentence: `Vorige e-mail kwam terug; ${consequence}.` });
    }
    if (emailPossible) return { channel: 'email', address: email, notes };
    return postal === null ? null : { channel: 'letter', address: postal, notes };
  }
  if (postal !== null) return { channel: 'letter', address: postal, notes };
  notes.push({ code: 'noAddress', sentence: 'Geen volledig postadres; het gaat per e-mail.' });
  return emailPossible ? { channel: 'email', address: email, notes } : null;
}

/** The same destination, however it was typed. */
export function destinationKey(destination: Destination, thirdParty: ThirdPartyFacts | null): string {
  const address = destination.address.toLowerCase().replace(/\s+/g, ' ').trim();
  return `${thirdParty?.thirdPartyPayerId ?? ''}|${destination.channel}|${address}`;
}
