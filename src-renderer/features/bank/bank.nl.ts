import type { PaymentOrder } from '#shared/ledger/booking-shapes.ts';

const whole = new Intl.NumberFormat('nl-BE');

/** `1 lijn`, `2 lijnen`. */
export function counted(one: string, many: string): (count: number) => string {
  return (count) => `${whole.format(count)} ${count === 1 ? one : many}`;
}

export const lines = counted('lijn', 'lijnen');
const orders = counted('terugbetaling', 'terugbetalingen');

/** Words of the screen Bank: how fresh, which parts, statements, refunds, accounts. */
export const bankTexts = {
  title: 'Bank',
  subtitle: (open: number, amount: string) => `${lines(open)} nog te verwerken, samen ${amount}`,
  subtitleDone: 'Alle lijnen zijn verwerkt.',
  parts: 'Onderdelen van de bank',
  tabs: {
    proposals: 'Voorstellen',
    manual: 'Zelf te bekijken',
    booked: 'Afgepunt',
    setAside: 'Opzij gezet',
    statements: 'Uittreksels',
    refunds: 'Terugbetalingen',
  },
  tabCount: (label: string, count: number) => `${label} (${whole.format(count)})`,
  search: 'Zoek in deze lijnen',
  searchPlaceholder: 'Naam, mededeling, bedrag of rekening',
  statementFilter: 'Uittreksel',

  freshness: 'Hoe actueel de bank is',
  upTo: 'bijgewerkt tot',
  never: 'nog geen uittreksel',
  daysOld: (days: number) => (days <= 0 ? 'vandaag' : days === 1 ? '1 dag oud' : `${whole.format(days)} dagen oud`),
  openLines: (count: number) => `${whole.format(count)} te verwerken`,
  allAccounts: (count: number) => `Alle ${whole.format(count)} rekeningen tonen`,
  fewerAccounts: 'Minder rekeningen tonen',

  nothingTitle: 'Nog geen uittreksels ingelezen',
  nothingText:
    'Download de verrichtingen in het programma van je bank (CODA of camt.053) en sleep het bestand hierheen. Je ziet eerst wat erin staat; er wordt niets geboekt voor je op Inlezen klikt.',
  empty: {
    proposals: 'Er wachten geen voorstellen',
    manual: 'Niets om zelf te bekijken',
    booked: 'Nog niets afgepunt',
    setAside: 'Niets opzij gezet',
  },
  emptyText: {
    proposals:
      'Elke lijn met een voorstel is verwerkt. Kijk bij Zelf te bekijken of er nog lijnen zonder voorstel zijn.',
    manual: 'Elke lijn zonder voorstel is toegewezen of opzij gezet.',
    booked: 'Aanvaard een voorstel of wijs een lijn toe; je vindt ze daarna hier terug, en kunt ze hier weer openen.',
    setAside: 'Kosten, eigen overschrijvingen en wat niet voor de school is, komt hier en telt nergens mee.',
  },
  toManual: 'Naar Zelf te bekijken',
  toProposals: 'Naar Voorstellen',
  toOpenItems: 'Naar Openstaand',
  noMatch: 'Geen lijn past bij deze filters',
  clearFilters: 'Wis filters',

  statementsLabel: 'Ingelezen uittreksels',
  statement: 'Uittreksel',
  statementNumber: (number: number | null) => (number === null ? 'Verrichtingen' : `Nummer ${number}`),
  statementName: (number: number | null, date: string) =>
    number === null ? `Verrichtingen tot ${date}` : `Nummer ${number} tot ${date}`,
  account: 'Rekening',
  balance: 'Saldo',
  noBalance: 'geen saldocontrole',
  checks: 'Controles',
  checksFine: 'klopt',
  warnings: counted('waarschuwing', 'waarschuwingen'),
  counts: 'Lijnen',
  countsLine: (open: number, booked: number, setAside: number) =>
    [
      open > 0 ? `${whole.format(open)} te verwerken` : '',
      booked > 0 ? `${whole.format(booked)} afgepunt` : '',
      setAside > 0 ? `${whole.format(setAside)} opzij` : '',
    ]
      .filter((part) => part !== '')
      .join(' · ') || 'geen lijnen',
  showLines: (name: string) => `Lijnen van ${name} tonen`,
  readBy: 'Ingelezen',
  actions: 'Acties',
  undo: 'Ongedaan maken',
  undoOf: (name: string) => `${name} ongedaan maken`,
  undoTitle: 'Dit uittreksel ongedaan maken?',
  undoBooked: (count: number) =>
    `${lines(count)} afgepunt: die ontvangsten worden tegengeboekt en de facturen staan weer open.`,
  undoOpen: (count: number) => `${lines(count)} nog niet afgepunt: die verdwijnen uit de lijst.`,
  undoOutro: 'Het bankbestand zelf blijft bewaard en kan daarna opnieuw ingelezen worden.',
  undone: (name: string) => `${name} is ongedaan gemaakt. Het bestand kan opnieuw ingelezen worden.`,
  undoneBadge: 'ongedaan gemaakt',
  more: 'Meer tonen',
  closeNotice: 'Melding sluiten',

  refundsLabel: 'Terugbetalingen',
  refundsIntro:
    'Wat je terugbetaalt met een overschrijving, wacht hier op een betaalbestand (SEPA pain.001) voor het programma van je bank. Elke terugbetaling komt in één bestand.',
  refundsNone: 'Geen terugbetalingen',
  refundsNoneText:
    'Een tegoed of te veel betaald bedrag terugbetalen doe je op de factuur of in het dossier van het gezin.',
  beneficiary: 'Begunstigde',
  iban: 'Rekening',
  amount: 'Bedrag',
  communication: 'Mededeling',
  status: 'Stand',
  orderStatus: {
    waiting: 'wacht op een bestand',
    exported: 'in een betaalbestand',
    executed: 'uitgevoerd',
    returned: 'teruggekomen',
    cancelled: 'geannuleerd',
  } satisfies Record<PaymentOrder['status'], string>,
  pickOrder: (name: string) => `Terugbetaling aan ${name} kiezen`,
  pickAllOrders: 'Alle wachtende terugbetalingen kiezen',
  fromAccount: 'Van rekening',
  executionDate: 'Uitvoeren op',
  makeFile: 'Maak betaalbestand',
  oneSchool: 'Kies terugbetalingen van één school: een betaalbestand vertrekt van één rekening.',
  noAccount: 'Deze school heeft nog geen bankrekening. Voeg ze toe bij Instellingen, Bankrekeningen.',
  picked: (count: number, amount: string) => `${orders(count)}, samen ${amount}`,
  fileMade: (count: number) => `Betaalbestand gemaakt met ${orders(count)}. Laad het in het programma van je bank.`,
  again: 'Bestand opnieuw bewaren',
  againOf: (name: string) => `Bestand opnieuw bewaren, met de terugbetaling aan ${name}`,

  accountsTitle: 'Bankrekeningen van de scholen',
  accountsIntro:
    'Een bankbestand hoort bij een school door het rekeningnummer. Lijnen van een onbekende rekening worden niet ingelezen voor je de rekening toevoegt.',
  accountsNone: 'Er is nog geen bankrekening.',
  school: 'School',
  label: 'Naam',
  labelHint: 'Bv. zichtrekening of oudercomité. Mag leeg blijven.',
  ibanLabel: 'Rekeningnummer (IBAN)',
  ibanWrong: 'Dit rekeningnummer klopt niet. Kijk de cijfers na.',
  schoolMissing: 'Kies de school.',
  addAccount: 'Rekening toevoegen',
  editAccount: (iban: string) => `Rekening ${iban} aanpassen`,
  editAccountTitle: 'Rekening aanpassen',
  edit: 'Aanpassen',
  remove: 'Verwijderen',
  removeAccount: (iban: string) => `Rekening ${iban} verwijderen`,
  removeTitle: 'Deze rekening verwijderen?',
  removeBody: (iban: string) =>
    `Bestanden van ${iban} worden daarna niet meer ingelezen. Wat al ingelezen is, blijft staan. Je kunt de rekening opnieuw toevoegen.`,
  removed: (iban: string) => `Rekening ${iban} is verwijderd.`,
  accountSaved: (iban: string, school: string) => `Rekening ${iban} hoort nu bij ${school}.`,
  save: 'Bewaren',
} as const;
