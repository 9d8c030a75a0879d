import { Problem } from '#shared/api/problem.ts';
import { addDays, formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { comingOfAgeDays, mayOweFrom, ofAgeOn } from '#shared/people/coming-of-age.ts';
import type { HouseholdChange, PayerDetails } from '#shared/people/contract.ts';
import { changedFrom, inForceOn, type LiabilityPeriod, nextStart } from '#shared/people/liability-periods.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { changeById, keepChange } from './change-rows.ts';
import { shownChange } from './changes.ts';
import { periodsOf, writePeriods } from './liability-rows.ts';
import { insertPayer } from './payer-rows.ts';
import { householdInUse, pupilById, selfPayerIdsOf } from './queries.ts';

type PupilOfAge = {
  readonly pupilId: number;
  readonly pupilName: string;
  readonly householdId: number;
  readonly schoolName: string;
  readonly ofAgeOn: PlainDate;
  /** The pupil as a payer, when that starts later; null: it was not arranged. */
  readonly payerId: number | null;
};

/** Pupils at school who are of age, or will be within sixty days, and do not pay for themselves yet; by that day. */
export function listComingOfAge(context: Context, schoolId: number | undefined): PupilOfAge[] {
  const today = context.clock.today();
  const rows = statement(
    context.store,
    `SELECT u.id AS pupilId, trim(u.first_name || ' ' || u.last_name) AS pupilName, u.household_id AS householdId,
       s.name AS schoolName, u.birth_date AS birthDate,
       (SELECT l.payer_id FROM liabilities l JOIN payers p ON p.id = l.payer_id AND p.relation = 'self' AND p.removed_at IS NULL
         WHERE l.pupil_id = u.id ORDER BY l.from_date LIMIT 1) AS payerId,
       EXISTS (SELECT 1 FROM liabilities l JOIN payers p ON p.id = l.payer_id AND p.relation = 'self' AND p.removed_at IS NULL
         WHERE l.pupil_id = u.id AND l.from_date <= @today) AS pays
     FROM pupils u JOIN schools s ON s.id = u.school_id
     WHERE u.birth_date IS NOT NULL AND u.birth_date <= @bornBy AND (u.left_on IS NULL OR u.left_on > @today)
       AND (@schoolId IS NULL OR u.school_id = @schoolId)
       AND (@schools IS NULL OR u.school_id IN (SELECT value FROM json_each(@schools)))`,
  ).all({
    today,
    bornBy: `${Number(addDays(today, comingOfAgeDays).slice(0, 4)) - 18}${addDays(today, comingOfAgeDays).slice(4)}`,
    schoolId: schoolId ?? null,
    schools: schoolsParameter(schoolsOf(context)),
  }) as (Omit<PupilOfAge, 'ofAgeOn'> & { readonly birthDate: PlainDate; readonly pays: 0 | 1 })[];
  return rows
    .filter(({ pays }) => pays === 0)
    .map(({ birthDate, pays: _pays, ...row }) => ({ ...row, ofAgeOn: ofAgeOn(birthDate) }))
    .sort((a, b) => (a.ofAgeOn === b.ofAgeOn ? a.pupilId - b.pupilId : a.ofAgeOn < b.ofAgeOn ? 1 : -1));
}

type ComingOfAge = {
  readonly pupilId: number;
  readonly fromDate: PlainDate;
  readonly details: PayerDetails;
  readonly parentsStay: boolean;
};

/** The pupil becomes a payer from a day on; what was billed before stays with who owed it. Parents stay unless that was chosen. */
export function comeOfAge(context: Context, { pupilId, fromDate, details, parentsStay }: ComingOfAge): HouseholdChange {
  return runCommand(context, () => {
    const { store } = context;
    const pupil = pupilById(store, pupilId);
    const { householdId } = pupil;
    householdInUse(store, householdId);
    const before = periodsOf(store, pupilId);
    refuseTooEarly(pupil.birthDate, fromDate);
    refuseTwice(before, selfPayerIdsOf(store, householdId));
    const waits = nextStart(before, fromDate);
    if (waits !== undefined) {
      throw new Problem(
        'REFUSED',
        `Vanaf ${formatPlainDate(waits)} staat al een andere wijziging klaar. Er is niets veranderd; maak die eerst ongedaan bij Wijzigingen.`,
        'fromDate',
      );
    }
    const payerId = insertPayer(store, householdId, { ...details, relation: 'self' }, context.clock.now());
    const after = afterComingOfAge(before, payerId, fromDate, parentsStay);
    writePeriods(store, pupil, after);
    const householdChangeId = keepChange(context, {
      householdId,
      onDate: fromDate,
      before: { kind: 'comeOfAge', fromDate, pupils: [{ pupilId, before, after }], payerId },
    });
    return {
      result: shownChange(store, changeById(store, householdChangeId)),
      audit: {
        command: 'people.comeOfAge',
        schoolId: pupil.schoolId,
        householdId,
        detail: { householdChangeId, pupilId, payerId, fromDate, parentsStay },
      },
    };
  });
}

/**
 * With parents who stay the pupil joins as they owe: jointly the whole, or a share of 0 % where they owe shares, because
 * nobody's share changes before a person says so. Alone the pupil owes the whole.
 */
function afterComingOfAge(
  before: readonly LiabilityPeriod[],
  payerId: number,
  fromDate: PlainDate,
  parentsStay: boolean,
): LiabilityPeriod[] {
  const own = { payerId, fromDate, untilDate: null, basis: '' } as const;
  if (!parentsStay) return changedFrom(before, fromDate, [{ payerId, kind: 'joint', shareBp: wholeShareBp }], '');
  const isSplit = inForceOn(before, fromDate).some(({ kind }) => kind === 'split');
  return [
    ...before,
    isSplit ? { ...own, kind: 'split', shareBp: 0 } : { ...own, kind: 'joint', shareBp: wholeShareBp },
  ];
}

function refuseTooEarly(birthDate: PlainDate | null, fromDate: PlainDate): void {
  if (birthDate === null || mayOweFrom(fromDate, birthDate)) return;
  throw new Problem(
    'REFUSED',
    `Deze leerling is meerderjarig vanaf ${formatPlainDate(ofAgeOn(birthDate))}. Er is niets veranderd; kies die dag of een latere.`,
    'fromDate',
  );
}

function refuseTwice(before: readonly LiabilityPeriod[], self: ReadonlySet<number>): void {
  if (!before.some(({ payerId }) => self.has(payerId))) return;
  throw new Problem('CONFLICT', 'Deze leerling is al betaler. Er is niets veranderd; kijk bij Betalers.', 'pupilId');
}
