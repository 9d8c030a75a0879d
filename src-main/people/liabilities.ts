import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { mayOweFrom } from '#shared/people/coming-of-age.ts';
import type { Liability } from '#shared/people/contract.ts';
import {
  changedFrom,
  inForceOn,
  type LiabilityPeriod,
  nextStart,
  startOfPeriod,
} from '#shared/people/liability-periods.ts';
import { checkLiabilities, normaliseLiability } from '#shared/people/liability-rules.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { payerNames } from './payer-rows.ts';
import { periodsOf, writePeriods } from './liability-rows.ts';
import { payerIdsOf, pupilById, type PupilRow, selfPayerIdsOf } from './queries.ts';

/**
 * Says who owes for a pupil. It is a correction: what stands there was never right, so it counts from the beginning of what
 * is in force now and for the invoices that are open already. What ended before (parents who separated) is another time
 * and stays; a change from a date on is another command.
 */
export function setLiabilities(
  context: Context,
  pupilId: number,
  liabilities: readonly Liability[],
): { householdId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const pupil = pupilById(store, pupilId);
    const problem = checkLiabilities(liabilities, payerIdsOf(store, pupil.householdId));
    if (problem) throw new Problem('INVALID', `${problem.sentence} Er is niets veranderd.`, problem.field);
    const periods = periodsOf(store, pupilId);
    const today = context.clock.today();
    refuseWhenChangeWaits(periods, today);
    const fromDate = startOfPeriod(periods, today);
    refuseSelfTooEarly(store, pupil, liabilities, fromDate, periods);
    writePeriods(store, pupil, changedFrom(periods, fromDate, liabilities.map(normaliseLiability), ''));
    const before = inForceOn(periods, today);
    return {
      result: { householdId: pupil.householdId },
      audit: {
        command: 'people.setLiabilities',
        schoolId: pupil.schoolId,
        householdId: pupil.householdId,
        detail: { pupilId, before, after: liabilities.map(normaliseLiability) },
        changes: fieldChanges(inWords(store, before), inWords(store, liabilities)),
      },
    };
  });
}

function refuseWhenChangeWaits(periods: readonly LiabilityPeriod[], today: PlainDate): void {
  const waits = nextStart(periods, today);
  if (waits === undefined) return;
  throw new Problem(
    'REFUSED',
    `Vanaf ${formatPlainDate(waits)} staat al een wijziging klaar. Er is niets veranderd; maak die eerst ongedaan bij Wijzigingen.`,
    'liabilities',
  );
}

/** A pupil pays from a day on, and never for what was before: whoever corrects who owes cannot put that on the pupil's name. */
export function refuseSelfTooEarly(
  store: Store,
  pupil: PupilRow,
  liabilities: readonly Liability[],
  fromDate: PlainDate,
  periods: readonly LiabilityPeriod[],
): void {
  if (mayOweFrom(fromDate, pupil.birthDate)) return;
  const self = selfPayerIdsOf(store, pupil.householdId);
  const isNew = ({ payerId }: Liability): boolean =>
    self.has(payerId) && !periods.some((period) => period.payerId === payerId && period.fromDate <= fromDate);
  if (!liabilities.some(isNew)) return;
  throw new Problem(
    'REFUSED',
    'Een leerling betaalt nooit mee voor rekeningen van vroeger. Er is niets veranderd; kies bij de leerling “Meerderjarig: betaalt zelf” en een dag.',
    'liabilities',
  );
}

/** Per payer, as the trail tells it: the whole, or which share. */
function inWords(store: Store, liabilities: readonly Liability[]): Readonly<Record<string, string>> {
  const names = payerNames(
    store,
    liabilities.map(({ payerId }) => payerId),
  );
  return Object.fromEntries(
    liabilities.map(({ payerId, kind, shareBp }) => [
      `${names.get(payerId)} (betaler ${payerId})`,
      kind === 'joint' ? 'hoofdelijk' : `${(shareBp / 100).toLocaleString('nl-BE', { maximumFractionDigits: 2 })} %`,
    ]),
  );
}
