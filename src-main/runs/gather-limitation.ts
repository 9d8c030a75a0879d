import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { DecisionItem } from '#shared/dunning/decision.ts';
import type { ProcedureInForce } from '#shared/dunning/procedure.ts';
import { limitedFromOf as limitedFromOfBill } from '#shared/law/limitation.ts';
import { limitedFromOf } from '#main/limitation/limited-from.ts';
import type { Store } from '#main/store/store.ts';

/**
 * The items with the day on which they are limited (verjaard). An act only ever makes that day later, so a bill that is
 * far from it on its due date alone keeps that day, and only of the others the acts are read: they are few.
 */
export function limitedItems(
  store: Store,
  items: readonly DecisionItem[],
  { asOf, procedures }: { readonly asOf: PlainDate; readonly procedures: readonly ProcedureInForce[] },
): DecisionItem[] {
  const near = Math.max(0, ...procedures.map(({ nearLimitationDays }) => nearLimitationDays ?? 0));
  const horizon = addDays(asOf, near + 1);
  const perDueDate = new Map<PlainDate, PlainDate | null>();
  const withoutActs = (dueDate: PlainDate): PlainDate | null => {
    const known = perDueDate.get(dueDate);
    if (known !== undefined) return known;
    const day = limitedFromOfBill({ invoiceDate: dueDate, dueDate, acts: [] });
    perDueDate.set(dueDate, day);
    return day;
  };
  const isNear = ({ openCents, dueDate }: DecisionItem): boolean =>
    openCents > 0 && (withoutActs(dueDate) ?? '') <= horizon;
  const close = limitedFromOf(
    store,
    items.filter(isNear).map(({ invoiceId }) => invoiceId),
  );
  return items.map((item) => {
    if (item.openCents <= 0) return item;
    return { ...item, limitedFrom: isNear(item) ? (close.get(item.invoiceId) ?? null) : withoutActs(item.dueDate) };
  });
}
