import { addDays } from '#shared/calendar/plain-date.ts';
import { addTo } from '#shared/dunning/add-to.ts';
import { thresholds } from '#shared/signals/find-signals.ts';
import type { HouseholdFacts } from '#shared/signals/household-facts.ts';
import { incomeWordIn } from '#shared/signals/income-words.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { planFacts, standingOf } from '#main/plans/facts.ts';
import type { Store } from '#main/store/store.ts';
import {
  allowances,
  atMostBills,
  billedSince,
  everLate,
  knownBodies,
  longHistories,
  namesOfHouseholds,
  notesBesidePlans,
  openHouseholds,
  type OpenRow,
  overdueChildren,
  type Scope,
} from './queries.ts';

/**
 * The facts behind signals, of one household or of everybody who has something open, in a handful of statements: what costs
 * much to look up is looked up only where the cheap facts leave it possible.
 */
export function gatherFacts(
  context: Context,
  { householdId, payerId, schools }: Pick<Scope, 'householdId' | 'payerId' | 'schools'>,
): HouseholdFacts[] {
  const { store, clock, caller } = context;
  const scope: Scope = { householdId, payerId, schools, today: clock.today() };
  const open = openHouseholds(store, scope);
  const children = childrenOf(store, open, scope);
  const onTime = onTimeOf(store, open, scope);
  const year = yearOf(store, open, scope);
  const brokenPlans = brokenPlansOf(store, scope, caller.schoolsWith('care'));
  const bodies = grouped(knownBodies(store, scope));
  const allowance = grouped(allowances(store, scope));
  const told = open.filter(({ householdId: id }) =>
    [children, onTime, year, brokenPlans, bodies, allowance].some((known) => known.has(id)),
  );
  const names = namesOfHouseholds(
    store,
    told.map(({ householdId: id }) => id),
  );
  return told.map((row) => ({
    householdId: row.householdId,
    householdName: names.get(row.householdId) ?? '',
    schoolIds: row.schoolIds,
    overdueCents: row.overdueCents,
    overdueBills: row.overdueBills,
    oldestDueDate: row.oldestDueDate,
    children: (children.get(row.householdId) ?? []).map(({ name }) => name),
    onTime: onTime.get(row.householdId) ?? null,
    year: year.get(row.householdId) ?? null,
    brokenPlan: brokenPlans.get(row.householdId) ?? null,
    bodies: bodies.get(row.householdId) ?? [],
    allowance: (allowance.get(row.householdId) ?? []).map(({ name }) => name),
  }));
}

type OfHousehold<Key extends keyof HouseholdFacts> = Map<number, NonNullable<HouseholdFacts[Key]>>;

function grouped<Row extends { readonly householdId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const map = new Map<number, Row[]>();
  for (const row of rows) addTo(map, row.householdId, row);
  return map;
}

function idsWhere(open: readonly OpenRow[], isPossible: (row: OpenRow) => boolean): number[] {
  return open.filter(isPossible).map(({ householdId }) => householdId);
}

function childrenOf(store: Store, open: readonly OpenRow[], scope: Scope) {
  const ids = idsWhere(open, ({ children }) => children >= thresholds.children);
  return grouped(ids.length === 0 ? [] : overdueChildren(store, ids, scope));
}

function onTimeOf(store: Store, open: readonly OpenRow[], { today }: Scope): OfHousehold<'onTime'> {
  const since = addDays(today, -thresholds.firstTimeWithinDays);
  const ids = idsWhere(open, ({ oldestDueDate }) => oldestDueDate !== null && oldestDueDate >= since);
  const long = ids.length === 0 ? [] : longHistories(store, ids, today);
  const late =
    long.length === 0
      ? new Set<number>()
      : everLate(
          store,
          long.map((one) => one.householdId),
        );
  return new Map(
    long.flatMap(({ householdId, ...onTime }) => (late.has(householdId) ? [] : [[householdId, onTime] as const])),
  );
}

function yearOf(store: Store, open: readonly OpenRow[], { today, schools }: Scope): OfHousehold<'year'> {
  const from = addDays(today, -365);
  const possible = open.filter(
    ({ overdueCents, overdueBills }) =>
      overdueCents >= thresholds.shareFromCents && overdueBills >= thresholds.shareFromBills,
  );
  const most = new Map(
    possible.map(({ householdId, overdueBills }) => [householdId, overdueBills * thresholds.shareOfBills]),
  );
  const ids = most.size === 0 ? [] : atMostBills(store, most, from);
  const rows = ids.length === 0 ? [] : billedSince(store, ids, from, schools);
  return new Map(rows.map(({ householdId, ...billed }) => [householdId, { from, ...billed }]));
}

/** Plans that are breached, where a note of the last year has a word for less income. */
function brokenPlansOf(store: Store, scope: Scope, care: Schools): OfHousehold<'brokenPlan'> {
  const since = addDays(scope.today, -thresholds.noteDays);
  const told = notesBesidePlans(store, scope, since, care).flatMap(({ householdId, on, body }) => {
    const word = incomeWordIn(body);
    return word === null ? [] : [{ householdId, on, word }];
  });
  const notes = grouped(told);
  const broken: OfHousehold<'brokenPlan'> = new Map();
  if (notes.size === 0) return broken;
  for (const plan of planFacts(store, { householdIds: [...notes.keys()], running: true })) {
    const standing = standingOf(plan, scope.today);
    if (standing.name !== 'breached') continue;
    const own = notes.get(plan.householdId) ?? [];
    broken.set(plan.householdId, {
      brokenOn: standing.breachesOn,
      notes: own.map(({ on, word }) => ({ on, word })),
    });
  }
  return broken;
}
