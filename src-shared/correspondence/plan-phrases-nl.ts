import type { PlanPhrases } from './plan-phrases.ts';

/** Dutch of everyday use (B1): short sentences, one thing at a time. */
export const dutchPlan: PlanPhrases = {
  decimal: ',',
  owedTitle: 'Wat er nog te betalen is',
  owed: 'Bedrag',
  total: 'Samen',
  totalWithInterest: 'Samen, met de afgesproken interest',
  noCosts: 'Er komen geen kosten en geen interest bij.',
  interest: (percent, per, interest) =>
    `U sprak met de school een interest af van ${percent} per ${per === 'month' ? 'maand' : 'jaar'}: ${interest} in totaal. Er komen geen andere kosten bij.`,
  scheduleTitle: 'Wanneer u betaalt',
  scheduleContinued: 'Wanneer u betaalt (vervolg)',
  summary: (total, count, same) => {
    if (count === 1) return `U betaalt ${total} in één keer.`;
    if (same === null) return `U betaalt ${total} in ${count} schijven.`;
    if (same.last === null) return `U betaalt ${total} in ${count} schijven van ${same.amount}.`;
    return `U betaalt ${total} in ${count} schijven: ${count - 1} keer ${same.amount} en de laatste keer ${same.last}.`;
  },
  howToPay:
    'Gebruik altijd dezelfde mededeling. Of scan de code bij de schijf met uw bankapp: dan is alles al ingevuld.',
  instalment: (number) => `Schijf ${number}`,
  numberOf: (number, count) => `${number} van ${count}`,
  onDay: (date) => `tegen ${date}`,
  scan: 'Code om te scannen met uw bankapp',
  referenceLater: 'krijgt u zodra het plan bewaard is',
  codeLater: 'Hier komt de code',
  codeInMail: (date) =>
    `Scan deze code met uw bankapp voor de schijf van ${date}. In de bijlage staat bij elke schijf een eigen code.`,
  alsoAgreed: 'Wat we nog afspraken',
  goodToKnow: 'Goed om te weten',
  tolerance: (days) =>
    days === 0
      ? 'Betaal elke schijf ten laatste op de dag die erbij staat.'
      : `Komt een betaling ${days === 1 ? 'één dag' : `tot ${days} dagen`} later aan? Dat is geen probleem.`,
  noReminders: 'Zolang u deze afspraken volgt, krijgt u voor deze facturen geen herinneringen.',
  difficult: 'Wordt het moeilijk? Laat het ons weten. Een ander voorstel kan altijd.',
  sooner: 'Sneller of meer betalen mag.',
  paidBy: (name) => `${name} betaalt deze schijven in uw plaats.`,
  shared: 'Dit plan is ook met iemand anders afgesproken. Wat de ene betaalt, telt ook voor de andere.',
  clock: 'Wie tekent, erkent dat dit bedrag nog te betalen is. De wettelijke termijn begint dan opnieuw.',
  disagree: 'Bent u het niet eens met een factuur? Teken dan niet en laat ons weten waarom.',
  signTitle: 'Akkoord',
  acknowledgement: (creditor, enterpriseNumber, total, count) =>
    `Ik erken dat ik ${total} nog moet betalen aan ${creditor}${enterpriseNumber === null ? '' : ` (ondernemingsnummer ${enterpriseNumber})`} voor de facturen hierboven. Ik betaal dit ${count === 1 ? 'in één keer' : `in ${count} schijven`}, op de dagen hierboven.`,
  forPayer: 'Voor akkoord',
  forSchool: 'Voor de school',
  name: 'Naam',
  date: 'Datum',
  signature: 'Handtekening',
  signAttachment:
    'In de bijlage vindt u dit blad om te tekenen. Liever niet op papier? Antwoord op deze e-mail dat u akkoord bent.',
  notAPlan: 'Hier komen de afspraken van een afbetaalplan.',
};
