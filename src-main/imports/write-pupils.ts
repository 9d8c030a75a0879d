import type {
  PayerChange,
  PayerValues,
  PlannedHousehold,
  PlannedPayer,
  PupilDecision,
  PupilValues,
} from '#shared/imports/pupil-plan.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { ofAgeOn } from '#shared/people/coming-of-age.ts';
import type { Context } from '#main/api/context.ts';
import { ensureSite } from '#main/schools/queries.ts';
import type { RowChange } from './earlier-imports.ts';
import { payerColumns, pupilColumns } from './people-columns.ts';
import { importRowWriter } from './write-rows.ts';

type WrittenDecision = Extract<PupilDecision, { outcome: 'new' | 'changed' }>;

/** Writes what was decided: households, payers, pupils and who owes for whom, inside the transaction of the import. */
export function writePupils(context: Context, importId: number, decisions: readonly PupilDecision[]): void {
  const writeRow = importRowWriter(context.store, importId);
  const writer = peopleWriter(context, importId);
  for (const decision of decisions) {
    const { rowNumber, outcome, reason } = decision;
    if (outcome === 'unchanged') continue;
    if (outcome === 'rejected') {
      writeRow({ rowNumber, outcome, reason, shown: decision });
      continue;
    }
    const { pupilId, changes } = writer(decision);
    writeRow({ rowNumber, outcome, reason, pupilId, changes, shown: decision });
  }
}

function peopleWriter(
  context: Context,
  importId: number,
): (decision: WrittenDecision) => { pupilId: number; changes: RowChange[] } {
  const { store, clock } = context;
  const at = clock.now();
  const households = new Map<string, number>();
  const payerIds = new Map<PlannedPayer, number>();
  const insertHousehold = store.sql.prepare('INSERT INTO households (name, created_at) VALUES (?, ?)');
  const insertPayer = store.sql.prepare(
    `INSERT INTO payers (household_id, relation, first_name, last_name, language, salutation, email, phone, street,
       postal_code, city, country, import_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPupil = store.sql.prepare(
    `INSERT INTO pupils (school_id, household_id, site_id, student_number, first_name, last_name, birth_date, class_name,
       left_on, import_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertLiability = store.sql.prepare(
    `INSERT INTO liabilities (school_id, pupil_id, payer_id, kind, from_date) VALUES (?, ?, ?, 'joint', ?)`,
  );
  const owedBefore = store.sql
    .prepare('SELECT EXISTS (SELECT 1 FROM liabilities WHERE pupil_id = ? AND payer_id = ?)')
    .pluck();

  const birthDateOf = store.sql.prepare('SELECT birth_date FROM pupils WHERE id = ?').pluck();

  function ownDebtFrom(pupilId: number): PlainDate {
    const birthDate = birthDateOf.get(pupilId) as PlainDate | null;
    return birthDate === null ? clock.today() : ofAgeOn(birthDate);
  }

  function householdIdOf(household: PlannedHousehold, changes: RowChange[]): number {
    if (household.id !== null) return household.id;
    const made = households.get(household.key);
    if (made !== undefined) return made;
    const id = Number(insertHousehold.run(household.name, at).lastInsertRowid);
    households.set(household.key, id);
    changes.push({ table: 'households', id, before: null, after: { name: household.name } });
    return id;
  }

  function insertNewPayer(payer: PlannedPayer, householdId: number, changes: RowChange[]): void {
    const { relation, firstName, lastName, language, email, phone, street, postalCode, city, country } = payer.values;
    const salutation = relation === 'mother' ? 'madam' : relation === 'father' ? 'sir' : 'neutral';
    const result = insertPayer.run(
      householdId,
      relation,
      firstName,
      lastName,
      language,
      salutation,
      email,
      phone,
      street,
      postalCode,
      city,
      country,
      importId,
      at,
    );
    const id = Number(result.lastInsertRowid);
    payerIds.set(payer, id);
    changes.push({ table: 'payers', id, before: null, after: { ...payer.values } });
  }

  return (decision) => {
    const changes: RowChange[] = [];
    const { schoolId } = decision;
    const householdId = householdIdOf(decision.household, changes);
    for (const payer of decision.newPayers) insertNewPayer(payer, householdId, changes);
    for (const change of decision.payerChanges) changes.push(updatePayer(context, change));
    let pupilId: number;
    if (decision.outcome === 'new') {
      const { site, studentNumber, firstName, lastName, birthDate, className, leftOn } = decision.pupil;
      const siteId = site === null ? null : ensureSite(store, schoolId, site);
      const result = insertPupil.run(
        schoolId,
        householdId,
        siteId,
        studentNumber,
        firstName,
        lastName,
        birthDate,
        className,
        leftOn,
        importId,
        at,
      );
      pupilId = Number(result.lastInsertRowid);
      changes.push({ table: 'pupils', id: pupilId, before: null, after: { ...decision.pupil } });
    } else {
      ({ pupilId } = decision);
      const change = updatePupil(context, schoolId, pupilId, decision.pupil);
      if (change) changes.push(change);
    }
    for (const payer of decision.liablePayers) {
      const payerId = payer.id ?? payerIds.get(payer);
      if (payerId === undefined) throw new Error('A liable payer is written before the pupil');
      // Someone who stopped owing starts again today; anyone else always owed, we only learn it now.
      // A pupil never owes what was billed before the eighteenth birthday.
      const since = payer.values.relation === 'self' ? ownDebtFrom(pupilId) : '0001-01-01';
      const from = owedBefore.get(pupilId, payerId) === 1 ? clock.today() : since;
      const id = Number(insertLiability.run(schoolId, pupilId, payerId, from).lastInsertRowid);
      changes.push({ table: 'liabilities', id, before: null, after: { pupilId, payerId } });
    }
    return { pupilId, changes };
  };
}

function updatePayer(context: Context, { payerId, before, after }: PayerChange): RowChange {
  const { sql } = context.store;
  const entries = Object.entries(after) as [keyof PayerValues, string | null][];
  const bounced =
    after.email === undefined
      ? undefined
      : (sql.prepare('SELECT email_bounced_at FROM payers WHERE id = ?').pluck().get(payerId) as string | null);
  const assignments = entries.map(([field]) => `${payerColumns[field]} = @${field}`);
  // A bounce belongs to the address that bounced.
  if (bounced !== undefined) assignments.push('email_bounced_at = NULL');
  sql.prepare(`UPDATE payers SET ${assignments.join(', ')} WHERE id = @id`).run({ ...after, id: payerId });
  const was = bounced === undefined ? before : { ...before, emailBouncedAt: bounced };
  return { table: 'payers', id: payerId, before: was as RowChange['after'], after: after as RowChange['after'] };
}

function updatePupil(
  context: Context,
  schoolId: number,
  pupilId: number,
  { before, after }: { readonly before: Partial<PupilValues>; readonly after: Partial<PupilValues> },
): RowChange | undefined {
  const entries = Object.entries(after) as [keyof PupilValues, string | null][];
  if (entries.length === 0) return undefined;
  const values: Record<string, string | number | null> = {};
  for (const [field, value] of entries) {
    values[field] = field === 'site' && value !== null ? ensureSite(context.store, schoolId, value) : value;
  }
  context.store.sql
    .prepare(
      `UPDATE pupils SET ${entries.map(([field]) => `${pupilColumns[field]} = @${field}`).join(', ')} WHERE id = @id`,
    )
    .run({ ...values, id: pupilId });
  return { table: 'pupils', id: pupilId, before: before as RowChange['after'], after: after as RowChange['after'] };
}
