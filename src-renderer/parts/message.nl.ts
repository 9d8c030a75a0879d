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

const decisions: Partial<Readonly<Record<MessageStatus, Readonly<Record<Channel, string>>>>> = {
  reserved: {
    email: 'Deze e-mail staat klaar. Hij vertrekt bij het verder verzenden, in Postvak uit.',
    letter: 'Deze brief moet nog afgedrukt en gepost worden. Alle brieven samen drukt u af in Postvak uit.',
  },
  uncertain: {
    email:
      'Het is niet zeker of dit bericht is aangekomen. Kijk in de verzonden berichten van uw mailbox of vraag het na. Opnieuw versturen gebeurt nooit vanzelf.',
    letter: 'Het is niet zeker of deze brief gepost is. Vraag het na voor u beslist.',
  },
  failed: {
    email:
      'Dit bericht is niet vertrokken. Probeer het nog eens, of verbeter het adres in het dossier en maak daar een nieuw bericht.',
    letter: 'Deze brief is niet vertrokken. Probeer het nog eens, of maak in het dossier een nieuw bericht.',
  },
};

/** Words about one message that left or will leave. */
export const messageTexts = {
  status: (channel: Channel, status: MessageStatus) => statuses[channel][status],
  eventStatus: (channel: Channel, status: string) =>
    status in statuses[channel] ? statuses[channel][status as MessageStatus] : status,
  title: 'Bericht',
  channels: { email: 'E-mail', letter: 'Brief' },
  emailPreview: 'Voorbeeld van de e-mail',
  letterPreview: 'Voorbeeld van de brief',
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
  wasSent: 'Het is wel vertrokken',
  sendAgain: 'Opnieuw versturen',
  sentAgain: 'Het bericht is vertrokken.',
  notSentAgain: (why: string) => `Het bericht is weer niet vertrokken. ${why}`.trim(),
  paused: 'Het verzenden is gestopt. Dit bericht staat nog klaar in Postvak uit.',
  posted: 'Afgedrukt en gepost',
  neverSend: (channel: Channel) => (channel === 'email' ? 'Niet meer versturen' : 'Niet meer afdrukken'),
  neverSendTitle: 'Dit bericht laten vallen?',
  neverSendBody:
    'Dit bericht vertrekt dan niet meer, ook niet met de rest van de zending. Het blijft in het dossier staan als niet verzonden. U kunt later wel een nieuw bericht maken.',
  /** What can be decided; null when nothing can. */
  decision: (channel: Channel, status: MessageStatus): string | null => decisions[status]?.[channel] ?? null,
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
