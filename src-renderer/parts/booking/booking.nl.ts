import type { JournalEntry, PendingApproval } from '#shared/ledger/booking-shapes.ts';

/** Words that every booking shares: amounts, reasons, what it does to the balance, how it was answered. */
export const bookingTexts = {
  amount: 'Bedrag',
  reason: 'Reden',
  reasonHint: 'Blijft bij de boeking staan, ook voor wie later nakijkt.',
  chooseDate: 'Kies een datum.',
  amountNegative: 'Typ het bedrag zonder plus of min.',
  amountWrong: 'Geen bedrag. Schrijf bv. 12,50.',
  amountDecimals: 'Hoogstens twee cijfers na de komma.',
  amountAmbiguous: 'Komma of punt? Schrijf 1.234,56.',
  amountMissing: 'Vul een bedrag in dat groter is dan nul.',
  atMost: (amount: string) => `Hoogstens ${amount}.`,

  effect: 'Wat dit verandert',
  now: 'Nu',
  after: 'Erna',
  openOf: (number: string) => `Open op ${number}`,
  openOfAll: (number: number) => `Open op deze ${number} facturen`,
  creditOf: (number: string) => `Tegoed ${number}`,
  householdOpen: 'Openstaand van het gezin',
  householdCredit: 'Tegoed van het gezin',
  householdBalance: 'Saldo van het gezin',
  otherHousehold: (name: string) => `Saldo van ${name}`,
  fillInFirst: 'Vul een bedrag in om te zien wat er verandert.',

  toldWaiting: (what: string) =>
    `${what} ligt klaar voor goedkeuring door een tweede persoon; het saldo verandert nog niet.`,
  needsSecond:
    'Je school vraagt hiervoor een tweede persoon. Het ligt dan klaar voor goedkeuring en het saldo verandert nog niet.',
  mayNeedSecond:
    'Vraagt je school hiervoor een tweede persoon, dan ligt het klaar voor goedkeuring en verandert het saldo nog niet.',
  pending: (amount: string) => `${amount} wacht op goedkeuring`,
  pendingNoAmount: 'wacht op goedkeuring',
  pendingBy: (maker: string, at: string) => `gevraagd door ${maker} op ${at}`,
  pendingKinds: {
    writeOff: 'Buiten invordering',
    remission: 'Kwijtschelding',
    refund: 'Terugbetaling',
    transfer: 'Overboeking',
    payerAccount: 'Rekeningnummer',
    run: 'Herinneringen',
    grant: 'Sociaal fonds',
    correction: 'Creditering',
  } satisfies Record<PendingApproval['kind'], string>,

  entryKinds: {
    receipt: 'Ontvangst',
    transfer: 'Overboeking',
    compensation: 'Verrekening',
    refund: 'Terugbetaling',
    writeOff: 'Buiten invordering',
    remission: 'Kwijtschelding',
    charge: 'Aanrekening',
    periodicCharge: 'Periodieke aanrekening',
    correction: 'Creditering',
    reversal: 'Storno',
  } satisfies Record<JournalEntry['kind'], string>,
  methods: { bank: 'overschrijving', cash: 'cash', card: 'kaart', withheld: 'ingehouden' } satisfies Record<
    NonNullable<JournalEntry['method']>,
    string
  >,

  payers: 'Betalers',
  thirdParties: 'Betaler-derden',

  bookMenu: 'Boeken',
  menu: {
    receipt: 'Ontvangst boeken …',
    transfer: 'Overboeken …',
    compensation: 'Verrekenen …',
    refund: 'Terugbetalen …',
    charge: 'Aanrekenen …',
    remission: 'Kwijtschelden …',
    writeOff: 'Buiten invordering …',
    obligation: 'Aflossingsverplichting …',
    arrearsCorrection: 'Achterstand corrigeren …',
  },
  undone: 'Ongedaan gemaakt.',
  undoReason: 'meteen ongedaan gemaakt',
} as const;
