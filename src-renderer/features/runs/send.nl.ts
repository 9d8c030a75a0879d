const payers = (count: number): string => (count === 1 ? '1 betaler' : `${count} betalers`);
const messages = (count: number): string => (count === 1 ? '1 bericht' : `${count} berichten`);
const letters = (count: number): string => (count === 1 ? '1 brief' : `${count} brieven`);
const emails = (count: number): string => (count === 1 ? '1 e-mail' : `${count} e-mails`);
const tasks = (count: number): string => (count === 1 ? '1 taak' : `${count} taken`);

/** The last step: sending, printing, what came of it, and taking it back. */
export const sendTexts = {
  moment: 'Een goed moment?',
  blockedTitle: 'Nu kan er nog niets vertrekken',
  notReady: 'Geef het voorstel eerst ter goedkeuring of zet het klaar, in stap 3.',
  send: 'Nu versturen',
  resume: 'Verder versturen',
  sendTitle: 'Deze herinneringen versturen?',
  sendBody: {
    emails: (count: number) => `${emails(count)} ${count === 1 ? 'vertrekt' : 'vertrekken'} meteen.`,
    letters: (count: number) => `${letters(count)} ${count === 1 ? 'staat' : 'staan'} daarna klaar om te printen.`,
    tasks: (count: number) => `${tasks(count)} ${count === 1 ? 'komt' : 'komen'} bij Vandaag.`,
    dropped: (count: number) => `${count} weggelaten ${count === 1 ? 'betaler krijgt' : 'betalers krijgen'} niets.`,
    checked:
      'Vlak voor het vertrek wordt alles opnieuw bekeken: wie intussen betaalde, valt weg; wie een deel betaalde, krijgt het nieuwe bedrag.',
    undo: 'Wat vertrokken is, kan niet terug. Wat nog niet gepost is, kunt u nog nietig maken.',
  },
  pause: 'Pauzeren',
  sendingHint: 'U kunt pauzeren. Wat dan nog niet vertrok, blijft klaarstaan en gaat verder waar het stopte.',
  paused: 'Het versturen is gepauzeerd. Wat al vertrok, blijft verstuurd. Kies "Verder versturen" om door te gaan.',
  states: {
    sent: 'verstuurd',
    toPrint: 'te printen',
    waiting: 'wacht nog',
    failed: 'mislukt',
    uncertain: 'onzeker',
    tasks: 'taken',
    dropped: 'weggevallen',
    raised: 'opnieuw goed te keuren',
    void: 'nietig',
  },
  stateFilter: 'Stand',
  listLabel: 'Berichten en taken van de run',
  number: 'Nummer',
  state: 'Stand',
  detail: 'Wat er gebeurde',
  posted: 'gepost',
  task: 'taak',
  payBefore: (date: string) => `te betalen tot ${date}`,
  none: 'Nog niets vertrokken.',
  noneOfState: 'Geen berichten of taken met deze stand.',

  // letters
  lettersTitle: 'Brieven',
  ordinary: 'Gewone brieven',
  registered: 'Aangetekende brieven',
  allPosted: 'Alles is gepost.',
  saved: 'De brieven staan in één PDF bij uw downloads.',
  postedOn: 'Gepost op',
  confirmPosted: (count: number) => (count === 1 ? '1 brief is gepost' : `${count} brieven zijn gepost`),
  confirmPostedHint:
    'Print de brieven en duid daarna aan wanneer ze gepost zijn: de termijn van de wet telt vanaf die dag.',
  confirmed: (count: number) => `${letters(count)} ${count === 1 ? 'staat' : 'staan'} als gepost in het dossier.`,
  nothingConfirmed: 'Er stond geen brief meer klaar om als gepost aan te duiden.',
  tasksTitle: (count: number) => `${tasks(count)} bij Vandaag`,
  toToday: 'Naar Vandaag',
  tasksBody: 'Bellen en gesprekken vertrekken niet vanzelf. Ze staan bij Vandaag met wat u bij de hand wilt hebben.',

  // reversal
  reverse: 'Run terugdraaien',
  reverseTitle: 'Deze run terugdraaien?',
  becomesVoid: 'Dit wordt nietig',
  stays: 'Dit blijft',
  voidLetters: (count: number) =>
    `${letters(count)} die nog niet gepost ${count === 1 ? 'is' : 'zijn'}; de nummers blijven bestaan`,
  voidEmails: (count: number) => `${emails(count)} die nog niet vertrok${count === 1 ? '' : 'ken'}`,
  voidTasks: (count: number) => `${tasks(count)} die nog niet gedaan ${count === 1 ? 'is' : 'zijn'}`,
  voidOpen: (count: number) => `${payers(count)} voor wie nog niets klaarstond`,
  voidNothing: 'niets: alles is al vertrokken',
  staysMessages: (count: number) =>
    `${messages(count)} die al vertrok${count === 1 ? '' : 'ken'} of gepost ${count === 1 ? 'is' : 'zijn'}`,
  staysUncertain: (count: number) =>
    `${messages(count)} waarvan niet zeker is of ${count === 1 ? 'het' : 'ze'} vertrok${count === 1 ? '' : 'ken'}`,
  staysNothing: 'niets: er is nog niets vertrokken',
  effects:
    'Voor wie nietig wordt, valt de fase terug en vervallen de kosten van deze run. Voor wie al iets kreeg, verandert er niets; u kunt hun daarna een rechtzetting sturen.',
  reason: 'Reden',
  reasonHint: 'Staat bij de run.',
  reversed: (voided: number, stayed: number) =>
    `Teruggedraaid: nietig voor ${payers(voided)}, gebleven voor ${payers(stayed)}.`,
  correctTitle: 'Rechtzetting sturen',
  correctBody: (count: number) => `Wie van deze run echt een bericht kreeg (${payers(count)}), krijgt deze tekst.`,
  correctText: 'Tekst',
  correctSend: 'Nu versturen',
  corrected: 'De rechtzetting is verstuurd. U vindt ze in Postvak uit.',
} as const;
