import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { pendingSentence } from '../dunning/sentences.ts';
import type { LawTables } from '../law/tables.ts';
import { formatCents, sumCents } from '../money/cents.ts';
import { billCheck, billConditions, billProblem, type GateBill } from './bill-conditions.ts';
import type { GateCheck } from './contract.ts';
import { costsProblem, type GateCost } from './cost-check.ts';
import { agreementCheck, type PartnerFacts, registrationCheck } from './partner-rules.ts';

/** Everything the gate is decided from: what one payer owes at one school. */
export type GateFacts = {
  readonly today: PlainDate;
  readonly partner: PartnerFacts | null;
  /** Every bill and cost of which the payer owes something, due or not. */
  readonly bills: readonly GateBill[];
  /** Credits that count for this payer at the school, as a positive amount. */
  readonly creditCents: number;
  readonly costs: readonly GateCost[];
  readonly clause: { readonly clause: string; readonly clauseDate: PlainDate | null };
  /** Messages to this payer that are not finished. */
  readonly pending: readonly ('uncertain' | 'failed' | 'waiting')[];
  /** Calls and talks with this payer that are still to be done. */
  readonly openTasks: number;
};

export type Gate = {
  readonly allowed: boolean;
  readonly checks: readonly GateCheck[];
  readonly bills: readonly { readonly bill: GateBill; readonly included: boolean; readonly sentence: string }[];
  /** Of what is included. */
  readonly totalCents: number;
};

/**
 * Whether a payer's bills of one school may be handed to a lawyer, bailiff or registered collector, condition by condition.
 * A bill that does not meet one is left out with the reason; a cost goes with its bill only. Allowed when at least one bill
 * is left and no condition of the whole fails. Source: WER book XIX title 2, law.md 1.8 and 7.
 */
export function decideGate(facts: GateFacts, tables: LawTables): Gate {
  const { today, partner } = facts;
  const due = facts.bills.filter((bill) => isDue(bill, today) && bill.billId === null && !bill.isHandedOver);
  const going = new Set(due.filter((bill) => reasonOf(bill, today) === null).map(({ invoiceId }) => invoiceId));
  const bills = facts.bills.map((bill) => {
    const sentence = bill.billId === null ? reasonOf(bill, today) : costReason(bill, going);
    return { bill, included: sentence === null, sentence: sentence ?? 'Gaat mee.' };
  });
  const totalCents = sumCents(bills.flatMap(({ bill, included }) => (included ? [bill.cents] : [])));
  const problem = costsProblem(
    facts.costs.filter(({ billId }) => going.has(billId)),
    facts.clause,
    today,
    tables,
  );
  const dueCheck = somethingDue(facts, due.length, going.size, totalCents);
  const isAnythingDue = due.length > 0;
  const checks: GateCheck[] = [
    // With nothing due that is the reason; otherwise what keeps the bills behind comes first.
    ...(isAnythingDue ? [] : [dueCheck]),
    ...billConditions.map((condition) => billCheck(condition, due, today)),
    { code: 'partner', ...registrationCheck(partner), invoiceIds: [] },
    { code: 'agreement', ...agreementCheck(partner, today), invoiceIds: [] },
    {
      code: 'costsWithinCaps',
      met: problem === null,
      sentence:
        problem ??
        (facts.costs.length === 0 ? 'Er zijn geen kosten gevraagd.' : 'De kosten blijven binnen wat de wet toelaat.'),
      invoiceIds: [],
    },
    nothingPending(facts),
    ...(isAnythingDue ? [dueCheck] : []),
  ];
  return { allowed: going.size > 0 && checks.every(({ met }) => met), checks, bills, totalCents };
}

function isDue({ dueDate, cents }: GateBill, today: PlainDate): boolean {
  return dueDate < today && cents > 0;
}

/** Why a bill stays behind, the first reason; null: it goes. */
function reasonOf(bill: GateBill, today: PlainDate): string | null {
  if (bill.isHandedOver) return 'Is al overgedragen.';
  if (!isDue(bill, today)) return `Vervalt pas op ${formatPlainDate(bill.dueDate)}.`;
  for (const condition of billConditions) {
    const problem = billProblem(bill, condition, today);
    if (problem !== null) return problem;
  }
  return null;
}

function costReason(cost: GateBill, going: ReadonlySet<number>): string | null {
  if (cost.isHandedOver) return 'Is al overgedragen.';
  return going.has(cost.billId ?? 0) ? null : 'Een kost gaat alleen mee met haar factuur, en die blijft achter.';
}

function somethingDue({ bills, creditCents }: GateFacts, due: number, going: number, totalCents: number): GateCheck {
  const check = (met: boolean, sentence: string): GateCheck => ({
    code: 'somethingDue',
    met,
    sentence,
    invoiceIds: [],
  });
  if (due === 0) {
    const isAway = bills.some(({ isHandedOver }) => isHandedOver);
    return check(
      false,
      isAway ? 'Alles wat vervallen is, is al overgedragen.' : 'Deze betaler heeft hier niets vervallen.',
    );
  }
  if (creditCents > 0) {
    return check(
      false,
      `Er staat nog ${formatCents(creditCents)} tegoed. Verreken of betaal dat eerst, zodat er niet te veel gevraagd wordt.`,
    );
  }
  if (going === 0) return check(false, 'Geen enkele factuur voldoet aan alle voorwaarden.');
  return check(
    true,
    `${formatCents(totalCents)} op ${going === 1 ? '1 factuur' : `${going} facturen`} kan overgedragen worden.`,
  );
}

const pendingByCare = ['uncertain', 'failed', 'waiting'] as const;

function nothingPending({ pending, openTasks }: GateFacts): GateCheck {
  const worst = pendingByCare.find((status) => pending.includes(status));
  const sentence =
    worst !== undefined
      ? pendingSentence(worst)
      : openTasks > 0
        ? 'Er staat nog een telefoontje of gesprek met deze betaler op de werklijst. Rond dat eerst af.'
        : null;
  return {
    code: 'nothingPending',
    met: sentence === null,
    sentence: sentence ?? 'Er wacht geen bericht, telefoontje of gesprek.',
    invoiceIds: [],
  };
}
