import type { LimitationDebtor, LimitationFacts } from '#shared/law/limitation.ts';
import { owedBy } from '#shared/ledger/claim.ts';
import { isInForceOn } from '#shared/people/liability-rules.ts';
import { claimsById } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import { type ActRow, actsOfBill, billById, type BillRow, type ClockRow, clockRows, debtorsOf } from './queries.ts';
import { limitationYears } from './years.ts';

/** What the clock of a bill is decided from. */
export type BillFacts = LimitationFacts & { readonly years: number };

type Act = LimitationFacts['acts'][number];

/** The facts of those of these bills (null: of every open one) that have an act or a payment through the bank. */
export function factsOfTouched(store: Store, invoiceIds: readonly number[] | null): Map<number, BillFacts> {
  const acts = new Map<number, Act[]>();
  const bills = new Map<number, BillRow>();
  for (const row of clockRows(store, invoiceIds)) {
    const [invoiceId, issueDate, dueDate, pupilId] = row;
    const act = actOfRow(row);
    const known = acts.get(invoiceId);
    if (known) known.push(act);
    else {
      acts.set(invoiceId, [act]);
      bills.set(invoiceId, { invoiceId, issueDate, dueDate, pupilId });
    }
  }
  const debtors = stillOwing(store, [...bills.values()]);
  const yearsOf = limitationYears(store);
  return new Map(
    [...bills.values()].map(({ invoiceId, issueDate, dueDate }) => [
      invoiceId,
      {
        invoiceDate: issueDate,
        dueDate,
        acts: acts.get(invoiceId) ?? [],
        debtors: debtors.get(invoiceId) ?? [],
        years: yearsOf(dueDate),
      },
    ]),
  );
}

/** One bill with its acts as they are shown, in the same order as the acts of the facts; undefined when there is none. */
export function factsOfBill(store: Store, invoiceId: number): (BillFacts & { rows: readonly ActRow[] }) | undefined {
  const bill = billById(store, invoiceId);
  if (!bill) return undefined;
  const rows = actsOfBill(store, invoiceId);
  return {
    invoiceDate: bill.issueDate,
    dueDate: bill.dueDate,
    rows,
    acts: rows.map(({ kind, date, payerId, limitationActId }) => clockAct(kind, date, payerId, limitationActId)),
    debtors: stillOwing(store, [bill]).get(invoiceId) ?? [],
    years: limitationYears(store)(bill.dueDate),
  };
}

function actOfRow([, , , , kind, date, payerId, limitationActId]: ClockRow): Act {
  return clockAct(kind, date, payerId, limitationActId);
}

/** What is kept was kept with its proof, so it is complete and can be traced. */
function clockAct(kind: Act['kind'], date: string, payerId: number | null, limitationActId: number | null): Act {
  const isPayerUnknown = limitationActId === null && payerId === null;
  return { kind, date, payerId, isComplete: true, isTraceable: true, isPayerUnknown };
}

/** Who owes a bill; where shares are split only who has not paid the own share yet. */
function stillOwing(store: Store, bills: readonly BillRow[]): Map<number, readonly LimitationDebtor[]> {
  if (bills.length === 0) return new Map();
  const rows = debtorsOf(store, new Set(bills.map(({ pupilId }) => pupilId)));
  const ofPupils = Map.groupBy(rows, ([pupilId]) => pupilId);
  const owing = new Map<number, readonly LimitationDebtor[]>();
  const shared: number[] = [];
  for (const { invoiceId, pupilId, issueDate } of bills) {
    const debtors = (ofPupils.get(pupilId) ?? []).flatMap(([, payerId, kind, fromDate, untilDate]) =>
      isInForceOn({ fromDate, untilDate }, issueDate) ? [{ payerId, isSplit: kind === 'split' }] : [],
    );
    owing.set(invoiceId, debtors);
    if (debtors.some(({ isSplit }) => isSplit)) shared.push(invoiceId);
  }
  for (const [invoiceId, claim] of claimsById(store, shared)) {
    const debtors = owing.get(invoiceId) ?? [];
    owing.set(
      invoiceId,
      debtors.filter(({ payerId }) => owedBy(claim, payerId) > 0),
    );
  }
  return owing;
}
