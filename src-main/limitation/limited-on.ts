import { addYears } from '#shared/calendar/months.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Store } from '#main/store/store.ts';
import { limitedFromOf } from './limited-from.ts';

type DatedClaim = { readonly invoiceId: number; readonly dueDate: PlainDate; readonly openCents: number };

/**
 * Which of these claims are limited (verjaard) on a day: no money goes there by itself. Only what fell due long enough
 * ago is looked up, so that it costs nothing where everything is recent.
 */
export function limitedOn(store: Store, claims: readonly DatedClaim[], onDate: PlainDate): ReadonlySet<number> {
  const longAgo = addYears(onDate, -1);
  const old = claims.filter(({ dueDate, openCents }) => openCents > 0 && dueDate < longAgo);
  if (old.length === 0) return new Set();
  const limitedFrom = limitedFromOf(
    store,
    old.map(({ invoiceId }) => invoiceId),
  );
  return new Set([...limitedFrom].filter(([, day]) => day <= onDate).map(([invoiceId]) => invoiceId));
}
