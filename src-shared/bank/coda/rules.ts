import { formatPlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import { formatCents } from '../../money/cents.ts';

const again = 'Haal het bestand opnieuw op bij de bank en open het niet in een ander programma.';
const damaged = `Het bestand is niet volledig of werd gewijzigd. ${again}`;

/** What each first character of a line says, in words. */
const recordNames: Readonly<Record<string, string>> = {
  '0': 'kop',
  '1': 'oud saldo',
  '2': 'verrichting',
  '3': 'informatie bij een verrichting',
  '8': 'nieuw saldo',
  '4': 'boodschap van de bank',
  '9': 'slotregel',
};

/**
 * Every check on a CODA file: how serious it is, and what the office reads. An error means that nothing of the file is
 * booked. That the account is one of the school and that nothing is missing since the statement before needs the store
 * and is checked there. Source: facts/bank.md section 1.10.
 */
export const codaRules = {
  'coda.empty': { level: 'error', sentence: () => `Dit bestand is leeg. ${again}` },
  'coda.signature': {
    level: 'error',
    sentence: () => `Dit is geen CODA-bestand: het begint niet met de kop van een rekeninguittreksel. ${again}`,
  },
  'coda.version': {
    level: 'error',
    sentence: (version: string) =>
      version === '1'
        ? 'Dit is een CODA van versie 1. Die oude indeling leest Openstaand niet. Vraag de bank om CODA versie 2.'
        : `De kop noemt CODA-versie „${version.trim()}”. Openstaand leest alleen versie 2. ${again}`,
  },
  'coda.application': {
    level: 'error',
    sentence: (code: string) =>
      `De kop noemt toepassing „${code}” in plaats van 05: dit zijn geen rekeninguittreksels. Kies het CODA-bestand met de uittreksels.`,
  },
  'coda.lineLength': {
    level: 'error',
    sentence: (length: number) => `Deze regel telt ${length} tekens in plaats van 128. ${damaged}`,
  },
  'coda.trailingSpaces': {
    level: 'warning',
    sentence: (length: number) =>
      `Deze regel telt ${length} tekens in plaats van 128: de spaties op het einde kloppen niet, zoals wanneer een tekstprogramma het bestand bewaarde. Hij werd toch gelezen. Gebruik liefst het bestand zoals de bank het geeft.`,
  },
  'coda.blankLine': {
    level: 'warning',
    sentence: () =>
      'Tussen de regels staat een lege regel. Ze werd overgeslagen. Gebruik liefst het bestand zoals de bank het geeft.',
  },
  'coda.characters': {
    level: 'warning',
    sentence: () => 'Deze regel bevat onleesbare tekens. Kijk de naam en de mededeling na.',
  },
  'coda.recordType': {
    level: 'error',
    sentence: (code: string) => `Een regel die begint met „${code}” bestaat niet in een CODA. ${damaged}`,
  },
  'coda.order': {
    level: 'error',
    sentence: (record: string, previous: string | null) =>
      previous === null
        ? `Een regel „${nameOf(record)}” staat hier buiten een uittreksel: de kop ontbreekt. ${damaged}`
        : `Een regel „${nameOf(record)}” kan niet komen na „${nameOf(previous)}”. ${damaged}`,
  },
  'coda.incomplete': {
    level: 'error',
    sentence: (record: string) => `De regel „${nameOf(record)}” van dit uittreksel ontbreekt. ${damaged}`,
  },
  'coda.moreFollows': {
    level: 'warning',
    sentence: () =>
      'Volgens de slotregel volgt er nog een uittreksel, maar het bestand stopt hier. Kijk na of alle rekeningen en dagen erin staan.',
  },
  'coda.sequence': {
    level: 'error',
    sentence: (own: string, expected: string | null) =>
      expected === null
        ? `Deze regel hoort bij verrichting ${own}, die niet voor de regel staat. ${damaged}`
        : `Deze regel hoort bij verrichting ${own}, maar staat bij verrichting ${expected}. ${damaged}`,
  },
  'coda.numbering': {
    level: 'warning',
    sentence: (own: string, previous: string) =>
      `Verrichting ${own} volgt op ${previous}: de nummers sluiten niet aan. Vergelijk het aantal verrichtingen met het uittreksel van de bank.`,
  },
  'coda.amount': {
    level: 'error',
    sentence: (found: string) =>
      `Op de plaats van een bedrag staat „${found}”: dat is geen bedrag in hele centen. ${damaged}`,
  },
  'coda.date': {
    level: 'error',
    sentence: (found: string) => `Op de plaats van een datum staat „${found}”: dat is geen dag. ${damaged}`,
  },
  'coda.bookingDate': {
    level: 'warning',
    sentence: (booked: PlainDate, opening: PlainDate, closing: PlainDate) =>
      `Deze verrichting is geboekt op ${formatPlainDate(booked)}, maar het uittreksel gaat van ${formatPlainDate(opening)} tot ${formatPlainDate(closing)}. Kijk de datum na.`,
  },
  'coda.transactionCode': {
    level: 'warning',
    sentence: (found: string) =>
      `De bank zegt met „${found}” niet wat voor verrichting dit is. Kijk zelf na of het een betaling is.`,
  },
  'coda.recordCount': {
    level: 'error',
    sentence: (told: string, counted: number) =>
      `De slotregel telt ${told.trim().replace(/^0+(?=\d)/, '') || 'geen'} regels, maar in het uittreksel staan er ${counted}. ${damaged}`,
  },
  'coda.totals': {
    level: 'error',
    sentence: (side: 'debit' | 'credit', told: number, added: number) =>
      `Volgens de slotregel ${side === 'credit' ? 'kwam er' : 'ging er'} ${formatCents(told)} ${side === 'credit' ? 'binnen' : 'buiten'}, maar de verrichtingen geven samen ${formatCents(added)}. ${damaged}`,
  },
  'coda.balance': {
    level: 'error',
    sentence: (opening: number, added: number, closing: number) =>
      `Het oude saldo ${formatCents(opening)} en de verrichtingen (samen ${formatCents(added)}) geven ${formatCents(opening + added)}, maar het nieuwe saldo is ${formatCents(closing)}. ${damaged}`,
  },
  'coda.account': {
    level: 'error',
    sentence: (opening: string, closing: string) =>
      opening === ''
        ? `Op de regel van het oude saldo staat geen rekening. ${damaged}`
        : `Het oude saldo is van rekening ${opening} en het nieuwe van ${closing || 'geen rekening'}. ${damaged}`,
  },
  'coda.currency': {
    level: 'warning',
    sentence: (currency: string) =>
      `Deze rekening staat in ${currency}, niet in euro. De bedragen zijn niet omgerekend: boek ze niet als schoolgeld.`,
  },
  'coda.duplicate': {
    level: 'warning',
    sentence: () =>
      'De bank zegt dat dit een kopie is van een uittreksel dat ze al stuurde. Wat al ingelezen is, wordt niet opnieuw geboekt.',
  },
  'coda.repeated': {
    level: 'warning',
    sentence: (first: number) =>
      `Dit uittreksel staat al in het bestand, op regel ${first}. Het wordt maar één keer gelezen.`,
  },
  'coda.overlap': {
    level: 'error',
    sentence: (first: number) =>
      `Een deel van dit uittreksel staat ook in het uittreksel op regel ${first}, maar de rest verschilt. Haal beide uittreksels apart op bij de bank.`,
  },
  'coda.separateApplication': {
    level: 'warning',
    sentence: (application: string) =>
      `Dit bestand bevat maar een deel van de verrichtingen (aparte toepassing ${application}) en geen saldi. Dat alles erin staat, kan dus niet nagekeken worden. Lees liefst het gewone CODA-bestand in.`,
  },
  'coda.globalisation': {
    level: 'warning',
    sentence: (total: number, details: number) =>
      `Deze verzamelboeking is ${formatCents(total)}, maar de details geven samen ${formatCents(details)}. Het totaal telt; verdeel het zelf over de betalers.`,
  },
  'coda.reference': {
    level: 'warning',
    sentence: (found: string) =>
      `De gestructureerde mededeling „${found}” klopt niet. Ze wordt als gewone tekst getoond; zoek de rekening zelf.`,
  },
} as const;

export type CodaRule = keyof typeof codaRules;

function nameOf(record: string): string {
  return recordNames[record] ?? record;
}
