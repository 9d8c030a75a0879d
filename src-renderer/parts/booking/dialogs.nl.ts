import type { WriteOffRequest } from '#shared/ledger/booking-shapes.ts';

const invoices = (number: number): string => `${number} ${number === 1 ? 'factuur' : 'facturen'}`;

export const transferTexts = {
  title: 'Overboeken',
  hint: 'Verplaatst geld van de ene factuur naar de andere, nooit meer dan er ontvangen is.',
  from: 'Van',
  to: 'Naar',
  received: (amount: string) => `${amount} ontvangen`,
  noFrom: 'Op geen enkele factuur staat ontvangen geld.',
  noTo: 'Er staat geen andere factuur van dezelfde school open.',
  where: 'Waar staat de factuur?',
  within: 'Bij dit gezin',
  elsewhere: 'Bij een ander gezin',
  otherHousehold: 'Ander gezin',
  otherPlaceholder: 'Naam, klas of factuurnummer',
  otherNothing: 'Niets gevonden. Probeer een deel van de naam.',
  chooseFrom: 'Kies de factuur waar het geld nu staat.',
  chooseTo: 'Kies de factuur waar het geld naartoe moet.',
  confirm: 'Overboeken',
  sentence: (amount: string, from: string, to: string) =>
    `${amount} gaat van ${from} naar ${to}. Wat het gezin in totaal verschuldigd is, verandert niet.`,
  sentenceElsewhere: (amount: string, from: string, to: string, name: string) =>
    `${amount} gaat van ${from} naar ${to} van ${name}. Dit gezin is dan ${amount} meer verschuldigd, het andere ${amount} minder.`,
  tooMuch: (amount: string) => `Op deze factuur kan hoogstens ${amount} overgeboekt worden.`,
  done: (amount: string) => `${amount} is overgeboekt.`,
  what: 'De overboeking',
} as const;

export const refundTexts = {
  title: 'Terugbetalen',
  hint: 'Geeft tegoed terug, met een overschrijving of cash.',
  noCredit: 'Dit gezin heeft geen tegoed. Terugbetalen kan alleen met geld dat te veel ontvangen is.',
  from: 'Tegoed',
  chooseFrom: 'Kies het tegoed.',
  to: 'Aan wie',
  chooseTo: 'Kies wie het geld krijgt.',
  method: 'Hoe',
  methods: { bank: 'Met een overschrijving', cash: 'Cash' },
  methodHint: {
    bank: 'Komt klaar te staan bij Bank, onder Terugbetalingen; daar maak je er een betaalbestand van.',
    cash: 'Laat de ontvanger tekenen voor ontvangst.',
  },
  account: 'Rekening',
  knownAccount: (iban: string, holder: string) => [iban, holder].filter((part) => part !== '').join(' · '),
  otherAccount: 'Een andere rekening',
  iban: 'Rekeningnummer (IBAN)',
  ibanMissing: 'Vul het rekeningnummer in.',
  ibanWrong: 'Dit rekeningnummer klopt niet (controlecijfer).',
  holder: 'Op naam van',
  confirm: 'Terugbetalen',
  sentence: (amount: string, name: string, bank: boolean) =>
    `${amount} gaat terug naar ${name}, ${bank ? 'met een overschrijving' : 'cash'}. Het tegoed daalt met dat bedrag.`,
  tooMuch: (amount: string) => `Er is hoogstens ${amount} tegoed.`,
  done: (amount: string, bank: boolean) =>
    bank ? `De terugbetaling van ${amount} staat klaar als betaalopdracht.` : `${amount} is cash terugbetaald.`,
  what: 'De terugbetaling',
} as const;

export const claimAmountsTexts = {
  label: 'Facturen',
  choose: 'Kies minstens één factuur.',
  pick: (number: string) => `Factuur ${number} kiezen`,
  pickAll: 'Alle facturen kiezen',
  amountOf: (number: string) => `Bedrag op ${number}`,
  invoice: 'Factuur',
  pupil: 'Leerling',
  open: 'Open',
  amount: 'Bedrag',
  total: 'Totaal',
  none: 'Er staat geen factuur open.',
  others: (number: number) =>
    number === 1 ? 'Nog 1 factuur van dit gezin tonen' : `Nog ${number} facturen van dit gezin tonen`,
} as const;

export const writeOffTexts = {
  title: 'Buiten invordering',
  hint: 'Voor wat niet meer te innen is. Wat gebeurd is, blijft in het dossier; terugdraaien kan altijd.',
  ground: 'Waarom is het niet meer in te vorderen?',
  grounds: {
    uncollectable: 'Oninbaar: alles is geprobeerd',
    limited: 'Verjaard',
    deceased: 'Overlijden',
    insolvency: 'Collectieve schuldenregeling of faillissement',
    tooSmall: 'Te klein om nog op te volgen',
    other: 'Andere reden',
  } satisfies Record<WriteOffRequest['ground'], string>,
  reason: 'Toelichting',
  confirm: 'Buiten invordering stellen',
  sentence: (amount: string, number: number) => `${amount} op ${invoices(number)} wordt niet meer gevraagd.`,
  leavesList: (number: number) =>
    number === 1
      ? '1 factuur verdwijnt uit Openstaand en komt in geen enkel bericht meer.'
      : `${number} facturen verdwijnen uit Openstaand en komen in geen enkel bericht meer.`,
  staysOpen: (amount: string) => `Er blijft ${amount} open op deze facturen; dat wordt wel nog gevraagd.`,
  liftsHolds: (number: number) =>
    number === 1
      ? '“Niet verwerken” op 1 factuur wordt opgeheven.'
      : `“Niet verwerken” op ${number} facturen wordt opgeheven.`,
  done: (amount: string) => `${amount} staat buiten invordering.`,
  what: 'Buiten invordering',
} as const;

