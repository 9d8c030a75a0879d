import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { RadarRow } from './contract.ts';

type NextAct = RadarRow['nextActs'][number];

/** What stands in the way of asking anything of a household: its debts are in the hands of a mediator. */
export type InMediation = 'debtSettlement' | 'mediation' | null;

type Standing = {
  readonly isLimited: boolean;
  /** Last working day before the careful clock runs out. */
  readonly actBefore: PlainDate;
  /** A lawyer's or bailiff's letter counted already; it counts only once. */
  readonly isLetterUsed: boolean;
  readonly inMediation: InMediation;
};

/**
 * What may lawfully be done next about a bill whose clock runs out, the gentlest first, in Dutch: what only talks never
 * restarts the clock, and says so. A limited bill waits for a decision and nothing is asked any more; during a
 * collective debt settlement or mediation nothing is asked of the household. Source: law.md 2.2 and 5.1, practice.md 3.3.
 */
export function nextActsOf({ isLimited, actBefore, isLetterUsed, inMediation }: Standing): NextAct[] {
  if (isLimited) return [writeOff];
  if (inMediation !== null) return [mediated[inMediation]];
  const before = `vóór of op ${formatPlainDate(actBefore)}`;
  return [
    talk,
    { code: 'plan', sentence: `Stel een afbetalingsplan voor en laat het ondertekenen ${before}.` },
    {
      code: 'acknowledgement',
      sentence: `Laat een schulderkenning dateren en ondertekenen ${before}.`,
    },
    {
      code: 'partPayment',
      sentence: `Vraag een deelbetaling via de bank, met de mededeling van deze factuur, ${before}.`,
    },
    ...(isLetterUsed ? [] : [letter]),
    summons,
  ];
}

const talk: NextAct = {
  code: 'talk',
  sentence: 'Neem discreet contact op met de betaler. Een gesprek of herinnering stuit de verjaring niet.',
};
const letter: NextAct = {
  code: 'lawyerLetter',
  sentence:
    'Laat een advocaat of gerechtsdeurwaarder aangetekend in gebreke stellen. Dat telt één keer, voor één jaar.',
};
const summons: NextAct = {
  code: 'summons',
  sentence: 'Vraag juridisch advies over een dagvaarding: pas als het niet anders kan.',
};
const writeOff: NextAct = {
  code: 'writeOff',
  sentence: 'Beslis: buiten invordering met grond verjaard, of laten staan. Herinneren mag niet meer.',
};
const mediated: Readonly<Record<NonNullable<InMediation>, NextAct>> = {
  debtSettlement: {
    code: 'talk',
    sentence:
      'Collectieve schuldenregeling: vraag het gezin niets, dien de vordering in bij de schuldbemiddelaar en vraag juridisch advies over de verjaring.',
  },
  mediation: {
    code: 'talk',
    sentence: 'Schuldbemiddeling loopt: vraag het gezin niets, spreek met de bemiddelaar een getekend plan af.',
  },
};
