import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';

/** Words of the page of one claim. */
export const invoiceTexts = {
  titles: { invoice: 'Factuur', creditNote: 'Creditnota', credit: 'Tegoed' } satisfies Record<
    InvoicePage['kind'],
    string
  >,
  notFound: 'Factuur',
  overdue: (days: number) => (days === 1 ? '1 dag vervallen' : `${days} dagen vervallen`),
  notDue: 'nog niet vervallen',
  settled: 'vereffend',
  receipt: 'Ontvangst boeken',

  figures: {
    total: 'Bedrag',
    paid: 'Betaald',
    writtenOff: 'Buiten invordering',
    remitted: 'Kwijtgescholden',
    open: 'Open',
    credit: 'Tegoed',
  },
  totalNote: 'aangerekend',
  openNote: 'wat nog te betalen is',
  creditNote: 'te verrekenen',

  facts: 'Gegevens',
  reference: 'Mededeling',
  noReference: 'Geen OGM',
  issued: 'Factuurdatum',
  due: 'Vervaldag',
  schoolYear: 'Schooljaar',
  billingGroup: 'Notagroep',
  description: 'Omschrijving',

  creditOf: 'Van wie is dit tegoed',
  owed: 'Wie is wat verschuldigd',
  nobodyOwes: 'Niemand is betalingsplichtig voor deze leerling. Vul dat aan in het dossier.',
  joint: 'hoofdelijk, elk het geheel',
  share: (percent: string) => `${percent} %`,
  paidBy: (amount: string) => `betaalde ${amount}`,
  paidNothing: 'betaalde nog niets',
  paidByOthers: (amount: string) => `Daarnaast ${amount} ontvangen zonder naam van een van hen.`,

  statement: 'Verloop',
  entries: 'Boekingen',
  noEntries:
    'Nog niets geboekt in Openstaand. Wat uit de import komt, staat hierboven en verandert met de volgende import.',
  entryBy: (author: string) => `door ${author}`,
  reversed: 'teruggedraaid',
  reverse: 'Terugdraaien …',
  reallocate: 'Anders afpunten …',
  cannotReverse: (why: string) => `Kan niet terug: ${why}`,

  related: 'Samenhangende facturen',
  noRelated: 'Geen. Zet facturen samen die bij elkaar horen, bv. een creditnota bij haar factuur.',
  addRelated: 'Factuur toevoegen',
  removeRelated: (number: string) => `${number} losmaken`,
  relatedAdded: (number: string) => `${number} hoort er nu bij.`,
  relatedRemoved: (number: string) => `${number} staat er los van.`,
  relateTitle: 'Samenhangende factuur',
  relateHint: 'Verandert geen enkel saldo. De twee verwijzen naar elkaar.',
  relateWhich: 'Welke factuur?',
  relatePlaceholder: 'Factuurnummer, naam of OGM',
  relateNothing: 'Niets gevonden. Typ een deel van het nummer of de naam.',
  relateMissing: 'Kies een factuur.',
  relateReason: 'Waarom (mag leeg blijven)',
  relateConfirm: 'Samenzetten',

  arrears: 'Aflossing en achterstand',
  bookedAndReceived: (booked: string, received: string) => `${booked} verplicht, ${received} ontvangen`,
  inArrears: 'achterstand',
} as const;