export const remissionTexts = {
  title: 'Kwijtschelden',
  hint: 'De school scheldt het bedrag kwijt: het gezin is het niet meer verschuldigd.',
  source: 'Waar komt het vandaan?',
  sources: { socialFund: 'Sociaal fonds', decision: 'Beslissing van de school' },
  confirm: 'Kwijtschelden',
  sentence: (amount: string, number: number, fund: boolean) =>
    `${amount} op ${invoices(number)} wordt kwijtgescholden${fund ? ', ten laste van het sociaal fonds' : ''}.`,
  done: (amount: string) => `${amount} is kwijtgescholden.`,
  what: 'De kwijtschelding',
} as const;

export const compensationTexts = {
  title: 'Verrekenen',
  hint: 'Tegoeden en creditnota’s van dit gezin tegenover wat openstaat, het oudste eerst, per school.',
  none: 'Er is niets te verrekenen: er staat geen tegoed naast een openstaande factuur van dezelfde school.',
  choose: 'Kies minstens één verrekening.',
  from: 'Van',
  to: 'Naar',
  pick: (from: string, to: string) => `${from} met ${to} verrekenen`,
  confirm: 'Verrekenen',
  sentence: (amount: string) =>
    `${amount} tegoed betaalt openstaande facturen. Er beweegt geen geld; het saldo van het gezin blijft gelijk.`,
  done: (amount: string) => `${amount} is verrekend.`,
  hintBox: (amount: string) => `Er staat ${amount} tegoed naast openstaande facturen.`,
  hintText: 'Verreken het voor er een bericht vertrekt.',
  hintAction: 'Verrekenen …',
} as const;

export const reallocateTexts = {
  title: 'Anders afpunten',
  hint: (amount: string) =>
    `Verdeel de ontvangst van ${amount} anders over de facturen. De oude boeking wordt teruggedraaid en opnieuw gemaakt; er verdwijnt niets.`,
  tooMuch: (amount: string) => `Dit is ${amount} meer dan er ontvangen is.`,
  rest: (amount: string) => `${amount} blijft over en wordt tegoed van het gezin.`,
  exact: 'De hele ontvangst is verdeeld.',
  confirm: 'Afpunten',
  done: 'De ontvangst is anders afgepunt.',
} as const;

export const chargeTexts = {
  title: (number: string) => `Aanrekenen op ${number}`,
  hint: 'Verhoogt wat op deze factuur verschuldigd is, bv. een vergeten schoolboek of bankkosten.',
  confirm: 'Aanrekenen',
  sentence: (amount: string, number: string) => `Op ${number} komt ${amount} bij.`,
  done: (amount: string) => `${amount} is aangerekend.`,
} as const;

export const arrearsTexts = {
  obligationTitle: (number: string) => `Aflossingsverplichting op ${number}`,
  obligationHint:
    'Wat de betalers tegen een datum betaald moesten hebben. Het saldo verandert niet; de achterstand wel.',
  obligationDate: 'Te betalen tegen',
  obligationDateHint: 'Vandaag of vroeger',
  obligationConfirm: 'Verplichting boeken',
  obligationSentence: (amount: string, date: string) =>
    `Tegen ${date} moest ${amount} betaald zijn, verdeeld over wie deze factuur verschuldigd is. Het saldo verandert niet.`,
  obligationDone: 'De aflossingsverplichting is geboekt.',
  correctionTitle: (number: string) => `Achterstand corrigeren op ${number}`,
  correctionHint: 'Verlaagt de achterstand, bv. na een nieuwe afspraak. Het saldo verandert niet.',
  correctionNone: 'Er zijn geen verplichtingen geboekt op deze factuur.',
  correctionOf: (name: string) => `Min voor ${name}`,
  correctionConfirm: 'Corrigeren',
  correctionSentence: (amount: string) => `De achterstand daalt met ${amount}. Het saldo verandert niet.`,
  correctionDone: 'De achterstand is gecorrigeerd.',
  booked: 'Geboekte verplichtingen',
  arrearsOf: (name: string) => `Achterstand van ${name}`,
  balance: 'Saldo van de factuur',
} as const;

export const reverseTexts = {
  title: (kind: string) => `${kind} terugdraaien`,
  hint: 'Elke boeking ervan krijgt een tegenboeking van vandaag. De oude blijft zichtbaar, doorstreept.',
  sentence: (kind: string, amount: string) =>
    `${kind} van ${amount} wordt teruggedraaid, op elke factuur waar een deel ervan staat.`,
  confirm: 'Terugdraaien',
  done: 'Teruggedraaid.',
} as const;
