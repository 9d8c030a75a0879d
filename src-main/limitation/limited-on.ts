import { addYears } from '#shared/calendar/months.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Store } from '#main/store/store.ts';
import { limitedFromOf } from './limited-from.ts';

type DatedClaim = { readonly invoiceId: number; readonly dueDate: PlainDate; readonly openCents: number };

/**
 * First day on which claims are limited (verjaard), of those for which that day has come by `until`. Only what fell due
 * long enough ago is looked up, so that it costs nothing where everything is recent.
 */
export function limitedBy(
  store: Store,
  claims: readonly DatedClaim[],
  until: PlainDate,
): ReadonlyMap<number, PlainDate> {
  const longAgo = addYears(until, -1);
  const old = claims.filter(({ dueDate, openCents }) => openCents > 0 && dueDate < longAgo);
  if (old.length === 0) return new Map();
  const limitedFrom = limitedFromOf(
    store,
    old.map(({ invoiceId }) => invoiceId),
  );
  return new Map([...limitedFrom].filter(([, day]) => day <= until));
}

/** Which of these claims are limited on a day: no money goes there by itself. */
export function limitedOn(store: Store, claims: readonly DatedClaim[], onDate: PlainDate): ReadonlySet<number> {
  return new Set(limitedBy(store, claims, onDate).keys());
}
