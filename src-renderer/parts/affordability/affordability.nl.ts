import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { LineKind } from '#shared/affordability/contract.ts';

/** Words of the inventory of income and expenses. */
export const affordabilityTexts = {
  title: 'Wat is haalbaar?',
  intro:
    'Overloop samen wat er binnenkomt en wat vaststaat. Niets wordt bewaard zolang het gezin daar niet mee instemt.',
  composition: 'Wie leeft ervan?',
  adults: 'Volwassenen',
  childAges: 'Leeftijd van de kinderen',
  childAgesHint: 'Met een komma ertussen, bijvoorbeeld 4, 9, 13. Leeg: geen kinderen.',
  childAgesWrong: 'Zet leeftijden van 0 tot 30 jaar, met een komma ertussen.',
  kinds: {
    income: 'Inkomen',
    fixed: 'Vaste kosten',
    living: 'Leefkosten',
    debt: 'Schulden die al afbetaald worden',
  } satisfies Record<LineKind, string>,
  amountOf: (label: string) => `${label}: bedrag`,
  everyOf: (label: string) => `${label}: hoe vaak`,
  removeLine: (label: string) => `${label} weglaten`,
  addTo: (kind: string) => `Toevoegen bij ${kind.toLowerCase()}`,
  addPlaceholder: 'Nog iets toevoegen …',
  other: 'Iets anders …',
  otherName: (kind: string) => `Naam van wat erbij komt bij ${kind.toLowerCase()}`,
  otherPlaceholder: 'Hoe heet het?',
  part: 'Hoeveel van wat overblijft?',
  parts: { '2500': 'Een kwart', '5000': 'De helft', '7500': 'Drie kwart', '10000': 'Alles' },
  resultTitle: 'Haalbaar per maand',
  resultNone: 'Niets',
  reasoning: 'Zo is het gerekend',
  doubts: 'Nog onzeker',
  use: 'Dit bedrag gebruiken',
  keepTitle: 'Bewaren',
  keptUntil: (onDate: string, until: string) =>
    `Bewaard sinds ${formatPlainDate(onDate)}, met toestemming, tot en met ${formatPlainDate(until)}. Daarna wordt het vanzelf definitief gewist.`,
  keepHint:
    'Enkel wie dossiers behandelt, kan deze bedragen zien. Ze staan niet in de tijdlijn en in geen enkele uitvoer.',
  replaceHint: 'Wie opnieuw bewaart, wist wat er nu bewaard is.',
  consent: 'Het gezin stemt ermee in dat deze bedragen bewaard worden.',
  consentOn: 'Toestemming gegeven op',
  expiresOn: 'Bewaren tot en met (hoogstens een jaar)',
  save: 'Bewaren',
  saved: 'Bewaard. Op de laatste dag wordt het vanzelf gewist.',
  remove: 'Nu wissen',
  removeTitle: 'Deze bedragen wissen?',
  removeBody:
    'De inventaris wordt definitief gewist en kan niet teruggehaald worden. In het spoor blijft enkel staan dat ze gewist is, zonder bedragen.',
  removed: 'De inventaris is definitief gewist.',
} as const;
