import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { LimitationAct } from './contract.ts';
import type { ActOutcome } from './limitation-clock.ts';

const ownLetters: Readonly<Record<string, string>> = {
  schoolLetter: 'Een brief van de school zelf stuit de verjaring niet.',
  schoolRegisteredLetter: 'Een aangetekende brief van de school zelf stuit de verjaring niet.',
  reminder: 'Een herinnering van de school stuit de verjaring niet.',
};

const sentences: Readonly<Record<Exclude<ActOutcome, 'restarted' | 'alreadyLater' | 'ownLetter'>, string>> = {
  suspended: 'Telt: de verjaring is gestuit zolang de procedure loopt.',
  beforeInvoice: 'Telt niet: dit was vóór de factuurdatum.',
  afterLimitation: 'Telt niet: de factuur was toen al verjaard, en wat daarna komt, doet de termijn niet herleven.',
  duringProceedings: 'Telt niet apart: er loopt al een procedure.',
  letterUsed: 'Telt niet: een ingebrekestelling door een advocaat of gerechtsdeurwaarder stuit maar één keer.',
  incomplete: 'Telt niet: de brief moet aangetekend zijn met ontvangstbewijs en alle verplichte vermeldingen bevatten.',
  notTraceable: 'Telt niet: een betaling zonder spoor, zoals contant geld, bewijst niets.',
  othersOnly: 'Telt niet: wie dit deed, is hiervan niets (meer) verschuldigd.',
  payerUnknown: 'Telt niet: elk betaalt een eigen deel, en het is niet bekend wie dit betaalde.',
};

/** Dutch: whether an act counted and why (not). `lastDay` is the last day after it; `forWhom` limits it to the actor. */
export function actSentence(
  kind: LimitationAct['kind'],
  outcome: ActOutcome,
  lastDay: PlainDate,
  forWhom: 'all' | 'actorOnly',
): string {
  const only = forWhom === 'actorOnly' ? ' Dat geldt alleen voor wie het deed.' : '';
  switch (outcome) {
    case 'restarted':
      return `Telt: de termijn loopt opnieuw, tot en met ${formatPlainDate(lastDay)}.${only}`;
    case 'alreadyLater':
      return `Telt, maar verandert niets: de termijn liep al tot en met ${formatPlainDate(lastDay)}.${only}`;
    case 'ownLetter':
      return ownLetters[kind] ?? 'Dit stuit de verjaring niet.';
    case 'suspended':
      return `${sentences.suspended}${only}`;
    default:
      return sentences[outcome];
  }
}
