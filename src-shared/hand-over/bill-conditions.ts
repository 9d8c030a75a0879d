import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { GateCheck } from './contract.ts';

/** What one payer owes of a bill, or of a cost beside it, as the gate looks at it. */
export type GateBill = {
  readonly invoiceId: number;
  readonly number: string;
  readonly dueDate: PlainDate;
  /** What this payer owes of it and is due. */
  readonly cents: number;
  /** Of a cost: its bill; null: a bill. */
  readonly billId: number | null;
  readonly isHandedOver: boolean;
  /** The free first reminder that reached this payer and was not voided; null: none. */
  readonly firstReminder: { readonly sentOn: PlainDate; readonly termLastDay: PlainDate } | null;
  /** The most careful hold on it for this payer, of whatever scope, in words: "Betwisting tot en met 15/12/2026". */
  readonly hold: string | null;
  /** First day on which it is limited (verjaard); null: not known or proceedings run. */
  readonly limitedFrom: PlainDate | null;
};

export const billConditions = ['firstReminder', 'termElapsed', 'noHold', 'notLimited'] as const;
export type BillCondition = (typeof billConditions)[number];

/**
 * Why a bill may not be handed over for one condition, in Dutch; null: it is met. The term is over the day after its last
 * day. Source: law.md 1.8 (i) and (ii), 1.3, 2.2.
 */
export function billProblem(bill: GateBill, condition: BillCondition, today: PlainDate): string | null {
  const { firstReminder, hold, limitedFrom } = bill;
  switch (condition) {
    case 'firstReminder':
      return firstReminder === null ? 'Er vertrok nog geen kosteloze eerste herinnering naar deze betaler.' : null;
    case 'termElapsed':
      return firstReminder !== null && firstReminder.termLastDay >= today
        ? `De termijn na de eerste herinnering loopt nog tot en met ${formatPlainDate(firstReminder.termLastDay)}.`
        : null;
    case 'noHold':
      return hold === null ? null : `Opgeschort: ${hold}.`;
    case 'notLimited':
      return limitedFrom !== null && limitedFrom <= today ? `Verjaard sinds ${formatPlainDate(limitedFrom)}.` : null;
  }
}

type Words = {
  readonly all: string;
  /** After "Voor 1 van de 3 facturen". */
  readonly some: string;
  readonly none: (failing: readonly GateBill[]) => string;
};

const words: Readonly<Record<BillCondition, Words>> = {
  firstReminder: {
    all: 'Voor elke factuur vertrok een kosteloze eerste herinnering naar deze betaler.',
    some: 'kreeg deze betaler nog geen kosteloze eerste herinnering',
    none: () =>
      'Er vertrok nog geen kosteloze eerste herinnering naar deze betaler. Stuur ze eerst, met een run van herinneringen.',
  },
  termElapsed: {
    all: 'De termijn na de eerste herinnering is voorbij.',
    some: 'loopt de termijn na de eerste herinnering nog',
    none: (failing) => `De termijn na de eerste herinnering loopt nog${untilFirst(failing)}. Wacht tot die voorbij is.`,
  },
  noHold: {
    all: 'Er is niets opgeschort.',
    some: 'geldt een opschorting',
    none: ([first]) => `Alles is opgeschort (${first?.hold ?? ''}). Los eerst op waarom, of hef de opschorting op.`,
  },
  notLimited: {
    all: 'Niets is verjaard.',
    some: 'is de termijn van de verjaring voorbij',
    none: () => 'Alles is verjaard. Beslis bij Verjaring wat ermee gebeurt.',
  },
};

function untilFirst(bills: readonly GateBill[]): string {
  const [first] = bills.flatMap(({ firstReminder }) => firstReminder?.termLastDay ?? []).sort();
  return first === undefined ? '' : ` tot en met ${formatPlainDate(first)}`;
}

/** One condition over all bills: met when at least one meets it; those that do not are named and stay behind. */
export function billCheck(condition: BillCondition, bills: readonly GateBill[], today: PlainDate): GateCheck {
  // A term runs only where there was a reminder.
  const looked = condition === 'termElapsed' ? bills.filter(({ firstReminder }) => firstReminder !== null) : bills;
  const failing = looked.filter((bill) => billProblem(bill, condition, today) !== null);
  const invoiceIds = failing.map(({ invoiceId }) => invoiceId);
  const { all, some, none } = words[condition];
  if (looked.length === 0) {
    const sentence =
      condition === 'termElapsed' && bills.length > 0
        ? 'Er loopt nog geen termijn: die begint met de eerste herinnering.'
        : 'Er is niets vervallen om na te kijken.';
    return { code: condition, met: false, sentence, invoiceIds };
  }
  if (failing.length === 0) return { code: condition, met: true, sentence: all, invoiceIds };
  if (failing.length === looked.length) return { code: condition, met: false, sentence: none(failing), invoiceIds };
  const stay = failing.length === 1 ? 'die blijft achter' : 'die blijven achter';
  return {
    code: condition,
    met: true,
    sentence: `Voor ${failing.length} van de ${looked.length} facturen ${some}; ${stay}.`,
    invoiceIds,
  };
}
