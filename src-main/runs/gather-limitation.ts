import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { ProcedureInForce } from '#shared/dunning/procedure.ts';
import { limitedFromOf as limitedFromOfBill } from '#shared/law/limitation.ts';
import { limitedFromOf } from '#main/limitation/limited-from.ts';
import type { Store } from '#main/store/store.ts';
import type { OpenItemRow } from './gather-queries.ts';

/**
 * Answers on which day a bill is limited (verjaard); null for a credit and for what waits for proceedings. An act only ever
 * makes that day later, so a bill that is far from it on its due date alone keeps that day, and only of the others the
 * acts are read: they are few.
 */
export function limitedFromReader(
  store: Store,
  rows: readonly OpenItemRow[],
  { asOf, procedures }: { readonly asOf: PlainDate; readonly procedures: readonly ProcedureInForce[] },
): (row: OpenItemRow) => PlainDate | null {
  const near = Math.max(0, ...procedures.map(({ nearLimitationDays }) => nearLimitationDays ?? 0));
  const horizon = addDays(asOf, near + 1);
  const perDueDate = new Map<PlainDate, PlainDate | null>();
  const withoutActs = (dueDate: PlainDate): PlainDate | null => {
    let day = perDueDate.get(dueDate);
    if (day === undefined) {
      day = limitedFromOfBill({ invoiceDate: dueDate, dueDate, acts: [] });
      perDueDate.set(dueDate, day);
    }
    return day;
  };
  const isNear = (day: PlainDate | null): boolean => day === null || day <= horizon;
  const close: number[] = [];
  for (const { invoiceId, openCents, dueDate } of rows) {
    if (openCents > 0 && isNear(withoutActs(dueDate))) close.push(invoiceId);
  }
  const byActs = limitedFromOf(store, close);
  return ({ invoiceId, openCents, dueDate }) => {
    if (openCents <= 0) return null;
    const day = withoutActs(dueDate);
    return isNear(day) ? (byActs.get(invoiceId) ?? null) : day;
  };
}
