/** Words of *Instellingen*, tab *Hulp*. */
export const helpSettingsTexts = {
  signals: 'Signalen',
  signalsIntro:
    'Een signaal wijst op een gezin dat misschien hulp kan gebruiken, met de feiten en een zachte volgende stap. Het is geen score en verandert niets aan herinneringen.',
  school: 'School',
  enabled: 'Signalen tonen voor deze school',
  kinds: 'Welke signalen',
  saved: 'Bewaard.',
  budgets: 'Referentiebudgetten',
  budgetsIntro:
    'Wat iemand per maand minstens nodig heeft om van te leven: voeding, kleding, verzorging, gezondheid, vervoer en ontspanning, zonder wonen, energie en andere vaste kosten. Openstaand brengt geen cijfers mee: vul ze in uit een bron die u vertrouwt, bijvoorbeeld het OCMW van uw gemeente. Zolang één bedrag voor een gezin ontbreekt, telt wat het gezin zelf opgeeft.',
  who: 'Voor wie',
  amount: 'Per maand',
  source: 'Bron',
  actions: 'Acties',
  blank: 'niet ingevuld',
  change: 'Wijzigen',
  changeOf: (label: string) => `${label} wijzigen`,
  dialogTitle: (label: string) => `Referentiebudget: ${label.toLowerCase()}`,
  amountHint: 'Leeg: onbekend.',
  sourceHint: 'Van wie en van wanneer, bijvoorbeeld “OCMW, mei 2026”.',
  fillIn: 'Vul de bron in.',
  save: 'Bewaren',
} as const;
