import type { ImportCounts, ImportKind, Mapping, RowOutcome } from '#shared/imports/contract.ts';

const whole = (number: number): string => number.toLocaleString('nl-BE');
const count = (number: number, one: string, many: string): string => `${whole(number)} ${number === 1 ? one : many}`;

type Encoding = NonNullable<Mapping['encoding']>;
type Delimiter = NonNullable<Mapping['delimiter']>;

/** Words of reading in an exported list, from file to report. */
export const importTexts = {
  title: 'Importeren',
  subtitle: 'Lijsten uit je schoolpakket of boekhouding: leerlingen met hun betalers, en openstaande facturen',
  fileOf: (position: number, total: number, name: string) =>
    total > 1 ? `Bestand ${position} van ${total}: ${name}` : name,
  steps: 'Stappen van de import',
  stepNames: ['Bestand', 'Kolommen', 'Nakijken', 'Verslag'],

  dropTitle: 'Sleep hier een of meer exportbestanden',
  dropButton: 'of kies bestanden',
  dropHint: 'Excel (.xlsx) of CSV, hoogstens 50 MB. Er verandert niets voor je alles hebt nagekeken.',
  reading: (name: string) => `${name} wordt gelezen…`,
  notRead: (name: string) => `${name} is niet gelezen`,
  nextFile: (name: string) => `Verder met ${name}`,
  past: 'Eerdere imports',
  noPast: 'Nog niets ingelezen',
  noPastText:
    'Begin met de leerlingen en hun betalers, en daarna de openstaande facturen. Geen bestand bij de hand? De demoschool heeft alles al.',
  columnFile: 'Bestand',
  columnKind: 'Soort',
  columnWhen: 'Wanneer',
  columnAuthor: 'Door',
  columnResult: 'Resultaat',
  columnActions: 'Acties',
  kinds: { pupils: 'Leerlingen', invoices: 'Facturen' } satisfies Record<ImportKind, string>,
  countsLine: ({ new: added, changed, rejected, settledElsewhere }: ImportCounts) =>
    [
      added > 0 ? `${whole(added)} nieuw` : '',
      changed > 0 ? `${whole(changed)} gewijzigd` : '',
      settledElsewhere > 0 ? `${whole(settledElsewhere)} elders vereffend` : '',
      rejected > 0 ? `${whole(rejected)} geweigerd` : '',
    ]
      .filter((part) => part !== '')
      .join(' · ') || 'niets veranderd',
  undoneBadge: 'ongedaan gemaakt',
  reportOf: (name: string) => `Verslag van ${name}`,
  undo: 'Ongedaan maken',
  undoOf: (name: string) => `${name} ongedaan maken`,
  undoTitle: 'Deze import ongedaan maken?',
  undoIntro: (name: string) => `Alles wat “${name}” heeft gebracht, wordt teruggedraaid:`,
  undoNew: { pupils: 'nieuwe leerlingen', invoices: 'nieuwe facturen' } satisfies Record<ImportKind, string>,
  undoNewLine: (number: number, what: string) => `${whole(number)} ${what} verdwijnen uit de lijsten`,
  undoChangedLine: (number: number) =>
    `${count(number, 'gewijzigde rij krijgt', 'gewijzigde rijen krijgen')} de waarden van vóór de import terug`,
  undoSettledLine: (number: number) =>
    `${count(number, 'factuur staat', 'facturen staan')} weer open in plaats van elders vereffend`,
  undoNothing: 'er veranderde niets, dus er verdwijnt ook niets',
  undoOutro: 'Nota’s, documenten en verzonden berichten blijven bestaan.',
  undoDone: (name: string) => `“${name}” is ongedaan gemaakt.`,
  profiles: 'Bewaarde indelingen',
  profilesHint: 'Een bestand met dezelfde koppen wordt hiermee vanzelf herkend.',
  removeProfile: (name: string) => `Indeling ${name} verwijderen`,
  profileRemoved: (name: string) => `De indeling “${name}” is weg. Wat ermee ingelezen is, blijft.`,

  mapHeading: 'Wat staat er in elke kolom?',
  format: 'Zo is het bestand gelezen',
  kind: 'Soort lijst',
  kindChoices: {
    invoices: 'Openstaande facturen',
    pupils: 'Leerlingen en betalers',
  } satisfies Record<ImportKind, string>,
  sheet: 'Werkblad',
  delimiter: 'Scheidingsteken',
  delimiters: {
    ';': 'puntkomma ( ; )',
    ',': 'komma ( , )',
    '\t': 'tab',
    '|': 'streepje ( | )',
  } satisfies Record<Delimiter, string>,
  encoding: 'Tekenset',
  encodings: {
    'utf-8': 'UTF-8',
    'windows-1252': 'Windows (1252)',
    'utf-16le': 'UTF-16',
  } satisfies Record<Encoding, string>,
  headerRow: 'Rij met de koppen',
  school: 'School',
  schoolFromFile: 'School van rijen zonder school',
  schoolMissing: 'Kies de school: de rijen noemen er zelf geen.',
  schoolPlaceholder: 'Kies een school',
  schoolOptional: 'elke rij noemt haar school',
  recognised: (name: string) => `Herkend als “${name}”: de kolommen staan al juist.`,
  before: (at: string) =>
    `Dit bestand is al eens ingelezen, op ${at}. Opnieuw inlezen verandert enkel wat intussen anders is.`,
  beforeReport: 'Naar dat verslag',
  columns: 'Kolommen',
  columnHeader: 'Kop in het bestand',
  columnSample: 'Voorbeelden',
  columnMeaning: 'Betekenis',
  noHeader: (letter: string) => `(kolom ${letter})`,
  unused: 'niet gebruiken',
  meaningOf: (header: string) => `Betekenis van ${header}`,
  noMatch: 'Geen veld met die naam',
  groups: {
    invoice: 'Factuur',
    amounts: 'Bedragen',
    pupil: 'Leerling',
    school: 'School',
    address: 'Adres van de leerling',
    payer: (slot: number) => `Betaler ${slot}`,
  },
  missing: (fields: string) => `Duid nog aan in welke kolom dit staat: ${fields}.`,
  double: (fields: string) => `Twee kolommen hebben dezelfde betekenis: ${fields}. Laat er één over.`,
  saveProfile: 'Onthoud deze indeling voor bestanden met dezelfde koppen',
  profileName: 'Naam van de indeling',
  profilePlaceholder: 'bv. Openstaande facturen uit de boekhouding',
  profileNameMissing: 'Geef de indeling een naam.',
  used: (rows: number, used: number, columns: number) =>
    `${count(rows, 'rij', 'rijen')} · ${whole(used)} van ${count(columns, 'kolom', 'kolommen')} gebruikt`,
  otherFile: 'Ander bestand',
  toPreview: 'Nakijken',

  previewHeading: 'Wat er zou veranderen',
  previewHint: 'Er is nog niets veranderd.',
  checking: 'Elke rij wordt nagekeken…',
  tabs: {
    rejected: 'Geweigerd',
    changed: 'Gewijzigd',
    new: 'Nieuw',
    unchanged: 'Ongewijzigd',
  } satisfies Record<RowOutcome, string>,
  vanishedTab: 'Niet meer in de lijst',
  tabCount: (label: string, number: number) => `${label} (${whole(number)})`,
  tabEmpty: {
    rejected: 'Geen enkele rij is geweigerd.',
    changed: 'Niets dat al bekend was, is gewijzigd.',
    new: 'Er is niets nieuws bij.',
    unchanged: 'Geen enkele rij is ongewijzigd.',
  } satisfies Record<RowOutcome, string>,
  firstOnly: (shown: number, total: number) =>
    `Van de ${whole(total)} rijen zijn de eerste ${whole(shown)} te bekijken.`,
  showMore: (number: number) => `Nog ${count(number, 'rij', 'rijen')} tonen`,
  number: whole,
  rowNumber: 'Rij',
  rowSubject: 'Wat',
  rowNote: { rejected: 'Waarom', changed: 'Wat verandert', new: 'Voorstel', unchanged: 'Opmerking' } satisfies Record<
    RowOutcome,
    string
  >,
  rowOpen: 'Open',
  change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  emptyValue: '(leeg)',
  agrees: (row: number, amount: string) =>
    `Het totaal in het bestand (rij ${row}) is ${amount} en klopt met de som van de rijen.`,
  differs: 'Het totaal in het bestand klopt niet met de rijen die ingelezen worden.',
  sum: (amount: string) =>
    `Som van de openstaande bedragen in het bestand: ${amount}. Het bestand heeft zelf geen totaalrij.`,
  rejectedHint:
    'Geweigerde rijen worden niet ingelezen; de andere wel. Verbeter ze in je pakket en lees het bestand later opnieuw in.',
  vanishedHint:
    'Deze facturen staan nog open in Openstaand, maar niet meer in de nieuwe lijst. Vink aan wat elders betaald of vereffend is. Wat je niet aanvinkt, blijft gewoon open staan.',
  vanishedAll: 'Alle facturen elders betaald',
  vanishedOne: (number: string) => `${number} is elders betaald`,
  vanishedColumn: 'Elders betaald?',
  vanishedNumber: 'Factuur',
  vanishedPupil: 'Leerling',
  vanishedDue: 'Vervaldag',
  vanishedOpen: 'Open',
  nothingToDo: 'Alles in dit bestand is al bekend: er valt niets in te lezen.',
  back: 'Terug naar de kolommen',
  commit: 'Inlezen',
  stopped: 'De import is gestopt. Er is niets ingelezen; de indeling van de kolommen staat er nog.',
  badResult: 'Er is ingelezen, maar het verslag kwam niet aan. Je vindt het bij Eerdere imports.',

  doneHeading: 'Ingelezen',
  done: (name: string) => `“${name}” is ingelezen.`,
  reportHeading: 'Verslag van de import',
  figures: {
    new: 'Nieuw',
    changed: 'Gewijzigd',
    unchanged: 'Ongewijzigd',
    rejected: 'Geweigerd',
    settled: 'Elders vereffend',
  },
  byWhom: (author: string, at: string) => `Ingelezen door ${author} op ${at}`,
  undoneAt: (at: string) => `Deze import is ongedaan gemaakt op ${at}.`,
  undoBlocked: (reason: string) => `Ongedaan maken kan niet meer. ${reason}`,
  toOpenItems: 'Naar Openstaand',
  toDossiers: 'Naar Dossiers',
  thenInvoices: 'Volgende stap: lees de openstaande facturen in, of bekijk de gezinnen bij Dossiers.',
  thenOpen: 'Volgende stap: bekijk wie wat verschuldigd is bij Openstaand.',
  backToList: 'Alle imports',
  rows: 'Rijen',
} as const;
