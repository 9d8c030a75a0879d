import type { Channel } from '#shared/api/schemas.ts';
import type { MessageStatus } from '#shared/correspondence/contract.ts';

const statuses: Readonly<Record<Channel, Readonly<Record<MessageStatus, string>>>> = {
  email: {
    reserved: 'klaar om te vertrekken',
    sending: 'vertrekt nu',
    sent: 'verzonden',
    failed: 'mislukt',
    uncertain: 'onzeker',
    cancelled: 'niet verzonden',
  },
  letter: {
    reserved: 'af te drukken',
    sending: 'af te drukken',
    sent: 'afgedrukt',
    failed: 'mislukt',
    uncertain: 'onzeker',
    cancelled: 'niet afgedrukt',
  },
};

/** Words about one message that left or will leave. */
export const messageTexts = {
  status: (channel: Channel, status: MessageStatus) => statuses[channel][status],
  eventStatus: (channel: Channel, status: string) =>
    status in statuses[channel] ? statuses[channel][status as MessageStatus] : status,
  title: 'Bericht',
  to: 'Aan',
  subject: 'Onderwerp',
  amount: 'Bedrag',
  invoices: 'Facturen',
  when: 'Wanneer',
  result: 'Stand',
  events: 'Wat er gebeurde',
  content: 'Inhoud',
  showLetter: 'Brief bekijken',
  evidence: 'Bewijs bewaren',
  evidenceHash: (hash: string) => `SHA-256 ${hash}`,
  decideTitle: 'U beslist',
  decideUncertain:
    'Het is niet zeker of dit bericht is aangekomen. Kijk in de verzonden berichten of vraag het na. Opnieuw versturen gebeurt nooit vanzelf.',
  decideFailed:
    'Dit bericht is niet vertrokken. Verbeter zo nodig het adres in het dossier en maak een nieuw bericht, of probeer het nog eens.',
  wasSent: 'Het is wel vertrokken',
  sendAgain: 'Opnieuw versturen',
  neverSend: 'Niet meer versturen',
  sendAgainTitle: 'Opnieuw versturen?',
  sendAgainBody:
    'De ontvanger krijgt dit bericht dan misschien twee keer. Doe dit alleen als u zeker weet dat het niet is aangekomen.',
  toHousehold: 'Naar het dossier',
} as const;

export const statusTones = {
  reserved: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
  uncertain: 'warning',
  cancelled: 'neutral',
} as const satisfies Record<MessageStatus, string>;
