import type { Tone } from '#shared/correspondence/contract.ts';
import type { Stage, StageApprover, StageChannel } from '#shared/dunning/procedure.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';

export const proceduresTexts = {
  intro:
    'Een procedure zegt in welke stappen je herinnert. Je mag ze altijd aanpassen: wat al verstuurd is, houdt de versie van toen.',
  school: 'School',
  allSchools: 'Alle scholen',
  create: 'Nieuwe procedure',
  addShipped: 'Meegeleverde procedure',
  added: (name: string) => `"${name}" is toegevoegd, met haar teksten.`,
  showArchived: 'Toon gearchiveerde procedures',
  table: 'Procedures',
  name: 'Naam',
  billingGroup: 'Notagroep',
  allGroups: 'alle notagroepen',
  stages: 'Fasen',
  valid: 'Geldig',
  state: 'Stand',
  more: 'Meer',
  actions: (name: string) => `Acties voor ${name}`,
  ready: 'in gebruik',
  blocked: (count: number) => (count === 1 ? '1 ding in orde te brengen' : `${count} dingen in orde te brengen`),
  archived: 'gearchiveerd',
  later: (date: string) => `vanaf ${formatPlainDate(date)}`,
  ended: 'afgelopen',
  validity: ({ validFrom, validUntil }: { readonly validFrom: string; readonly validUntil: string | null }) =>
    validUntil === null
      ? `vanaf ${formatPlainDate(validFrom)}`
      : `${formatPlainDate(validFrom)} tot en met ${formatPlainDate(validUntil)}`,
  nearLimitation: (days: number) =>
    days === 1
      ? 'alleen als er hoogstens 1 dag rest voor de verjaring'
      : `alleen als er hoogstens ${days} dagen resten voor de verjaring`,
  wins: (other: string) => `Past op dezelfde facturen als "${other}". Deze is het voorzichtigst en gaat voor.`,
  yields: (other: string) => `Past op dezelfde facturen als "${other}". Die is voorzichtiger en gaat voor.`,
  archive: 'Archiveren',
  restore: 'Uit het archief halen',
  archivedDone: (name: string) => `"${name}" staat in het archief. Wat ermee verstuurd werd, blijft zoals het was.`,
  restoredDone: (name: string) => `"${name}" is weer in gebruik.`,
  emptyTitle: 'Nog geen procedure',
  empty:
    'Zonder procedure vertrekt er geen enkele herinnering. Begin met een van deze drie; aanpassen kan daarna altijd.',
  offer: (name: string) => `${name} gebruiken`,
  without: (count: number) =>
    count === 1
      ? 'Een school heeft nog geen procedure. Daar vertrekt geen enkele herinnering.'
      : `${count} scholen hebben nog geen procedure. Daar vertrekt geen enkele herinnering.`,
  choose: (school: string) => `Kies een procedure voor ${school}`,
  mayNot: 'Je kan de procedures bekijken. Een beheerder past ze aan.',
} as const;

export const settingsTexts = {
  title: (school: string) => `Instellingen van de herinneringen, ${school}`,
  minimum: 'Kleinste bedrag',
  minimumHint: 'Onder dit bedrag, na aftrek van tegoeden, vertrekt er niets.',
  leavers: 'Schoolverlaters',
  leaverChoices: { remind: 'herinneren zoals de anderen', leaveOut: 'niet herinneren, een persoon kijkt ernaar' },
  statement: 'Uittreksel hoogstens … dagen oud',
  statementHint: 'Is het nieuwste uittreksel ouder, dan vraagt een run om eerst de bank bij te werken.',
  statementNever: 'Niet naar de bank kijken',
  days: 'dagen',
  save: 'Instellingen bewaren',
  saved: 'De instellingen zijn bewaard.',
} as const;

/** As part of a sentence. */
export const channelWords: Readonly<Record<StageChannel, string>> = {
  email: 'e-mail',
  letter: 'brief',
  registeredLetter: 'aangetekende brief',
  phone: 'telefoon',
  talk: 'gesprek',
  handOver: 'uit handen geven',
};

export const approverWords: Readonly<Record<StageApprover, string>> = {
  nobody: 'niemand',
  director: 'de directeur',
  coordinator: 'de coördinerend directeur',
};

export const costWords: Readonly<Record<Stage['cost'], string>> = {
  none: 'geen',
  lumpSum: 'forfaitaire vergoeding',
  reminderCost: 'herinneringskost',
  interest: 'interest',
};

export const toneWords: Readonly<Record<Tone, string>> = {
  friendly: 'vriendelijk',
  formal: 'formeel',
  inviting: 'uitnodigend',
};
