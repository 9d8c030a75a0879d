const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Words about charges that come back every month. */
export const periodicTexts = {
  menu: 'Periodieke aanrekeningen …',
  title: (name: string) => `Periodieke aanrekeningen van ${name}`,
  hint: 'Komt elke maand terug tot de einddatum of tot je het stopt. Er wordt pas iets aangerekend bij de maandrun.',
  running: 'Lopend',
  none: 'Nog geen periodieke aanrekening voor deze leerling.',
  noneSchool: 'Deze school heeft nog geen periodieke aanrekeningen. Je voegt ze toe bij de leerling, in het dossier.',
  add: 'Toevoegen',
  addTitle: 'Nieuwe aanrekening',
  billingGroup: 'Notagroep',
  description: 'Omschrijving',
  descriptionPlaceholder: 'Weekverblijf',
  amount: 'Bedrag per maand',
  from: 'Vanaf',
  until: 'Tot en met',
  untilHint: 'Leeg: tot je het stopt',
  untilBeforeFrom: 'Het einde ligt voor het begin.',
  saved: (what: string) => `${what} wordt elke maand aangerekend.`,
  stop: 'Stoppen',
  stopOf: (what: string) => `Stoppen: ${what}`,
  stopped: (what: string) => `${what} is gestopt. Wat al aangerekend is, blijft.`,
  isStopped: 'gestopt',
  periodWords: (from: string, until: string | null) =>
    until === null ? `vanaf ${from}` : from === until ? from : `${from} tot en met ${until}`,
  chargedUntil: (period: string) => `aangerekend tot en met ${period}`,
  neverCharged: 'nog niet aangerekend',
  pupil: 'Leerling',
  what: 'Wat',
  period: 'Periode',

  runTitle: 'Maandrun',
  runHint:
    'Maakt één factuur per aanrekening, elke maand hoogstens één keer. Een overgeslagen maand komt er nooit vanzelf bij.',
  month: 'Maand',
  dueDate: 'Vervaldag',
  dueMissing: 'Kies een vervaldag.',
  nothingToCharge: 'Voor deze maand valt er niets aan te rekenen.',
  already: (number: number) =>
    `${count(number, 'aanrekening is', 'aanrekeningen zijn')} voor deze maand al gebeurd en ${number === 1 ? 'komt' : 'komen'} er niet bij.`,
  effect: (number: number, amount: string, due: string) =>
    `${count(number, 'factuur', 'facturen')} van samen ${amount}, te betalen tegen ${due}. Openstaand stijgt met ${amount}.`,
  run: (number: number) => `${count(number, 'factuur', 'facturen')} maken`,
  runDone: (number: number, amount: string) =>
    `${count(number, 'factuur is', 'facturen zijn')} gemaakt, samen ${amount}.`,
  chooseSchool: 'Kies een school om haar periodieke aanrekeningen te zien.',
  list: 'Alle aanrekeningen van deze school',
} as const;
