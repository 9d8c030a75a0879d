import { Problem } from '#shared/api/problem.ts';
import type { HouseholdChangeKind } from '#shared/people/contract.ts';
import type { LiabilityPeriod } from '#shared/people/liability-periods.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Who owed for a pupil before a change, and after it. */
export type ChangedPeriods = {
  readonly pupilId: number;
  readonly before: readonly LiabilityPeriod[];
  readonly after: readonly LiabilityPeriod[];
};

/** A payer who owes for a pupil on the other side. */
export type Crossing = readonly [pupilId: number, payerId: number];

/** Ids per table of what moved. */
export type Moved = Readonly<Record<string, readonly number[]>>;

/** What stood there before, as far as it is needed to take a change back. */
export type Before =
  | {
      readonly kind: 'separation' | 'comeOfAge';
      /** Claims from this day on are owed differently. */
      readonly fromDate: PlainDate;
      readonly pupils: readonly ChangedPeriods[];
      /** The payer that was added. */
      readonly payerId: number | null;
    }
  | {
      readonly kind: 'movePupil';
      readonly pupil: ChangedPeriods;
      /** Payers that came along. */
      readonly payerIds: readonly number[];
    }
  | {
      readonly kind: 'merge';
      readonly moved: Moved;
      readonly lastContactAt: string | null;
      /** Who owed for a pupil of the other household already. */
      readonly crossed: readonly Crossing[];
    }
  | { readonly kind: 'split'; readonly pupilCount: number; readonly holdIds: readonly number[] }
  | {
      readonly kind: 'leave';
      readonly pupilId: number;
      readonly leftOn: PlainDate | null;
      readonly settledOn: PlainDate | null;
      readonly nowLeftOn: PlainDate | null;
    };

/** The newest of everything that could be built on a change, at the moment of the change. */
export type Marks = Readonly<
  Record<'message' | 'posting' | 'entry' | 'plan' | 'planVersion' | 'grant' | 'referral', number>
>;

export type ChangeRow = {
  readonly id: number;
  readonly kind: HouseholdChangeKind;
  readonly householdId: number;
  readonly otherHouseholdId: number | null;
  readonly onDate: PlainDate;
  readonly before: Before;
  readonly marks: Marks;
  readonly author: string;
  readonly createdAt: string;
  readonly undoneAt: string | null;
};

const columns = `id, kind, household_id AS householdId, other_household_id AS otherHouseholdId, on_date AS onDate, before, author,
  created_at AS createdAt, undone_at AS undoneAt`;

type NewChange = {
  readonly householdId: number;
  readonly otherHouseholdId?: number;
  readonly onDate: PlainDate;
  readonly before: Before;
  readonly note?: string;
  readonly documentId?: number | null;
};

/** Keeps what stood before, within the command that changes it. */
export function keepChange({ store, actor, clock }: Context, change: NewChange): number {
  const { householdId, otherHouseholdId = null, onDate, before, note = '', documentId = null } = change;
  const result = statement(
    store,
    `INSERT INTO household_changes (kind, household_id, other_household_id, on_date, before, note, document_id, author, created_at)
     VALUES (@kind, @householdId, @otherHouseholdId, @onDate, @before, @note, @documentId, @actor, @at)`,
  ).run({
    kind: before.kind,
    householdId,
    otherHouseholdId,
    onDate,
    before: JSON.stringify({ ...before, marks: marksNow(store) }),
    note,
    documentId,
    actor,
    at: clock.now(),
  });
  return Number(result.lastInsertRowid);
}

function marksNow(store: Store): Marks {
  return statement(
    store,
    `SELECT (SELECT coalesce(max(id), 0) FROM messages) AS message, (SELECT coalesce(max(id), 0) FROM postings) AS posting,
       (SELECT coalesce(max(id), 0) FROM journal_entries) AS entry, (SELECT coalesce(max(id), 0) FROM plans) AS plan,
       (SELECT coalesce(max(id), 0) FROM plan_versions) AS planVersion,
       (SELECT coalesce(max(id), 0) FROM grants) AS "grant", (SELECT coalesce(max(id), 0) FROM referrals) AS referral`,
  ).get() as Marks;
}

export function changeById(store: Store, householdChangeId: number): ChangeRow {
  const row = statement(store, `SELECT ${columns} FROM household_changes WHERE id = ?`).get(householdChangeId) as
    | RawRow
    | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze wijziging bestaat niet. Open het gezin opnieuw.');
  return fromRaw(row);
}

/** Changes that touch one of these households, the newest first. */
export function changesTouching(store: Store, householdIds: readonly number[]): ChangeRow[] {
  const rows = statement(
    store,
    `SELECT ${columns} FROM household_changes WHERE id IN (
       SELECT c.id FROM json_each(@ids) j CROSS JOIN household_changes c ON c.household_id = j.value
       UNION SELECT c.id FROM json_each(@ids) j CROSS JOIN household_changes c ON c.other_household_id = j.value)
     ORDER BY id DESC`,
  ).all({ ids: JSON.stringify(householdIds) }) as RawRow[];
  return rows.map(fromRaw);
}

type RawRow = Omit<ChangeRow, 'before' | 'marks'> & { readonly before: string };

function fromRaw({ before, ...row }: RawRow): ChangeRow {
  const { marks, ...kept } = JSON.parse(before) as Before & { readonly marks?: Marks };
  return { ...row, before: kept as Before, marks: marks ?? nothingYet };
}

const nothingYet: Marks = {
  message: 0,
  posting: 0,
  entry: 0,
  plan: 0,
  planVersion: 0,
  grant: 0,
  referral: 0,
};

/** The households a change is about. */
export function householdsOf({ householdId, otherHouseholdId }: ChangeRow): number[] {
  return otherHouseholdId === null ? [householdId] : [householdId, otherHouseholdId];
}

export function markUndone({ store, actor, clock }: Context, householdChangeId: number): void {
  statement(
    store,
    'UPDATE household_changes SET undone_at = @at, undone_by = @actor WHERE id = @householdChangeId',
  ).run({
    householdChangeId,
    actor,
    at: clock.now(),
  });
}
