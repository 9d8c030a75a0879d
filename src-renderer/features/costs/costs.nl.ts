import type { CostKind, CostStatus } from '#shared/costs/contract.ts';

export const costTexts = {
  claims: 'Kosten en rente',
  intro:
    'Kosten en rente staan op een eigen vordering, nooit in de factuur. Ze worden enkel gevraagd als de school ze in haar schoolreglement heeft en de wet ze toelaat.',
  none: 'Er zijn geen kosten gevraagd',
  noneText: 'Zo hoort het meestal ook: een school vraagt zelden kosten. Aanzetten kan bij Instellingen, Kosten.',
  toSettings: 'Naar de instellingen',
  status: 'Toestand',
  all: 'Alle',
  kinds: { lumpSum: 'Schadevergoeding', reminderCost: 'Herinneringskost', interest: 'Rente' } satisfies Record<
    CostKind,
    string
  >,
  statuses: {
    open: 'openstaand',
    paid: 'betaald',
    waived: 'kwijtgescholden',
    superseded: 'teruggenomen',
  } satisfies Record<CostStatus, string>,
  columns: {
    household: 'Gezin',
    payer: 'Betaler',
    kind: 'Soort',
    invoice: 'Bij factuur',
    amount: 'Bedrag',
    open: 'Open',
    status: 'Toestand',
    actions: 'Acties',
  },
  waive: 'Kwijtschelden',
  waiveOf: (number: string) => `${number} kwijtschelden`,
  waiveReason: 'Waarom?',
  waived: (number: string) => `${number} is kwijtgescholden.`,

  settings: 'Kosten en rente',
  settingsIntro:
    'Standaard staat alles uit: een herinnering is gratis. Wie kosten wil vragen, heeft een clausule nodig in het schoolreglement die vóór de factuur aan de ouders meegedeeld werd. De wet begrenst de bedragen, en de eerste herinnering blijft altijd gratis.',
  school: 'School',
  enabled: 'De school vraagt kosten of rente bij latere herinneringen',
  clause: 'Clausule, zoals ze in het schoolreglement staat',
  clauseReference: 'Artikel',
  clauseReferencePlaceholder: 'Schoolreglement, art. 12',
  clauseDate: 'Meegedeeld op',
  kind: 'Wat de school vraagt',
  kindOptions: {
    none: 'Geen kosten',
    lumpSum: 'Een schadevergoeding, één keer per factuur',
    reminderCost: 'Een vaste kost per latere herinnering',
  },
  neverBoth: 'Nooit allebei.',
  lumpSumPercent: 'Percentage van wat openstaat',
  lumpSumMinimum: 'Minimum',
  reminderCost: 'Bedrag per herinnering',
  interest: 'Rente vragen volgens het schoolreglement',
  interestPercent: 'Rente per jaar (%)',
  percentWrong: 'Vul een percentage in van 0 tot 100.',
  save: 'Bewaren',
  saved: 'De instellingen van de kosten zijn bewaard.',
  problemsTitle: 'Dit klopt nog niet',
};
