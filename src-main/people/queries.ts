import { Problem } from '#shared/api/problem.ts';
import type { Liability } from '#shared/people/contract.ts';
import type { households, pupils } from '#main/store/schema/people.ts';
import type { Store } from '#main/store/store.ts';

export type HouseholdRow = Readonly<
  Pick<typeof households.$inferSelect, 'id' | 'name' | 'lastContactAt' | 'mergedIntoId'>
>;
export type PupilRow = Readonly<
  Pick<
    typeof pupils.$inferSelect,
    'id' | 'schoolId' | 'householdId' | 'firstName' | 'lastName' | 'birthDate' | 'leftOn' | 'settledOn'
  >
>;
const pupilColumns = `id, school_id AS schoolId, household_id AS householdId, first_name AS firstName, last_name AS lastName,
  birth_date AS birthDate, left_on AS leftOn, settled_on AS settledOn`;
export type LiabilityRow = Liability & { readonly pupilId: number; readonly payerName: string };

/** A household that is still in use. One that was merged is refused by name of where it went. */
export function householdInUse(store: Store, householdId: number): HouseholdRow {
  const row = store.sql
    .prepare<[number], HouseholdRow>(
      `SELECT id, name, last_contact_at AS lastContactAt, merged_into_id AS mergedIntoId FROM households WHERE id = ?`,
    )
    .get(householdId);
  if (!row) throw new Problem('NOT_FOUND', 'Dit gezin bestaat niet meer. Zoek het opnieuw.');
  if (row.mergedIntoId !== null) {
    throw new Problem(
      'CONFLICT',
      `${row.name} is samengevoegd met een ander gezin. Er is niets veranderd; open dat gezin.`,
    );
  }
  return row;
}

export function pupilById(store: Store, pupilId: number): PupilRow {
  const row = store.sql.prepare<[number], PupilRow>(`SELECT ${pupilColumns} FROM pupils WHERE id = ?`).get(pupilId);
  if (!row) throw new Problem('NOT_FOUND', 'Deze leerling bestaat niet meer. Zoek opnieuw.');
  return row;
}

export function pupilsOf(store: Store, householdId: number): PupilRow[] {
  return store.sql
    .prepare<[number], PupilRow>(`SELECT ${pupilColumns} FROM pupils WHERE household_id = ? ORDER BY id`)
    .all(householdId);
}

/** Payers of the household that were not removed. */
export function payerIdsOf(store: Store, householdId: number): ReadonlySet<number> {
  const ids = store.sql
    .prepare('SELECT id FROM payers WHERE household_id = ? AND removed_at IS NULL ORDER BY id')
    .pluck()
    .all(householdId) as number[];
  return new Set(ids);
}

/** Who owes for which pupil of the household, all periods. */
export function liabilitiesOf(store: Store, householdId: number): LiabilityRow[] {
  return store.sql
    .prepare<[number], LiabilityRow>(
      `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.share_bp AS shareBp,
         trim(p.first_name || ' ' || p.last_name) AS payerName
       FROM liabilities l JOIN pupils u ON u.id = l.pupil_id JOIN payers p ON p.id = l.payer_id
       WHERE u.household_id = ? ORDER BY l.pupil_id, l.payer_id, l.from_date`,
    )
    .all(householdId);
}

/** Payers of the household who are a pupil of it. */
export function selfPayerIdsOf(store: Store, householdId: number): ReadonlySet<number> {
  const ids = store.sql
    .prepare("SELECT id FROM payers WHERE household_id = ? AND removed_at IS NULL AND relation = 'self'")
    .pluck()
    .all(householdId) as number[];
  return new Set(ids);
}
