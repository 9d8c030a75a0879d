import type { BankLine, Confidence, SetAsideAs } from '#shared/bank/shapes.ts';
import type { BadgeTone } from '#renderer/ui/badge.tsx';
import { counted, lines } from './bank.nl.ts';

const proposals = counted('voorstel', 'voorstellen');
const receipts = counted('ontvangst', 'ontvangsten');

export const confidenceTones: Readonly<Record<Confidence, BadgeTone>> = {
  certain: 'success',
  likely: 'info',
  possible: 'warning',
};

/** Words of working the lines: the list, the panel of one line, booking by hand, setting aside, opening again. */
export const lineTexts = {
  gridLabel: 'Banklijnen',
  rowName: (date: string, amount: string, name: string) => [date, amount, name].filter(Boolean).join(', '),
  columns: {
    amount: 'Bedrag',
    counterparty: 'Van of naar',
    communication: 'Mededeling',
    proposal: 'Voorstel',
    booked: 'Afgepunt op',
    setAside: 'Waarom',
    actions: 'Actie',
  },
  confidence: { certain: 'zeker', likely: 'waarschijnlijk', possible: 'mogelijk' } satisfies Record<Confidence, string>,
  kinds: {
    payment: 'overschrijving',
    directDebit: 'domiciliëring',
    directDebitUnpaid: 'domiciliëring onbetaald',
    directDebitRefund: 'domiciliëring terugbetaald',
    returned: 'teruggekomen',
    outgoing: 'uitgaand',
    cost: 'kosten',
    cash: 'contant',
    correction: 'correctie',
    other: 'andere',
  } satisfies Record<BankLine['kind'], string>,
  setAsideAs: {
    cost: 'Bankkosten',
    ownTransfer: 'Eigen overschrijving',
    notForUs: 'Niet voor de school',
    refundPaid: 'Terugbetaling uitgevoerd',
    other: 'Andere reden',
  } satisfies Record<SetAsideAs, string>,
  unknownName: 'onbekend',
  onBehalf: (name: string) => `voor ${name}`,
  noCommunication: 'geen mededeling',
  noProposal: 'Geen voorstel: wijs zelf toe',
  credit: (amount: string) => `${amount} tegoed`,
  allCredit: (amount: string) => `${amount} als tegoed`,
  takeBack: (amount: string) => `neemt ${amount} terug, de factuur staat weer open`,
  setAsideProposal: (as: string) => `opzij: ${as.toLowerCase()}`,
  invoiceAmount: (number: string, amount: string) => `${number} (${amount})`,
  moreInvoices: (count: number) => `en nog ${count}`,
  viaThirdParty: (name: string) => `betaald door ${name}`,

  accept: 'Aanvaarden',
  acceptOf: (name: string) => `Voorstel voor ${name} aanvaarden`,
  acceptSelected: (count: number) => `${proposals(count)} aanvaarden`,
  acceptAll: (count: number) => `Aanvaard alle ${count} waarschijnlijke …`,
  acceptAllTitle: (count: number) => `${proposals(count)} aanvaarden?`,
  acceptAllConfirm: 'Alles aanvaarden',
  effectBook: (count: number, amount: string) =>
    `${receipts(count)}, samen ${amount}, ${count === 1 ? 'wordt' : 'worden'} afgepunt zoals voorgesteld.`,
  effectCredit: (amount: string) => `Daarvan wordt ${amount} tegoed, omdat er meer betaald is dan openstaat.`,
  effectTakeBack: (count: number, amount: string) =>
    `${receipts(count)}, samen ${amount}, ${count === 1 ? 'wordt' : 'worden'} teruggenomen: die facturen staan weer open.`,
  effectSetAside: (count: number) => `${lines(count)} ${count === 1 ? 'wordt' : 'worden'} opzij gezet.`,
  effectOutro: 'Nieuwe rekeningnummers worden hiermee niet onthouden. Elke lijn kan later weer geopend worden.',
  accepted: (count: number) => `${proposals(count)} aanvaard.`,
  changedTitle: (count: number) =>
    count === 1
      ? '1 voorstel was intussen veranderd en is niet geboekt'
      : `${count} voorstellen waren intussen veranderd en zijn niet geboekt`,
  changedText:
    'De andere zijn geboekt. Wat veranderde, staat hieronder geselecteerd met zijn nieuwe voorstel: kijk het na en aanvaard opnieuw.',
  changedOne: 'Dit voorstel was intussen veranderd en is niet geboekt. Hieronder staat het nieuwe.',

  nothingSelected: 'Niets geselecteerd',
  selected: (count: number, amount: string) => `${lines(count)}, samen ${amount}`,
  selectedCount: (count: number) => `${lines(count)} geselecteerd`,
  clearSelection: 'Selectie wissen',

  setAside: 'Opzij zetten …',
  setAsideTitle: (count: number) => (count === 1 ? 'Lijn opzij zetten' : `${lines(count)} opzij zetten`),
  setAsideHint: 'Wat opzij staat, telt nergens mee en verandert geen enkele factuur. Je kunt het altijd weer openen.',
  setAsideAsLabel: 'Wat is het?',
  setAsideNote: 'Toelichting (mag leeg blijven)',
  setAsideConfirm: 'Opzij zetten',
  setAsideDone: (count: number) => `${lines(count)} opzij gezet.`,
  reopen: 'Weer openen …',
  reopenTitle: (count: number) => (count === 1 ? 'Deze lijn weer openen?' : `${lines(count)} weer openen?`),
  reopenBooked: (amount: string, household: string | null) =>
    household === null
      ? `De boeking van ${amount} wordt teruggenomen en de facturen staan weer open.`
      : `De boeking van ${amount} voor ${household} wordt teruggenomen.`,
  reopenInvoice: (number: string, amount: string) => `${number}: ${amount} staat weer open`,
  reopenTakenBack: (amount: string) =>
    `Dat ${amount} terugkwam, geldt dan niet meer: de facturen zijn weer betaald zoals ervoor.`,
  reopenCredit: (amount: string) => `${amount} tegoed verdwijnt`,
  reopenManyBooked: (count: number) =>
    `Van ${lines(count)} wordt de boeking teruggenomen: die facturen staan weer open.`,
  reopenSetAside:
    'Er was niets geboekt, dus verandert er geen enkele factuur. De lijn komt weer bij de te verwerken lijnen.',
  reopenConfirm: 'Weer openen',
  reopened: (count: number) => `${lines(count)} weer open.`,
  takenBack: 'Ongedaan gemaakt: de lijnen staan weer open.',

  panel: 'Banklijn',
  notFound: 'Deze banklijn bestaat niet (meer)',
  notFoundText: 'Het uittreksel is misschien ongedaan gemaakt. Je vindt alle uittreksels bij Uittreksels.',
  bookingDate: 'Boekdatum',
  valueDate: 'Valuta',
  account: 'Rekening',
  reference: 'Gestructureerde mededeling',
  communication: 'Mededeling',
  behalf: 'Namens',
  statement: 'Uittreksel',
  showStatement: 'Lijnen van dit uittreksel',
  statuses: {
    open: 'te verwerken',
    booked: 'afgepunt',
    setAside: 'opzij gezet',
    undone: 'ongedaan gemaakt',
  } satisfies Record<BankLine['status'], string>,
  proposal: 'Voorstel',
  invoice: 'Factuur',
  pupil: 'Leerling',
  due: 'Vervaldag',
  open: 'Open',
  toInvoice: 'Afpunten',
  takeBackColumn: 'Terugnemen',
  rest: 'Rest als tegoed',
  otherwise: 'Zelf toewijzen',
  backToProposal: 'Terug naar het voorstel',
  byHand: 'Zelf toewijzen',
  moneyOut:
    'Geld dat vertrok, kan niet op een factuur afgepunt worden. Zet de lijn opzij, of laat ze staan tot je weet wat het is.',
  bookedTitle: 'Afgepunt op',
  takenBackTitle: 'Teruggenomen van',
  bookedAllCredit: 'Het hele bedrag is tegoed van het gezin.',
  setAsideTitleDone: 'Opzij gezet',

  findHousehold: 'Zoek het gezin',
  findPlaceholder: 'Naam, leerling, factuur of bedrag',
  candidates: 'Gevonden gezinnen',
  nobody: 'Geen gezin gevonden. Zoek op een andere naam, een factuurnummer of het bedrag.',
  households: counted('gezin gevonden', 'gezinnen gevonden'),
  openClaims: (count: number, amount: string) =>
    count === 0 ? 'niets open' : `${count} ${count === 1 ? 'factuur' : 'facturen'} open, samen ${amount}`,
  otherHousehold: 'Ander gezin',
  claims: 'Openstaande facturen',
  noClaims: 'Dit gezin heeft niets open. Het hele bedrag wordt tegoed.',
  claimPick: (number: string, pupil: string) => `Afpunten op ${number} van ${pupil}`,
  claimAmount: (number: string) => `Bedrag voor ${number}`,
  tooMuchFor: (amount: string) => `Er staat maar ${amount} open.`,
  amountWrong: 'Dit is geen bedrag. Schrijf bv. 12,50.',
  oldestFirst: 'Verdeel van oud naar nieuw',
  clearAmounts: 'Wis bedragen',
  received: 'Ontvangen',
  divided: 'Verdeeld',
  left: 'Rest als tegoed van het gezin',
  tooMuch: 'Te veel verdeeld',
  paidBy: 'Wie heeft betaald?',
  payers: 'Betalers van het gezin',
  thirdParties: 'Iemand die in de plaats betaalt',
  unknownPayer: 'Iemand anders of niet gekend',
  learn: (iban: string, name: string) => `Onthoud rekening ${iban} voor ${name}`,
  learnHint:
    'Een volgende betaling van deze rekening wordt dan voorgesteld, nooit vanzelf geboekt. Vergeten kan altijd.',
  book: 'Boeken',
  booked: (amount: string) => `${amount} geboekt.`,

  knownAccounts: 'Bekende rekeningen',
  noKnownAccounts: 'Van dit gezin is nog geen rekening onthouden.',
  learnedBy: (origin: 'bank' | 'hand', author: string) =>
    origin === 'bank' ? `onthouden uit de bank door ${author}` : `ingevuld door ${author}`,
  forget: 'Vergeten',
  forgetOf: (iban: string) => `Rekening ${iban} vergeten`,
  forgotten: (iban: string) => `Rekening ${iban} is vergeten.`,
  restored: (iban: string) => `Rekening ${iban} is weer bekend.`,
} as const;
