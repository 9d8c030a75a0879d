import type { Language } from '../api/schemas.ts';
import { formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import type { MessageEdit } from './contract.ts';
import type { Destination, ExceptionNote } from './destination.ts';
import type { MessageFacts } from './message-facts.ts';
import type { RecentContact } from './plan-input.ts';
import { messageTotals } from './totals.ts';

type Noted = {
  readonly facts: MessageFacts;
  readonly destination: Destination;
  readonly language: Language;
  readonly hasSplitShare: boolean;
  /** What the payer still has to pay, when the message itself asks for nothing. */
  readonly stillDueCents: number;
  readonly recent: readonly RecentContact[];
  readonly edit: MessageEdit | null;
};

const languageNames: Readonly<Record<Language, string>> = { nl: 'Nederlands', fr: 'Frans', en: 'Engels' };

/** What deserves a look before a message goes. Empty: an ordinary message. */
export function planNotes(noted: Noted): ExceptionNote[] {
  const { facts, destination, language, edit } = noted;
  const notes: ExceptionNote[] = [...destination.notes];
  const wanted = (facts.thirdParty ?? facts.payers[0]).language;
  if (facts.thirdParty) {
    notes.push({
      code: 'thirdPartyPayer',
      sentence: `Gaat naar ${facts.thirdParty.name}, in de plaats van de betaler.`,
    });
  }
  if (facts.payers.length > 1) {
    notes.push({ code: 'sharedAddress', sentence: 'Eén bericht voor beide betalers: ze delen het adres.' });
  }
  if (noted.hasSplitShare) notes.push({ code: 'splitShare', sentence: 'Alleen het eigen aandeel van deze betaler.' });
  if (language !== wanted) {
    notes.push({
      code: 'textInOtherLanguage',
      sentence: `De tekst bestaat niet in het ${languageNames[wanted]}; het bericht is in het ${languageNames[language]}.`,
    });
  }
  const { creditCents } = messageTotals(facts.items);
  if (creditCents > 0) {
    notes.push({ code: 'creditInHousehold', sentence: `Een tegoed van ${formatCents(creditCents)} is afgetrokken.` });
  }
  if (noted.stillDueCents > 0) {
    const sentence = `Er staat nog ${formatCents(noted.stillDueCents)} open. Klopt deze tekst dan wel?`;
    notes.push({ code: 'stillOpen', sentence });
  }
  notes.push(...recentNotes(noted.recent));
  if (!facts.sender.iban) {
    notes.push({ code: 'noIban', sentence: `Bij ${facts.sender.name} is geen rekeningnummer ingevuld.` });
  }
  if (edit && (edit.channel !== undefined || edit.subject !== undefined || edit.body !== undefined)) {
    notes.push({ code: 'edited', sentence: 'U hebt dit bericht aangepast.' });
  }
  return notes;
}

function recentNotes(recent: readonly RecentContact[]): ExceptionNote[] {
  const notes: ExceptionNote[] = [];
  if (recent.some((contact) => contact.status === 'waiting')) {
    notes.push({ code: 'recentlyContacted', sentence: 'Er staat nog een bericht klaar in Postvak uit.' });
  }
  const last = recent
    .filter((contact) => contact.status === 'sent')
    .map((contact) => contact.date)
    .sort()
    .at(-1);
  if (last) notes.push({ code: 'recentlyContacted', sentence: `Kreeg op ${formatPlainDate(last)} al een bericht.` });
  return notes;
}
