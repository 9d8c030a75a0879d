import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { TalkFacts } from '#shared/talks/facts.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { familyOfHousehold } from '#main/dossier/household.ts';
import { isActiveHold } from '#main/holds/held-sql.ts';
import { kindBehind, withReversed } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Who a talk is with: one payer, or (null) everybody of the household. */
export type With = { readonly householdId: number; readonly payerId: number | null; readonly schools: Schools };

export type TalkPayer = {
  readonly payerId: number;
  readonly name: string;
  readonly phone: string | null;
  readonly language: 'nl' | 'fr' | 'en';
};

/** Payers of the household, and others who are liable for one of its pupils. */
export function payersAround(store: Store, householdId: number): TalkPayer[] {
  return statement(
    store,
    `SELECT y.id AS payerId, trim(y.first_name || ' ' || y.last_name) AS name, y.phone, y.language FROM payers y
     WHERE y.removed_at IS NULL AND (y.household_id = @householdId OR y.id IN (
       SELECT l.payer_id FROM pupils u JOIN liabilities l ON l.pupil_id = u.id WHERE u.household_id = @householdId))
     ORDER BY y.id`,
  ).all({ householdId }) as TalkPayer[];
}

function bound({ householdId, payerId, schools }: With) {
  return { householdId, payerId, schools: schoolsParameter(schools) };
}

/** Pupils of the household, or those for whom the payer is liable; at these schools. */
const ofTalk = `(@schools IS NULL OR u.school_id IN (SELECT value FROM json_each(@schools)))
  AND CASE WHEN @payerId IS NULL THEN u.household_id = @householdId
    ELSE EXISTS (SELECT 1 FROM liabilities l WHERE l.pupil_id = u.id AND l.payer_id = @payerId) END`;

export type TalkPupil = {
  readonly pupilId: number;
  readonly name: string;
  readonly className: string;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly infoNote: string | null;
  readonly hasSchoolAllowance: 0 | 1 | null;
};

export function pupilsOfTalk(store: Store, talk: With): TalkPupil[] {
  return statement(
    store,
    `SELECT u.id AS pupilId, trim(u.first_name || ' ' || u.last_name) AS name, u.class_name AS className, u.school_id AS schoolId,
       s.name AS schoolName, n.body AS infoNote, u.has_school_allowance AS hasSchoolAllowance
     FROM pupils u JOIN schools s ON s.id = u.school_id LEFT JOIN info_notes n ON n.pupil_id = u.id
     WHERE ${ofTalk} ORDER BY u.birth_date, u.first_name, u.id`,
  ).all(bound(talk)) as TalkPupil[];
}

/** Ids of everything that stands open, above or below zero, around these pupils; costs only of whoever they are asked from. */
export function openAround(store: Store, pupilIds: readonly number[], payerId: number | null): number[] {
  return statement(
    store,
    `SELECT i.id FROM json_each(@ids) k CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = k.value
     WHERE i.balance_cents <> 0 AND i.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM cost_claims c WHERE c.claim_id = i.id AND c.payer_id IS NOT @payerId)
     ORDER BY i.due_date, i.id`,
  )
    .pluck()
    .all({ ids: JSON.stringify(pupilIds), payerId }) as number[];
}

/**
 * Received since a day on the bills of these pupils: what stands on the name of the payer, and with `withUnnamed` also what
 * stands on nobody's. In cents, what was taken back taken off.
 */
