import type { PlanRule } from '#shared/plans/shapes.ts';

export const settingsTexts = {
  title: 'Afbetaalplannen',
  intro: 'Zo beginnen nieuwe plannen. In het gesprek kan er altijd van afgeweken worden; wat al loopt, verandert niet.',
  school: 'School',
  tolerance: 'Speling na een schijf',
  toleranceHint: 'Pas daarna telt een schijf als niet ontvangen.',
  remind: 'Bericht vóór een schijf',
  remindHint: 'Zoveel dagen vooraf; leeg: geen bericht.',
  remindNone: 'geen',
  proposed: 'Antwoord op een voorstel',
  proposedHint: 'Zolang blijven de herinneringen weg, ook al is er nog niets getekend.',
  days: ' dagen',
  interest: 'Leningen met rente toestaan',
  interestWarning:
    'Een afbetaalplan is gratis. Rente mag alleen op een lening die apart en schriftelijk is afgesproken; vraag juridisch advies vooraf.',
  groups: 'Nieuwe facturen van een gezin met een globaal plan',
  group: 'Notagroep',
  rule: 'Wat gebeurt er met een nieuwe factuur?',
  ruleOf: (group: string) => `Nieuwe facturen van ${group}`,
  rules: {
    byHand: 'Blijft erbuiten, tot iemand ze toevoegt',
    ask: 'Vragen of ze mee in het plan mag',
    always: 'Komt altijd in het plan',
  } satisfies Record<PlanRule, string>,
  noGroups: 'Deze school heeft nog geen notagroepen.',
  save: 'Bewaren',
  saved: 'De afspraken over plannen zijn bewaard.',
};
