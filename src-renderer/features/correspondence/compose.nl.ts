import type { MessageEdit } from '#shared/correspondence/contract.ts';

export const composeTexts = {
  title: 'Bericht maken',
  subtitle: (messages: number, households: number, amount: string) =>
    `${messages} ${messages === 1 ? 'bericht' : 'berichten'} voor ${households} ${households === 1 ? 'gezin' : 'gezinnen'} · ${amount}`,
  emptyTitle: 'Niemand gekozen',
  empty: 'Kies in Openstaand eerst de leerlingen of gezinnen die een bericht krijgen.',
  toOpenItems: 'Naar Openstaand',
  text: 'Tekst',
  pickText: 'Kies een tekst',
  pickTextHint: 'Kies een tekst om te zien wie welk bericht krijgt.',
  editText: 'Tekst bewerken',
  blockers: 'Nog niet te versturen',
  toSettings: 'Naar de e-mailinstellingen',
  all: (count: number) => `Alle ${count}`,
  attention: (count: number) => `Te bekijken ${count}`,
  excluded: (count: number) => `Krijgt niets ${count}`,
  lists: 'Lijst',
  messages: 'Berichten',
  recipient: 'Aan',
  channel: 'Kanaal',
  pupils: 'Voor',
  amount: 'Bedrag',
  actions: 'Acties',
  edit: 'Aanpassen',
  drop: 'Laten vallen',
  restore: 'Toch versturen',
  toEmail: 'Als e-mail',
  toLetter: 'Als brief',
  dropped: 'valt weg',
  more: 'Toon er meer',
  household: 'Gezin',
  payer: 'Betaler',
  reason: 'Waarom niet',
  nobodyExcluded: 'Iedereen die u koos, krijgt een bericht.',
  nobodyIncluded: 'Niemand van uw keuze krijgt een bericht. Kijk bij "Krijgt niets" waarom.',
  via: (name: string) => `via ${name}`,
  totals: (emails: number, letters: number) =>
    `${emails} ${emails === 1 ? 'e-mail' : 'e-mails'} · ${letters} ${letters === 1 ? 'brief' : 'brieven'}`,
  send: 'Verzenden …',
  sendTitle: 'Berichten verzenden',
  sendBody: (emails: number, letters: number) =>
    [
      emails > 0
        ? `${emails === 1 ? 'Er vertrekt nu 1 e-mail' : `Er vertrekken nu ${emails} e-mails`}, elk naar één ontvanger. Dat kan niet teruggenomen worden.`
        : '',
      letters > 0
        ? `${letters === 1 ? '1 brief ligt' : `${letters} brieven liggen`} daarna klaar om af te drukken.`
        : '',
      'Alles wat vertrekt, staat in het dossier van het gezin.',
    ]
      .filter(Boolean)
      .join(' '),
  sendConfirm: 'Nu verzenden',
  editTitle: (name: string) => `Bericht aan ${name}`,
  editHint: 'Alleen dit ene bericht verandert. De tekst zelf blijft zoals hij is.',
  save: 'Toepassen',
  previewTitle: 'Voorbeeld',
  previewHint: 'Kies een bericht in de lijst om het te zien.',
} as const;

/** What is changed by hand to a message, merged into the list of changes. */
export function withEdit(edits: readonly MessageEdit[], edit: MessageEdit): MessageEdit[] {
  const before = edits.find((each) => each.messageKey === edit.messageKey);
  return [...edits.filter((each) => each !== before), { ...before, ...edit }];
}
