import type { PlannedExclusion } from '#shared/correspondence/contract.ts';

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

export const composeTexts = {
  title: 'Bericht maken',
  /** `amount` is empty for a text that asks for nothing. */
  subtitle: (messages: number, households: number, amount: string) =>
    joined(`${counted(messages, 'bericht', 'berichten')} voor ${counted(households, 'gezin', 'gezinnen')}`, amount),
  emptyTitle: 'Niemand gekozen',
  empty: 'Kies in Openstaand eerst de leerlingen of gezinnen die een bericht krijgen.',
  toOpenItems: 'Naar Openstaand',
  text: 'Tekst',
  pickText: 'Kies een tekst',
  pickTextHint: 'Kies een tekst om te zien wie welk bericht krijgt.',
  noTexts: 'Er is nog geen tekst. Maak er eerst een in Teksten.',
  toTexts: 'Naar Teksten',
  editText: 'Tekst bewerken',
  calculating: 'Wordt nagerekend …',
  blockers: 'Nog niet te versturen',
  toMailSettings: 'Naar de e-mailinstellingen',
  toSchoolSettings: 'Naar de gegevens van de school',
  toText: 'Tekst verbeteren',
  all: (count: number) => `Alle ${count}`,
  attention: (count: number) => `Te bekijken ${count}`,
  excluded: (count: number) => `Krijgt niets ${count}`,
  lists: 'Lijst',
  messages: 'Berichten',
  recipient: 'Aan',
  channel: 'Kanaal',
  amount: 'Bedrag',
  attentionColumn: 'Let op',
  actions: 'Acties',
  edit: 'Aanpassen',
  undoEdit: 'Aanpassing ongedaan maken',
  drop: 'Laten vallen',
  restore: 'Toch versturen',
  toEmail: 'Als e-mail versturen',
  toLetter: 'Als brief versturen',
  dropped: 'valt weg',
  droppedHint: 'Dit bericht valt weg. Zo zou het eruitzien.',
  more: 'Toon er meer',
  household: 'Gezin',
  payer: 'Betaler',
  reason: 'Waarom niet',
  reasons: {
    undecided: 'eerst beslissen',
    unreachable: 'geen adres',
    noLiablePayer: 'geen betaler aangeduid',
    allHeld: 'niet verwerken',
    creditCovers: 'tegoed dekt alles',
    nothingDue: 'niets vervallen',
  } satisfies Readonly<Record<PlannedExclusion['reason'], string>>,
  nobodyExcluded: 'Iedereen die u koos, krijgt een bericht.',
  nobodyIncluded: 'Niemand van uw keuze krijgt een bericht. Kijk bij "Krijgt niets" waarom.',
  nothingToCheck: 'Niets dat u apart moet bekijken.',
  totals: (emails: number, letters: number, amount: string) =>
    joined(counted(emails, 'e-mail', 'e-mails'), counted(letters, 'brief', 'brieven'), amount),
  send: 'Verzenden …',
  sendTitle: (textName: string) => `Verzenden: ${textName}`,
  sendEmails: (count: number) =>
    count === 1
      ? 'Er vertrekt nu 1 e-mail. Dat kan niet teruggenomen worden.'
      : `Er vertrekken nu ${count} e-mails, elk naar één ontvanger. Dat kan niet teruggenomen worden.`,
  sendLetters: (count: number) =>
    count === 1
      ? '1 brief ligt daarna in Postvak uit klaar om af te drukken.'
      : `${count} brieven liggen daarna in Postvak uit klaar om af te drukken.`,
  sendChanged: (count: number) => `${counted(count, 'bericht', 'berichten')} hebt u zelf aangepast.`,
  sendDropped: (count: number) =>
    count === 1
      ? '1 bericht laat u vallen; dat vertrekt niet.'
      : `${count} berichten laat u vallen; die vertrekken niet.`,
  sendStillOpen: (count: number) =>
    count === 1
      ? 'Bij 1 ontvanger staat nog iets open; deze tekst vraagt dat niet.'
      : `Bij ${count} ontvangers staat nog iets open; deze tekst vraagt dat niet.`,
  sendChecked: 'Vlak voor elk bericht vertrekt, wordt nagekeken of er intussen betaald is.',
  sendKept: 'Alles wat vertrekt, staat in het dossier van het gezin.',
  sendConfirm: 'Nu verzenden',
  preparing: 'Berichten klaarzetten',
  preparingHint: 'De berichten worden klaargezet. Er is nog niets vertrokken.',
  editTitle: (name: string) => `Bericht aan ${name}`,
  editHint: 'Alleen dit ene bericht verandert. De tekst zelf blijft zoals hij is.',
  save: 'Toepassen',
  previewTitle: 'Voorbeeld',
  previewHint: 'Kies een bericht in de lijst om het te zien.',
} as const;
