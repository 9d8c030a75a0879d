const payers = (count: number): string => (count === 1 ? '1 betaler' : `${count} betalers`);

const longDay = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The screen of one run and its four steps. */
export const runTexts = {
  title: (asOf: string) => `Herinneringen van ${longDay.format(new Date(`${asOf}T00:00:00Z`))}`,
  madeBy: (author: string) => `gemaakt door ${author}`,
  steps: 'Stappen van de run',
  stepNames: { bank: 'Bank', proposal: 'Voorstel', approve: 'Goedkeuren', send: 'Versturen en printen' },
  toList: 'Alle runs',
  payers,
  cancel: 'Run annuleren',
  cancelTitle: 'Deze run annuleren?',
  cancelBody:
    'Er is nog niets verstuurd. Het voorstel blijft ter inzage in de lijst staan, maar er vertrekt niets meer.',
  cancelConfirm: 'Run annuleren',
  cancelled: 'De run is geannuleerd. Er is niets verstuurd.',
  reversedTitle: (by: string) => `Teruggedraaid door ${by}`,
  reversedBody: (voided: number, stayed: number) =>
    [
      voided > 0 ? `Voor ${payers(voided)} is alles nietig.` : '',
      stayed > 0 ? `Voor ${payers(stayed)} was het al vertrokken; dat blijft bestaan.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  correct: 'Rechtzetting sturen',

  // bank
  bankTable: 'Stand van de bank per school',
  school: 'School',
  newestStatement: 'Nieuwste uittreksel',
  never: 'nog geen uittreksel',
  daysOld: (days: number) => (days <= 0 ? 'van vandaag' : days === 1 ? '1 dag oud' : `${days} dagen oud`),
  openLines: 'Te bekijken lijnen',
  noOpenLines: 'geen',
  lines: (count: number) => (count === 1 ? '1 lijn bekijken' : `${count} lijnen bekijken`),
  credit: 'Niet toegewezen geld',
  bankExplained:
    'Wie net betaalde, mag geen herinnering krijgen. Lees daarom eerst de bank in. Wat u bij Bank boekt of toewijst, telt mee zodra u het voorstel opnieuw berekent, en bij het versturen kijkt Openstaand nog eens na.',
  concernTitle: 'Kijk eerst naar de bank',
  goOn: 'Toch verdergaan',
  goOnTitle: 'Verdergaan zonder de bank?',
  goOnBody: 'Gezinnen die intussen betaalden, kunnen dan een herinnering krijgen. De reden blijft bij de run staan.',
  reason: 'Reden',
  overridden: 'Er werd verdergegaan met deze reden',
  bankInOrder: 'De bank is bijgewerkt. Er is niets dat eerst moet.',
  bankBlocks: 'Lees eerst het nieuwste uittreksel in, of ga verder met een reden.',
  toProposal: 'Naar het voorstel',
  refresh: 'Opnieuw berekenen',
  refreshed: 'Het voorstel is opnieuw berekend. Wat u wegliet of wijzigde, bleef zo.',

  // approve
  totalsTable: 'Totalen per school, fase en kanaal',
  stage: 'Fase',
  count: 'Betalers',
  amount: 'Bedrag',
  total: 'Samen',
  approvalTable: 'Goedkeuring per school',
  approval: 'Goedkeuring',
  approvals: {
    notNeeded: 'niet nodig',
    needed: 'nog te vragen',
    waiting: 'wacht op goedkeuring',
    approved: 'goedgekeurd',
    rejected: 'geweigerd',
  },
  whoApproves: 'Wie keurt goed',
  approvers: {
    nobody: 'niemand anders',
    director: 'directie',
    coordinator: 'coördinerende directie',
    anyone: 'een tweede persoon',
  },
  approvedBy: (name: string) => `door ${name}`,
  showRequest: 'Aanvraag bekijken',
  dropped: (count: number) => `${payers(count)} weggelaten uit deze run.`,
  submit: 'Ter goedkeuring geven',
  makeReady: 'Klaarzetten',
  submitted: 'De run wacht op goedkeuring.',
  ready: 'De run staat klaar om te versturen.',
  reopen: 'Voorstel weer openen',
  reopened: 'Het voorstel is weer open. Er is nog niets verstuurd.',
  nothingToSend: 'Er is niets om te versturen: het voorstel is leeg of alles is weggelaten.',
  waitingForOther: 'Iemand anders moet dit nog goedkeuren, in Goedkeuren.',
  rejectedHint: 'De goedkeuring is geweigerd. Open het voorstel weer, pas aan en geef het opnieuw.',
  toSend: 'Naar versturen en printen',
  toApprove: 'Naar goedkeuren',
  raisedTitle: (count: number) =>
    `${payers(count)} opnieuw goed te keuren: het bedrag of de fase ging omhoog sinds de goedkeuring`,
  raisedBody: 'Deze vertrekken pas als ze opnieuw goedgekeurd zijn. De andere zijn niet veranderd.',
  readOnly: 'Deze stap is al gedaan; u kijkt mee.',
} as const;
