import { Problem } from '#shared/api/problem.ts';
import type { CapKind, CapResult, Level } from '#shared/maximum-bill/contract.ts';
import { roomFor } from '#shared/maximum-bill/reckon-pupil.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { billedParts } from './billed-parts.ts';
import { pupilFacts } from './reckon.ts';

type PupilRef = { readonly pupilId: number };
type OfYear = PupilRef & { readonly schoolYear: string };

/** What a person says where the class does not tell; null: the class and the year of birth tell it again. */
export function setLevel(context: Context, { pupilId, schoolYear, level }: OfYear & { readonly level: Level | null }) {
  return runCommand(context, () => {
    const { store } = context;
    const { schoolId, householdId } = pupilOf(store, pupilId);
    const before = statement(store, 'SELECT level FROM pupil_levels WHERE pupil_id = ? AND school_year = ?')
      .pluck()
      .get(pupilId, schoolYear) as Level | undefined;
    if (level === null) {
      statement(store, 'DELETE FROM pupil_levels WHERE pupil_id = ? AND school_year = ?').run(pupilId, schoolYear);
    } else {
      statement(
        store,
        `INSERT INTO pupil_levels (pupil_id, school_year, school_id, level) VALUES (@pupilId, @schoolYear, @schoolId, @level)
         ON CONFLICT (pupil_id, school_year) DO UPDATE SET level = excluded.level`,
      ).run({ pupilId, schoolYear, schoolId, level });
    }
    return {
      result: { pupilId },
      audit: {
        command: 'maximumBill.setLevel',
        schoolId,
        householdId,
        detail: { pupilId, schoolYear },
        changes: fieldChanges({ level: before }, { level }),
      },
    };
  });
}

/** What was asked for trips of several days at a school before, with who says so; 0: nothing. */
export function setElsewhere(
  context: Context,
  { pupilId, schoolYear, amountCents, source }: OfYear & { readonly amountCents: number; readonly source: string },
) {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const { schoolId, householdId } = pupilOf(store, pupilId);
    const before = statement(store, 'SELECT amount_cents FROM trips_elsewhere WHERE pupil_id = ? AND school_year = ?')
      .pluck()
      .get(pupilId, schoolYear) as number | undefined;
    statement(
      store,
      `INSERT INTO trips_elsewhere (pupil_id, school_year, school_id, amount_cents, source, author, created_at)
       VALUES (@pupilId, @schoolYear, @schoolId, @amountCents, @source, @actor, @at)
       ON CONFLICT (pupil_id, school_year) DO UPDATE SET amount_cents = excluded.amount_cents, source = excluded.source,
         author = excluded.author, created_at = excluded.created_at`,
    ).run({ pupilId, schoolYear, schoolId, amountCents, source, actor, at: clock.now() });
    return {
      result: { pupilId },
      audit: {
        command: 'maximumBill.setElsewhere',
        schoolId,
        householdId,
        detail: { pupilId, schoolYear },
        changes: fieldChanges({ amountCents: before }, { amountCents }),
      },
    };
  });
}

type Room = CapResult & { readonly roomCents: number | null };

/** What of an amount may still be asked of a pupil in a school year. */
export function roomOf(
  context: Context,
  {
    pupilId,
    schoolYear,
    cap,
    amountCents,
    onDate,
  }: OfYear & { readonly cap: CapKind; readonly amountCents: number; readonly onDate?: string | undefined },
): Room {
  const { store } = context;
  if (onDate !== undefined && schoolYearOf(onDate) !== schoolYear) {
    throw new Problem('INVALID', `Deze dag valt niet in het schooljaar ${schoolYear}.`, 'onDate');
  }
  const { schoolLevel } = pupilOf(store, pupilId);
  const facts = pupilFacts(
    context,
    new Map([[pupilId, billedParts(store, { schoolYear, pupilIds: [pupilId] }).get(pupilId) ?? []]]),
  ).get(pupilId);
  if (cap === 'none' || schoolLevel === 'secondary' || facts === undefined) {
    const free = { capCents: null, excessCents: 0, source: '', blockedBy: null };
    return { ...free, cap, schoolYear, billedCents: amountCents, claimableCents: amountCents, roomCents: null };
  }
  return roomFor(facts, { schoolYear, cap, amountCents }, lawTables(store));
}

type Pupil = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly schoolLevel: 'primary' | 'secondary';
};

function pupilOf(store: Store, pupilId: number): Pupil {
  const pupil = statement(
    store,
    `SELECT u.school_id AS schoolId, u.household_id AS householdId, s.level AS schoolLevel
     FROM pupils u JOIN schools s ON s.id = u.school_id WHERE u.id = ?`,
  ).get(pupilId) as Pupil | undefined;
  if (pupil) return pupil;
  throw new Problem('NOT_FOUND', 'Deze leerling bestaat niet (meer). Er is niets veranderd.');
}
