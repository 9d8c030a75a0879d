import { counted, lines } from './bank.nl.ts';

const added = counted('nieuwe lijn', 'nieuwe lijnen');
const whole = (number: number): string => number.toLocaleString('nl-BE');

/** Words of reading in a bank file: dropping it, what it holds, what came of it. */
export const bankFileTexts = {
  dropTitle: 'Sleep hier bankbestanden',
  dropButton: 'Kies bestanden',
  reading: (name: string) => `${name} wordt gelezen en nagekeken…`,
  notRead: (name: string) => `${name} is niet gelezen`,
  nothingChanged: 'Er is niets ingelezen en niets veranderd.',

  previewTitle: 'Bankbestand nakijken',
  fileOf: (position: number, total: number, name: string) =>
    total > 1 ? `Bestand ${whole(position)} van ${whole(total)}: ${name}` : name,
  formats: { coda: 'CODA', camt053: 'camt.053', csv: 'CSV' },
  unknownFormat: 'onbekend formaat',
  errorsTitle: 'Dit bestand kan niet ingelezen worden',
  errorsText:
    'Een deel klopt niet, dus is niets ervan te vertrouwen. Er is niets ingelezen. Download het bestand opnieuw bij je bank.',
  blockedStatement: 'Dit uittreksel kan niet ingelezen worden',
  warningsTitle: 'Let op',
  line: (line: number) => `lijn ${whole(line)}`,
  rule: (rule: string) => `regel ${rule}`,
  findings: 'Wat er niet klopt',
  moreFindings: (count: number) => `en nog ${whole(count)} andere`,

  statement: (number: number | null) => (number === null ? 'Verrichtingen' : `Uittreksel ${number}`),
  upTo: 'tot',
  opening: 'Beginsaldo',
  closing: 'Eindsaldo',
  noBalance: 'Geen saldocontrole: dit bestand heeft geen saldo, dus niets bewijst dat het volledig is.',
  balanceFine: 'Begin- en eindsaldo kloppen met de lijnen.',
  lines,
  newLines: (count: number) => (count === 0 ? 'geen nieuwe lijnen' : added(count)),
  knownLines: (count: number) =>
    count === 1
      ? '1 lijn is al bekend en wordt overgeslagen'
      : `${whole(count)} lijnen zijn al bekend en worden overgeslagen`,
  outcomes: 'Wat er met de nieuwe lijnen gebeurt',
  certain: 'zeker',
  certainHint: 'wordt meteen afgepunt',
  likely: 'waarschijnlijk',
  likelyHint: 'voorstel, wacht op jou',
  possible: 'mogelijk',
  possibleHint: 'voorstel, bekijk het eerst',
  unmatched: 'zelf te bekijken',
  unmatchedHint: 'geen voorstel',
  setAside: 'opzij gezet',
  setAsideHint: 'kosten, eigen overschrijvingen',

  unknownTitle: (iban: string) => `Rekening ${iban} is nog van geen school`,
  unknownText: 'Kies van welke school ze is. Het bestand wordt daarna opnieuw nagekeken.',
  otherFile: 'Niet inlezen',
  import: 'Inlezen',
  importCount: (count: number) => `${added(count)} inlezen`,
  nothingNew: 'Alles in dit bestand is al ingelezen.',
  notYet: 'Er is nog niets ingelezen.',
  willBook: (certain: number, rest: number) =>
    `${lines(certain)} ${certain === 1 ? 'wordt' : 'worden'} meteen afgepunt, ${whole(rest)} ${rest === 1 ? 'wacht' : 'wachten'} daarna op jou.`,
  stopped: 'Het inlezen is gestopt. Er is niets ingelezen.',
  badResult: 'Het bestand is ingelezen, maar het verslag kwam niet aan. Je vindt het bij Uittreksels.',
  doneTitle: (name: string) => `${name} is ingelezen`,
  ofFile: (name: string) => `${name}:`,
  undone: 'Het inlezen is ongedaan gemaakt.',
  undo: 'Inlezen ongedaan maken',
} as const;
