import { daysBetween } from '../calendar/plain-date.ts';
import { owedShares } from '../people/owed-share.ts';
import { wholeShareBp } from '../people/liability-rules.ts';
import { byNumber } from './order.ts';
import type { ItemFacts } from './message-facts.ts';
import type { PlanInput, PlanInvoice, PlanLiability } from './plan-input.ts';

/** What one payer has open at one school. */
export type PayerItems = {
  readonly payerId: number;
  readonly schoolId: number;
  /** Not held: due, not yet due, and credits. */
  readonly items: readonly ItemFacts[];
  /** Overdue invoices that are left out because they, or this payer, are held. */
  readonly heldDueCount: number;
  /** True when every item is owed jointly, so that another payer may owe exactly the same. */
  readonly allJoint: boolean;
  readonly hasSplitShare: boolean;
  /** For a message without amounts: the pupils it is about, and what is still due there. */
  readonly about?: readonly number[];
  readonly stillDueCents?: number;
};

export type OwedItems = {
  readonly perPayer: readonly PayerItems[];
  /** Open invoices, or parts of them, that nobody who can be written to owes. */
  readonly orphans: readonly { readonly invoice: PlanInvoice; readonly cents: number }[];
};

/** Stands for the part of split liability that is given to nobody. */
const nobody = 0;

type Collected = { items: ItemFacts[]; heldDueCount: number; allJoint: boolean; hasSplitShare: boolean };

/**
 * Divides the open invoices over the payers by the liability in force on the issue date of each. Debts count for the
 * selected pupils, credits for every pupil of the household (S-07). A credit nobody is liable for counts for every payer
 * of the household: asking too little can be put right, asking too much cannot. A credit that is one payer's own money
 * counts for that payer only. What is held is asked from nobody; a payer who is held by name is asked for nothing, which
 * changes nothing for the others (S-20).
 */
export function owedItems(input: PlanInput): OwedItems {
  const liabilities = groupByPupil(input.liabilities);
  const householdOf = new Map(input.pupils.map((pupil) => [pupil.pupilId, pupil.householdId]));
  const reachable = new Set(input.payers.filter((payer) => !payer.removed).map((payer) => payer.payerId));
  const collected = new Map<string, { payerId: number; schoolId: number } & Collected>();
  const orphans: { invoice: PlanInvoice; cents: number }[] = [];
  for (const invoice of [...input.invoices].sort((a, b) => a.invoiceId - b.invoiceId)) {
    const credit = invoice.openCents < 0;
    if (invoice.openCents === 0 || (!credit && !input.selectedPupilIds.has(invoice.pupilId))) continue;
    const inForce = liabilitiesInForce(liabilities.get(invoice.pupilId) ?? [], invoice.issueDate);
    let owed: ReadonlyMap<number, number> =
      invoice.creditOfPayerId === null
        ? owedShares(invoice.openCents, inForce, invoice.attributed)
        : new Map([[invoice.creditOfPayerId, invoice.openCents]]);
    if (credit && invoice.creditOfPayerId === null && ![...owed.keys()].some((payerId) => reachable.has(payerId))) {
      const household = householdOf.get(invoice.pupilId);
      const payers = input.payers.filter((payer) => payer.householdId === household && !payer.removed);
      owed = new Map(payers.map((payer) => [payer.payerId, invoice.openCents]));
    }
    const kinds = new Map(inForce.map((liability) => [liability.payerId, liability.kind]));
    if (!credit && !invoice.held) {
      const cents = orphanCents(invoice.openCents, owed, kinds, reachable);
      if (cents > 0) orphans.push({ invoice, cents });
    }
    for (const [payerId, amountCents] of owed) {
      if (!reachable.has(payerId) || amountCents === 0) continue;
      const key = `${payerId}-${invoice.schoolId}`;
      const bucket = collected.get(key) ?? {
        payerId,
        schoolId: invoice.schoolId,
        items: [],
        heldDueCount: 0,
        allJoint: true,
        hasSplitShare: false,
      };
      collected.set(key, bucket);
      const overdueDays = daysBetween(invoice.dueDate, input.asOf);
      if (invoice.held || input.heldPayerIds.has(payerId)) {
        if (!credit && overdueDays >= 1) bucket.heldDueCount += 1;
        continue;
      }
      if (kinds.get(payerId) === 'split' || invoice.creditOfPayerId !== null) bucket.allJoint = false;
      if (amountCents !== invoice.openCents && !credit) bucket.hasSplitShare = true;
      bucket.items.push(itemFacts(invoice, amountCents, overdueDays));
    }
  }
  return {
    perPayer: [...collected.values()].sort(
      byNumber(
        (one) => one.payerId,
        (one) => one.schoolId,
      ),
    ),
    orphans,
  };
}

/** Per payer the newest row that holds on the date; a part of split liability given to nobody stays with nobody. */
export function liabilitiesInForce(
  rows: readonly PlanLiability[],
  date: string,
): { payerId: number; kind: 'joint' | 'split'; shareBp: number }[] {
  const newest = new Map<number, PlanLiability>();
  for (const row of rows) {
    if (row.fromDate > date || (row.untilDate !== null && row.untilDate < date)) continue;
    const known = newest.get(row.payerId);
    if (!known || known.fromDate < row.fromDate) newest.set(row.payerId, row);
  }
  const result = [...newest.values()].map(({ payerId, kind, shareBp }) => ({ payerId, kind, shareBp }));
  const split = result.filter(({ kind }) => kind === 'split');
  const given = split.reduce((sum, { shareBp }) => sum + shareBp, 0);
  if (split.length > 0 && given < wholeShareBp) {
    result.push({ payerId: nobody, kind: 'split', shareBp: wholeShareBp - given });
  }
  return result;
}

/** What of an invoice is asked from nobody: all of it without a reachable joint payer, else the shares of the others. */
function orphanCents(
  openCents: number,
  owed: ReadonlyMap<number, number>,
  kinds: ReadonlyMap<number, 'joint' | 'split'>,
  reachable: ReadonlySet<number>,
): number {
  let asked = 0;
  for (const [payerId, cents] of owed) {
    if (!reachable.has(payerId)) continue;
    if (kinds.get(payerId) === 'joint') return 0;
    asked += cents;
  }
  return openCents - asked;
}

function itemFacts(invoice: PlanInvoice, amountCents: number, overdueDays: number): ItemFacts {
  const { invoiceId, pupilId, number, billingGroup, issueDate, dueDate, openCents, structuredReference } = invoice;
  return {
    invoiceId,
    pupilId,
    number,
    billingGroup,
    issueDate,
    dueDate,
    overdueDays,
    openCents,
    amountCents,
    structuredReference,
  };
}

function groupByPupil(liabilities: readonly PlanLiability[]): Map<number, PlanLiability[]> {
  const grouped = new Map<number, PlanLiability[]>();
  for (const liability of liabilities) {
    const rows = grouped.get(liability.pupilId);
    if (rows) rows.push(liability);
    else grouped.set(liability.pupilId, [liability]);
  }
  return grouped;
}
