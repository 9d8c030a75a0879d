import type { ReceiptLine } from '#shared/ledger/booking-shapes.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Words of the page where receipts are booked by hand. */
export const receiptsTexts = {
  title: 'Ontvangsten en aanrekeningen',
  subtitle: 'Wat niet langs de bank komt, of wat je liever zelf inboekt',
  tabs: { receipts: 'Ontvangsten boeken', periodic: 'Periodieke aanrekeningen' },
  tabsLabel: 'Wat wil je boeken?',

  school: 'School',
  chooseSchool: 'Kies de school',
  grid: 'Ontvangsten',
  household: 'Gezin',
  householdPlaceholder: 'Naam, klas of factuur',
  householdNothing: 'Niets gevonden. Probeer een deel van de naam.',
  payer: 'Betaler',
  payerUnknown: 'Niet bekend',
  amount: 'Bedrag',
  method: 'Hoe',
  methods: { cash: 'Cash', card: 'Kaart', bank: 'Overschrijving', withheld: 'Ingehouden' } satisfies Record<
    ReceiptLine['method'],
    string
  >,
  date: 'Datum',
  reference: 'Mededeling',
  referencePlaceholder: 'mag leeg',
  line: (label: string, number: number) => `${label}, lijn ${number}`,
  addLine: 'Lijn toevoegen',
  addHint: 'of Enter in het laatste veld',
  removeLine: (number: number) => `Lijn ${number} verwijderen`,
  clear: 'Alles wissen',
  cleared: 'De lijnen zijn gewist.',

  goesTo: 'Gaat naar',
  allocationPart: (amount: string, number: string) => `${amount} op ${number}`,
  credit: (amount: string) => `${amount} tegoed`,
  allCredit: (amount: string) => `${amount} wordt tegoed van het gezin.`,
  calculating: 'Even kijken waar het naartoe gaat…',
  fillAmount: 'Vul een bedrag in: dan zie je welke facturen ermee betaald worden.',
  change: 'Verdeling wijzigen',
  changeOf: (number: number) => `Verdeling wijzigen van lijn ${number}`,
  automatic: 'Volgens de regels',
  automaticOf: (number: number) => `Volgens de regels verdelen: lijn ${number}`,
  tooMuch: (amount: string) => `Er is ${amount} meer verdeeld dan ontvangen.`,
  effect: (before: string, after: string) => `Bij deze school nu ${before} open, na het boeken ${after}.`,

  control: 'Controle',
  controlTotal: 'Controletotaal',
  controlHint: 'Tel de kas of de strookjes zelf op en typ het totaal over. Pas als het klopt, kan er geboekt worden.',
  sum: 'Som van de lijnen',
  difference: 'Verschil',
  book: (number: number) =>
    number === 0 ? 'Ontvangsten boeken' : `${count(number, 'ontvangst', 'ontvangsten')} boeken`,
  why: {
    noLines: 'Vul minstens één ontvangst in.',
    noSchool: 'Kies eerst voor welke school je boekt.',
    noHousehold: (line: number) => `Lijn ${line}: kies een gezin.`,
    noAmount: (line: number) => `Lijn ${line}: vul een bedrag in.`,
    noDate: (line: number) => `Lijn ${line}: vul een datum in.`,
    future: (line: number) => `Lijn ${line}: een ontvangst kan niet in de toekomst liggen.`,
    allocation: (line: number) => `Lijn ${line}: de verdeling klopt nog niet.`,
    noControl: 'Typ het controletotaal om te kunnen boeken.',
    tooLittle: (amount: string) => `De lijnen zijn samen ${amount} minder dan het controletotaal.`,
    tooMuch: (amount: string) => `De lijnen zijn samen ${amount} meer dan het controletotaal.`,
    ready: 'Het controletotaal klopt.',
  },
  futureDate: 'Niet in de toekomst.',

  booked: (number: number, amount: string) =>
    number === 1 ? `1 ontvangst is geboekt: ${amount}` : `${number} ontvangsten zijn geboekt, samen ${amount}`,
  undo: (name: string) => `Terugdraaien: ontvangst van ${name}`,
  undoOne: 'Terugdraaien',
  undoAll: 'Alles terugdraaien',
  undoReason: 'meteen na het boeken teruggedraaid',
  undone: 'teruggedraaid',
  undoneAll: 'De ontvangsten zijn teruggedraaid.',
  anInvoice: 'een factuur',
} as const;
