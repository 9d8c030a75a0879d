import { type SchoolYear, schoolYearOf } from '#shared/calendar/school-year.ts';
import type { Level, MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { levelOf } from '#shared/maximum-bill/level-of.ts';
import { type PupilFacts, type PupilPart, reckonPupil } from '#shared/maximum-bill/reckon-pupil.ts';
import { includesSchool, type Schools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { billedParts, hasCategories, type OfPupils } from './billed-parts.ts';

type PupilRow = Pick<
  MaximumBillRow,
  'pupilId' | 'pupilName' | 'className' | 'schoolId' | 'schoolName' | 'householdId'
> & { readonly birthDate: string | null };
/** A row of the list, with the bills it was reckoned from. */
export type Reckoned = MaximumBillRow & { readonly invoiceIds: readonly number[] };
type YearRow<Value> = { readonly pupilId: number; readonly schoolYear: SchoolYear } & Value;

/**
 * Every pupil with something under a cap in a school year, reckoned as the bills, the tables and what people said stand now.
 * A board without categories costs nothing.
 */
export function reckonMaximumBill(context: Context, asked: OfPupils & { readonly schools: Schools }): Reckoned[] {
  const { store } = context;
  if (!hasCategories(store)) return [];
  const parts = billedParts(store, asked);
  const facts = pupilFacts(context, parts);
  const tables = lawTables(store);
  return pupilRows(store, [...parts.keys()])
    .filter(({ schoolId }) => includesSchool(asked.schools, schoolId))
    .flatMap(({ birthDate: _birthDate, ...pupil }) => {
      const own = facts.get(pupil.pupilId);
      if (own === undefined) return [];
      return reckonPupil(own, asked.schoolYear, tables).map((reckoned) => ({
        ...pupil,
        ...reckoned,
        proposal: [...reckoned.proposal],
      }));
    });
}

/** What is known of pupils for the reckoning; `parts` is what was billed to each. */
export function pupilFacts(
  { store, clock }: Context,
  parts: ReadonlyMap<number, readonly PupilPart[]>,
): Map<number, PupilFacts> {
  const pupilIds = JSON.stringify([...parts.keys()]);
  const levels = byPupil(
    statement(
      store,
      `SELECT pupil_id AS pupilId, school_year AS schoolYear, level FROM pupil_levels
       WHERE pupil_id IN (SELECT value FROM json_each(?))`,
    ).all(pupilIds) as YearRow<{ readonly level: Level }>[],
  );
  const elsewhere = byPupil(
    statement(
      store,
      `SELECT pupil_id AS pupilId, school_year AS schoolYear, amount_cents AS amountCents FROM trips_elsewhere
       WHERE pupil_id IN (SELECT value FROM json_each(?))`,
    ).all(pupilIds) as YearRow<{ readonly amountCents: number }>[],
  );
  const thisYear = schoolYearOf(clock.today());
  return new Map(
    pupilRows(store, [...parts.keys()]).map(({ pupilId, className, birthDate }): [number, PupilFacts] => [
      pupilId,
      {
        parts: parts.get(pupilId) ?? [],
        elsewhere: new Map((elsewhere.get(pupilId) ?? []).map((row) => [row.schoolYear, row.amountCents])),
        levelIn: (schoolYear) =>
          levelOf({
            chosen: levels.get(pupilId)?.find((row) => row.schoolYear === schoolYear)?.level ?? null,
            className: schoolYear === thisYear ? className : null,
            birthDate,
            schoolYear,
          }),
      },
    ]),
  );
}

function byPupil<Value>(rows: readonly YearRow<Value>[]): Map<number, YearRow<Value>[]> {
  return Map.groupBy(rows, ({ pupilId }) => pupilId);
}

function pupilRows(store: Store, pupilIds: readonly number[]): PupilRow[] {
  return statement(
    store,
    `SELECT u.id AS pupilId, trim(u.first_name || ' ' || u.last_name) AS pupilName, u.class_name AS className,
       u.birth_date AS birthDate, s.id AS schoolId, s.name AS schoolName, u.household_id AS householdId
     FROM json_each(?) k JOIN pupils u ON u.id = k.value JOIN schools s ON s.id = u.school_id ORDER BY u.sort_name, u.id`,
  ).all(JSON.stringify(pupilIds)) as PupilRow[];
}
