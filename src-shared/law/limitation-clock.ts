import { addYears } from '../calendar/months.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { LimitationAct } from './contract.ts';

/** An act as the clock reads it. */
export type ClockAct = LimitationAct & {
  /** A payment of which nobody knows which payer made it; where shares are split it counts for nobody. */
  readonly isPayerUnknown?: boolean;
};

/** What an act did to the clock, or why it did nothing. */
export type ActOutcome =
  | 'restarted'
  /** Valid, but the clock already ran longer: an act never shortens. */
  | 'alreadyLater'
  | 'suspended'
  | 'ownLetter'
  | 'beforeInvoice'
  | 'afterLimitation'
  | 'duringProceedings'
  | 'letterUsed'
  | 'incomplete'
  | 'notTraceable'
  | 'othersOnly'
  | 'payerUnknown';

export type ClockRun = {
  readonly lastDay: PlainDate;
  /** Proceedings run. */
  readonly isSuspended: boolean;
  /** In the order of the acts that were given. */
  readonly outcomes: readonly { readonly outcome: ActOutcome; readonly lastDay: PlainDate }[];
};

/** Where two acts of one day stand: what the debtor did first, proceedings last, so that the order given never counts. */
const rank: readonly LimitationAct['kind'][] = [
  'acknowledgement',
  'signedPlan',
  'partPayment',
  'bailiffLetter',
  'lawyerLetter',
  'attachment',
  'orderToPay',
  'summons',
];

/** A notice of default by a lawyer or bailiff gives one year, whatever the term of the claim (old Civil Code 2244 §2). */
const yearsOfNotice = 1;

/** The outcome says that the act was valid for this clock. */
export function didCount(outcome: ActOutcome): boolean {
  return outcome === 'restarted' || outcome === 'alreadyLater' || outcome === 'suspended';
}

/**
 * One clock for one debtor, or for all who owe jointly: it starts on `start` (the due date or, careful, the date of the
 * bill), and acts from `invoiceDate` on move it as long as it runs. The acts may come in any order. `concerns` says
 * which acts are of this debtor. Source: law.md 2.2, "Algorithm".
 */
export function runClock(
  start: PlainDate,
  invoiceDate: PlainDate,
  acts: readonly ClockAct[],
  years: number,
  concerns: (act: ClockAct) => ActOutcome | undefined = () => undefined,
): ClockRun {
  const outcomes: ClockRun['outcomes'][number][] = acts.map(() => ({ outcome: 'ownLetter', lastDay: start }));
  let state: ClockState = { lastDay: addYears(start, years), isSuspended: false, isLetterUsed: false };
  const inOrder = acts.map((act, index) => ({ act, index })).toSorted((a, b) => inTime(a.act, b.act));
  for (const { act, index } of inOrder) {
    const refused = act.date < invoiceDate ? 'beforeInvoice' : (concerns(act) ?? refusalOf(act, state));
    if (refused === undefined) state = after(act, state, years);
    const outcome = refused ?? outcomeOf(act, state);
    outcomes[index] = { outcome, lastDay: state.lastDay };
  }
  return { lastDay: state.lastDay, isSuspended: state.isSuspended, outcomes };
}

type ClockState = {
  readonly lastDay: PlainDate;
  readonly isSuspended: boolean;
  readonly isLetterUsed: boolean;
  /** The newest act moved the last day. */
  readonly didMove?: boolean;
};

function inTime(a: LimitationAct, b: LimitationAct): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return rank.indexOf(a.kind) - rank.indexOf(b.kind);
}

function refusalOf(act: ClockAct, state: ClockState): ActOutcome | undefined {
  if (!rank.includes(act.kind)) return 'ownLetter';
  if (act.date > state.lastDay && !state.isSuspended) return 'afterLimitation';
  if (isNotice(act) && !act.isComplete) return 'incomplete';
  if (act.kind === 'partPayment' && !act.isTraceable) return 'notTraceable';
  if (state.isSuspended) return 'duringProceedings';
  return isNotice(act) && state.isLetterUsed ? 'letterUsed' : undefined;
}

function after(act: ClockAct, state: ClockState, years: number): ClockState {
  if (isProceedings(act)) return { ...state, isSuspended: true };
  const renewed = addYears(act.date, isNotice(act) ? yearsOfNotice : years);
  const didMove = renewed > state.lastDay;
  return {
    ...state,
    lastDay: didMove ? renewed : state.lastDay,
    isLetterUsed: state.isLetterUsed || isNotice(act),
    didMove,
  };
}

function outcomeOf(act: ClockAct, { didMove }: ClockState): ActOutcome {
  if (isProceedings(act)) return 'suspended';
  return didMove === true ? 'restarted' : 'alreadyLater';
}

function isNotice({ kind }: LimitationAct): boolean {
  return kind === 'lawyerLetter' || kind === 'bailiffLetter';
}

function isProceedings({ kind }: LimitationAct): boolean {
  return kind === 'summons' || kind === 'orderToPay' || kind === 'attachment';
}
