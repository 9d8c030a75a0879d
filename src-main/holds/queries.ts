import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind } from '#shared/holds/contract.ts';
import type { Store } from '#main/store/store.ts';
import { isActiveHold, isNotOver } from './held-sql.ts';

export type Author = { readonly actor: string; readonly at: string };

/** What the rows of one press have in common. */
export type NewHold = {
  readonly kind: HoldKind;
  readonly reason: string;
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
  readonly freezesCosts: boolean;
};

/** What is held, besides bills: exactly one of them. */
export type HeldAtLarge =
  | { readonly householdId: number }
  | { readonly payerId: number }
  | { readonly schoolId: number };

/** Bills that are not held for the same reason on this day yet. */
const notHeldYet = (kind: string): string =>
  `NOT EXISTS (SELECT 1 FROM holds x WHERE x.invoice_id = i.id AND x.kind = ${kind} AND ${isActiveHold})`;

/** The active and coming holds of these invoices themselves. */
export function holdsOfInvoices(store: Store, invoiceIds: readonly number[], today: PlainDate): number[] {
  return ids(
    store,
    `SELECT x.id FROM json_each(@ids) k CROSS JOIN holds x ON x.invoice_id = k.value AND ${isNotOver}`,
    invoiceIds,
    { today },
  );
}

/** One statement however many there are; answers the new ids in order. Bills held for the same kind on that day are passed over. */
export function insertInvoiceHolds(
  store: Store,
  invoiceIds: readonly number[],
  hold: NewHold,
  onDay: PlainDate,
  author: Author,
): number[] {
  return ids(
    store,
    `INSERT INTO holds (school_id, scope, kind, invoice_id, reason, from_date, until_date, review_date, freezes_costs, author, created_at)
     SELECT i.school_id, 'invoice', @kind, i.id, @reason, @fromDate, @untilDate, @reviewDate, @freezesCosts, @actor, @at
     FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value
     WHERE ${notHeldYet('@kind')} RETURNING id`,
    invoiceIds,
    { ...columnsOf(hold), today: onDay, ...author },
  );
}

export function insertHold(store: Store, held: HeldAtLarge, hold: NewHold, author: Author): number {
  const scope = 'householdId' in held ? 'household' : 'payerId' in held ? 'payer' : 'school';
  return store.sql
    .prepare(
      `INSERT INTO holds (scope, kind, school_id, household_id, payer_id, reason, from_date, until_date, review_date, freezes_costs, author, created_at)
       VALUES (@scope, @kind, @schoolId, @householdId, @payerId, @reason, @fromDate, @untilDate, @reviewDate, @freezesCosts, @actor, @at)
       RETURNING id`,
    )
    .pluck()
    .get({
      schoolId: null,
      householdId: null,
      payerId: null,
      ...held,
      scope,
      ...columnsOf(hold),
      ...author,
    }) as number;
}

/** Whether the same kind holds it already, from that day at the latest and until that day at least. */
export function isCovered(store: Store, held: HeldAtLarge, hold: NewHold, onDay: PlainDate): boolean {
  const [column, id] = target(held);
  return (
    store.sql
      .prepare(
        `SELECT 1 FROM holds x WHERE ${column} = @id AND x.kind = @kind AND ${isActiveHold}
           AND (x.until_date IS NULL OR x.until_date >= @untilDate) LIMIT 1`,
      )
      .get({ id, kind: hold.kind, untilDate: hold.untilDate, today: onDay }) !== undefined
  );
}

function target(held: HeldAtLarge): readonly [column: string, id: number] {
  if ('householdId' in held) return ['x.household_id', held.householdId];
  if ('payerId' in held) return ['x.payer_id', held.payerId];
  return ["x.scope = 'school' AND x.school_id", held.schoolId];
}

const sameThing = [
  'x.invoice_id = o.invoice_id',
  'x.household_id = o.household_id',
  'x.payer_id = o.payer_id',
  "x.scope = 'school' AND o.scope = 'school' AND x.school_id = o.school_id",
];

