import type { PlanStateName, VersionKind } from '#shared/plans/shapes.ts';
import type { BadgeTone } from '#renderer/ui/badge.tsx';

/** What a state is called, and how it looks. */
export const stateWords: Readonly<Record<PlanStateName, string>> = {
  proposed: 'Voorstel',
  live: 'Loopt',
  breached: 'Loopt achter',
  completed: 'Afgerond',
  ended: 'Stopgezet',
};

export const stateTones: Readonly<Record<PlanStateName, BadgeTone>> = {
  proposed: 'info',
  live: 'success',
  breached: 'warning',
  completed: 'neutral',
  ended: 'neutral',
};

export const versionWords: Readonly<Record<VersionKind, string>> = {
  agreed: 'Afgesproken',
  changed: 'Gewijzigd',
  paused: 'Gepauzeerd',
  claims: 'Facturen gewijzigd',
};

/** "1 schijf", "12 schijven". */
export const instalmentCount = (count: number): string => `${count} ${count === 1 ? 'schijf' : 'schijven'}`;

/** "1 factuur", "3 facturen". */
export const billCount = (count: number): string => `${count} ${count === 1 ? 'factuur' : 'facturen'}`;

export const plansTexts = {
  title: 'Afbetaalplannen',
  subtitle: 'Wat met gezinnen is afgesproken, en of het lukt. Zolang een plan loopt, vertrekken er geen herinneringen.',
  make: 'Afbetaalplan maken',
  list: 'Afbetaalplannen',
  states: 'Stand',
  all: 'Alle',
  counted: (name: string, count: number) => `${name} (${count})`,
  search: 'Zoeken',
  searchPlaceholder: 'Naam, betaler of mededeling',
  school: 'School',
  clear: 'Filter weghalen',
  columns: {
    household: 'Gezin',
    payers: 'Betaalt',
    state: 'Stand',
    paid: 'Betaald',
    next: 'Volgende schijf',
    facts: 'Wat opvalt',
  },
  paidOf: (paid: string, total: string) => `${paid} van ${total}`,
  via: (name: string) => `via ${name}`,
  nothingNext: 'geen',
  combined: 'Globaal plan',
  short: (amount: string) => `${amount} te weinig`,
  since: (date: string) => `sinds ${date}`,
  missed: (date: string) => `schijf van ${date} nog niet ontvangen`,
  waiting: 'nog niet ondertekend',
  paused: (date: string) => `pauze tot ${date}`,
  until: (date: string) => `tot ${date}`,
  rowName: (household: string, state: string) => `${household}, ${state}`,
  emptyTitle: 'Nog geen afbetaalplannen',
  empty:
    'Wie niet alles ineens kan betalen, betaalt het met een plan in stukken. In één gesprek spreekt u een haalbaar bedrag af, en het plan houdt zichzelf in het oog.',
  noMatchTitle: 'Geen plan past bij deze keuze',
  noMatch: 'Kies een andere stand of zoek iets anders.',
  clearAll: 'Alles tonen',
  forWhom: 'Voor welk gezin?',
  household: 'Gezin',
  householdPlaceholder: 'Zoek op naam, klas of factuur',
  nothingFound: 'Geen gezin gevonden',
  goOn: 'Verder',

  card: 'Afbetaalplan',
  perMonth: (amount: string, date: string) => `${amount} op ${date}`,
  left: 'nog',
  open: 'Afbetaalplan openen',
};