export function receivedBetween(
  store: Store,
  pupilIds: readonly number[],
  {
    payerId,
    withUnnamed,
    from,
    to,
  }: {
    readonly payerId: number | null;
    readonly withUnnamed: boolean;
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
): number {
  return statement(
    store,
    `SELECT coalesce(-sum(p.amount_cents), 0) FROM json_each(@ids) k CROSS JOIN invoices i ON i.pupil_id = k.value
       CROSS JOIN ${withReversed.replace('postings p', 'postings p ON p.invoice_id = i.id')}
       LEFT JOIN journal_entries e ON e.id = coalesce(o.entry_id, p.entry_id)
     WHERE i.withdrawn_at IS NULL AND ${kindBehind} = 'receipt' AND coalesce(o.value_date, p.value_date) BETWEEN @from AND @to
       AND (coalesce(p.payer_id, e.payer_id) IS @payerId OR (@withUnnamed AND coalesce(p.payer_id, e.payer_id) IS NULL))`,
  )
    .pluck()
    .get({ ids: JSON.stringify(pupilIds), payerId, withUnnamed: withUnnamed ? 1 : 0, from, to }) as number;
}

/** The last messages to this payer that left. */
export function lastMessages(store: Store, payerId: number, schools: Schools): TalkFacts['messages'] {
  return statement(
    store,
    `SELECT substr(m.finished_at, 1, 10) AS "on", m.channel, (SELECT e.proposal ->> 'stageName' FROM run_proposals e
       WHERE e.message_id = m.id ORDER BY e.id LIMIT 1) AS stage
     FROM message_payers mp CROSS JOIN messages m ON m.id = mp.message_id
     WHERE mp.payer_id = @payerId AND m.status = 'sent' AND m.finished_at IS NOT NULL
       AND (@schools IS NULL OR m.school_id IN (SELECT value FROM json_each(@schools)))
     ORDER BY m.finished_at DESC, m.id DESC LIMIT 3`,
  ).all({ payerId, schools: schoolsParameter(schools) }) as TalkFacts['messages'];
}

/** Promises since a day of the household as a whole, and of this payer. */
export function promisesOf(
  store: Store,
  { householdId, payerId }: With,
  since: PlainDate,
): { readonly madeOn: PlainDate; readonly untilDate: PlainDate }[] {
  return statement(
    store,
    `WITH RECURSIVE ${familyOfHousehold}
     SELECT x.from_date AS madeOn, x.until_date AS untilDate FROM holds x
     WHERE x.kind = 'promise' AND x.until_date IS NOT NULL AND x.from_date >= @since
       AND (x.household_id IN (SELECT id FROM family) OR x.payer_id = @payerId)
     ORDER BY x.from_date DESC, x.id DESC LIMIT 3`,
  ).all({ householdId, payerId, since }) as { madeOn: PlainDate; untilDate: PlainDate }[];
}

/** What holds today for the household or this payer, promises apart; the reason stays in the dossier. */
export function holdsOf(store: Store, { householdId, payerId }: With, today: PlainDate): TalkFacts['holds'] {
  return statement(
    store,
    `SELECT DISTINCT x.kind, CASE WHEN date(x.until_date) IS x.until_date THEN x.until_date END AS untilDate FROM holds x
     WHERE (x.household_id = @householdId OR x.payer_id = @payerId) AND x.kind <> 'promise' AND ${isActiveHold} ORDER BY x.id`,
  ).all({ householdId, payerId, today }) as TalkFacts['holds'];
}

/** The first open call or talk of this household at a school, for this payer or for nobody in particular. */
export function openTaskOf(
  store: Store,
  {
    householdId,
    payerId,
    schoolId,
  }: { readonly householdId: number; readonly payerId: number | null; readonly schoolId: number },
): number | null {
  return (
    (statement(
      store,
      `WITH RECURSIVE ${familyOfHousehold}
       SELECT id FROM tasks WHERE done_at IS NULL AND cancelled_at IS NULL AND kind IN ('phone', 'talk') AND school_id = @schoolId
         AND (payer_id = @payerId OR (household_id IN (SELECT id FROM family) AND (payer_id IS NULL OR @payerId IS NULL)))
       ORDER BY due_date, id LIMIT 1`,
    )
      .pluck()
      .get({ householdId, payerId, schoolId }) as number | undefined) ?? null
  );
}