/**
 * What hold `o` holds is held for the same kind, or will be from the same day on. A term about something else compares with
 * NULL, which is never so.
 */
const heldAnew = `(${sameThing
  .map(
    (same) => `EXISTS (SELECT 1 FROM holds x WHERE ${same} AND x.kind = o.kind AND ${isNotOver}
      AND x.from_date <= max(o.from_date, @today))`,
  )
  .join(' OR ')})`;

const copied = `INSERT INTO holds (scope, school_id, household_id, payer_id, invoice_id, kind, reason, from_date, until_date,
    review_date, freezes_costs, author, created_at)
  SELECT o.scope, o.school_id, o.household_id, o.payer_id, o.invoice_id, o.kind,`;

/** The same once more, of holds that were lifted and would still hold: on what stands there, and is not held anew. */
export function repeatHolds(store: Store, liftedIds: readonly number[], today: PlainDate, author: Author): number[] {
  return ids(
    store,
    `${copied} o.reason, o.from_date, o.until_date, o.review_date, o.freezes_costs, @actor, @at
     FROM json_each(@ids) k CROSS JOIN holds o ON o.id = k.value AND o.lifted_at IS NOT NULL
     WHERE (o.until_date IS NULL OR o.until_date >= @today OR date(o.until_date) IS NOT o.until_date)
       AND (o.invoice_id IS NULL OR EXISTS (SELECT 1 FROM invoices i WHERE i.id = o.invoice_id AND i.withdrawn_at IS NULL))
       AND NOT ${heldAnew}
     GROUP BY o.scope, o.kind, o.invoice_id, o.household_id, o.payer_id, o.school_id RETURNING id`,
    liftedIds,
    { today, ...author },
  );
}

/** A hold in the place of another: what it holds, its kind and its first day stay. */
export function replaceHold(
  store: Store,
  holdId: number,
  change: Pick<NewHold, 'reason' | 'untilDate' | 'reviewDate'>,
  author: Author,
): number {
  const newId = store.sql
    .prepare(
      `${copied} @reason, o.from_date, @untilDate, @reviewDate, o.freezes_costs, @actor, @at
       FROM holds o WHERE o.id = @holdId RETURNING id`,
    )
    .pluck()
    .get({ holdId, ...change, ...author }) as number;
  endHolds(store, [holdId], author);
  // A debt settlement lives as long as its hold, whichever row that is.
  store.sql.prepare('UPDATE debt_settlements SET hold_id = ? WHERE hold_id = ?').run(newId, holdId);
  return newId;
}

/** Answers which holds were lifted now, in order. */
export function endHolds(store: Store, holdIds: readonly number[], author: Author): number[] {
  return ids(
    store,
    `UPDATE holds SET lifted_at = @at, lifted_by = @actor
     WHERE id IN (SELECT value FROM json_each(@ids)) AND lifted_at IS NULL RETURNING id`,
    holdIds,
    author,
  );
}

/** One of these holds belongs to a debt settlement that is not closed. */
export function isOfSettlement(store: Store, holdIds: readonly number[]): boolean {
  return (
    store.sql
      .prepare(
        'SELECT 1 FROM debt_settlements WHERE closed_on IS NULL AND hold_id IN (SELECT value FROM json_each(?)) LIMIT 1',
      )
      .get(JSON.stringify(holdIds)) !== undefined
  );
}

function columnsOf({ freezesCosts, ...hold }: NewHold): Record<string, string | number | null> {
  return { ...hold, freezesCosts: freezesCosts ? 1 : 0 };
}

/** Runs a statement over `@ids` that answers ids; gives them in order. */
function ids(
  store: Store,
  sql: string,
  of: readonly number[],
  others: Readonly<Record<string, string | number | null>>,
): number[] {
  const found = store.sql
    .prepare(sql)
    .pluck()
    .all({ ids: JSON.stringify(of), ...others }) as number[];
  return found.sort((a, b) => a - b);
}
