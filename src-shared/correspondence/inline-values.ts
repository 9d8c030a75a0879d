import { formatIban } from '../bank/iban.ts';
import { daysBetween, formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import { cleanText } from './clean-text.ts';
import type { MessageFacts, PupilFacts, SenderFacts } from './message-facts.ts';
import { beneficiaryOf, communicationOf } from './payment-box.ts';
import { type ContactPhraseParts, joinWords, type Phrases, writtenDate } from './phrases.ts';
import { addressLines, greetingOf, payerNames } from './recipient.ts';
import { isDue, messageTotals } from './totals.ts';
import type { InlineVariable } from './variables.ts';

export type InlineValues = Readonly<Record<InlineVariable, string>>;

/** The contact person of a school, falling back to the school's own phone and e-mail. */
export function contactOf(sender: SenderFacts): ContactPhraseParts {
  const filled = (...candidates: (string | null)[]): string | null =>
    candidates.map((candidate) => cleanText(candidate ?? '').trim()).find((candidate) => candidate !== '') ?? null;
  return {
    name: filled(sender.contactName),
    phone: filled(sender.contactPhone, sender.phone),
    email: filled(sender.contactEmail, sender.email),
  };
}

/** `0123.456.749`, as it stands on official papers. */
export function formatEnterpriseNumber(enterpriseNumber: string): string {
  const digits = enterpriseNumber.replace(/\D/g, '');
  return digits.length === 10 ? `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}` : enterpriseNumber;
}

/** First and last name of a pupil. */
export function pupilName(pupil: PupilFacts): string {
  return cleanText(`${pupil.firstName} ${pupil.lastName}`.trim());
}

/** The exact lump sum that may follow, written; null: none does. */
function lumpSumToCome({ lumpSumCents = null }: MessageFacts): string | null {
  return lumpSumCents !== null && lumpSumCents > 0 ? formatCents(lumpSumCents) : null;
}

/** What every inline variable says in this message; plain text, empty only when the school did not fill it in. */
export function inlineValues(facts: MessageFacts, phrases: Phrases): InlineValues {
  const { sender, pupils } = facts;
  const contact = contactOf(sender);
  const totals = messageTotals(facts.items);
  const due = facts.items.filter(isDue);
  const oldest = due.map((item) => item.dueDate).sort()[0];
  const names = joinWords(pupils.map(pupilName), phrases.and);
  const unique = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word !== ''))];
  const schoolName = cleanText(sender.name);
  return {
    LEERLING: names,
    LEERLINGEN: names,
    VOORNAAM_LEERLING: joinWords(
      pupils.map((pupil) => cleanText(pupil.firstName)),
      phrases.and,
    ),
    KLAS: joinWords(unique(pupils.map((pupil) => cleanText(pupil.className))), phrases.and),
    SCHOOL: schoolName,
    SCHOOLBESTUUR: cleanText(sender.boardName) || schoolName,
    ADRES_SCHOOL: addressLines(sender, phrases).join(', '),
    ONDERNEMINGSNUMMER: sender.enterpriseNumber ? formatEnterpriseNumber(sender.enterpriseNumber) : '',
    CONTACTPERSOON: contact.name ?? phrases.office,
    TELEFOON_CONTACT: contact.phone ?? '',
    EMAIL_CONTACT: contact.email ?? '',
    ZIN_CONTACT: phrases.contact(contact),
    ZIN_GESPREID_BETALEN: phrases.spreadPayment,
    DATUM: writtenDate(facts.asOf, phrases),
    AANSPREKING: greetingOf(facts, phrases),
    BETALER: payerNames(facts, phrases),
    TOTAAL: formatCents(totals.totalCents),
    VERVALLEN_BEDRAG: formatCents(totals.dueCents),
    AANTAL_FACTUREN: String(due.length),
    OUDSTE_VERVALDATUM: oldest ? formatPlainDate(oldest) : '–',
    BETAAL_VOOR: writtenDate(facts.payBefore, phrases),
    TERMIJN_DAGEN: String(daysBetween(facts.asOf, facts.payBefore)),
    ZIN_KOSTEN: phrases.costs(lumpSumToCome(facts), writtenDate(facts.payBefore, phrases)),
    IBAN: sender.iban ? formatIban(sender.iban) : '',
    BEGUNSTIGDE: beneficiaryOf(sender),
    OGM: communicationOf(facts, phrases).printed,
    ...instalmentValues(facts, phrases),
  };
}

/** Empty in a message that is not about an instalment; such a message does not leave. */
function instalmentValues(
  { instalment = null }: MessageFacts,
  phrases: Phrases,
): Pick<InlineValues, 'SCHIJF_BEDRAG' | 'SCHIJF_DATUM' | 'SCHIJF_NUMMER'> {
  if (instalment === null) return { SCHIJF_BEDRAG: '', SCHIJF_DATUM: '', SCHIJF_NUMMER: '' };
  return {
    SCHIJF_BEDRAG: formatCents(instalment.amountCents),
    SCHIJF_DATUM: writtenDate(instalment.dueDate, phrases),
    SCHIJF_NUMMER: phrases.plan.numberOf(instalment.number, instalment.count),
  };
}
