import type { LimitationDebtor, LimitationFacts } from '#shared/law/limitation.ts';
import { owedBy } from '#shared/ledger/claim.ts';
import { isInForceOn } from '#shared/people/liability-rules.ts';
import { claimsById } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import { type ActRow, actsOf, type BillRow, bills, type DebtorRow, debtorsOf } from './queries.ts';

/** What the clock of a bill is decided from; the acts of `facts` and `rows` are in one order. */
export type BillFacts = LimitationFacts & { readonly rows: readonly ActRow[] };

/** The facts of these bills, with every act and bank payment; what does not exist or was withdrawn is left out. */
export function factsOfBills(store: Store, invoiceIds: readonly number[]): Map<number, BillFacts> {
  if (invoiceIds.length === 0) return new Map();
  const rows = bills(store, invoiceIds);
  const acts = Map.groupBy(actsOf(store, invoiceIds), ({ invoiceId }) => invoiceId);
  const debtors = stillOwing(store, rows);
  return new Map(
    rows.map(({ invoiceId, issueDate, dueDate }) => {
      const ofBill = acts.get(invoiceId) ?? [];
      const facts = {
        invoiceDate: issueDate,
        dueDate,
        acts: ofBill.map(clockAct),
        rows: ofBill,
        debtors: debtors.get(invoiceId) ?? [],
      };
      return [invoiceId, facts];
    }),
  );
}

function clockAct({ kind, date, payerId, limitationActId }: ActRow): LimitationFacts['acts'][number] {
  const isPayment = limitationActId === null;
  return { kind, date, payerId, isComplete: true, isTraceable: true, isPayerUnknown: isPayment && payerId === null };
}

/** Who owes a bill; where shares are split only who has not paid the own share yet. */
function stillOwing(store: Store, rows: readonly BillRow[]): Map<number, readonly LimitationDebtor[]> {
  const ofPupils = Map.groupBy(
    debtorsOf(
      store,
      rows.map(({ pupilId }) => pupilId),
    ),
    ({ pupilId }) => pupilId,
  );
  const inForce = new Map<number, readonly DebtorRow[]>(
    rows.map(({ invoiceId, pupilId, issueDate }) => [
      invoiceId,
      (ofPupils.get(pupilId) ?? []).filter((one) => isInForceOn(one, issueDate)),
    ]),
  );
  const shared = [...inForce].filter(([, owing]) => owing.some(({ kind }) => kind === 'split'));
  const claims = claimsById(
    store,
    shared.map(([invoiceId]) => invoiceId),
  );
  return new Map(
    [...inForce].map(([invoiceId, owing]) => {
      const claim = claims.get(invoiceId);
      const debtors = claim ? owing.filter(({ payerId }) => owedBy(claim, payerId) > 0) : owing;
      return [invoiceId, debtors.map(({ payerId, kind }) => ({ payerId, isSplit: kind === 'split' }))];
    }),
  );
}
