import { Problem } from '#shared/api/problem.ts';
import type { Liability } from '#shared/people/contract.ts';
import { checkLiabilities, normaliseLiability } from '#shared/people/liability-rules.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { payerNames } from './payer-rows.ts';
import { deleteLiabilities, insertLiability, liabilitiesOf, payerIdsOf, pupilById, type PupilRow } from './queries.ts';

/**
 * Says who owes for a pupil. It is a correction: what stood there was never right, so it counts from the beginning and
 * for the invoices that are open already. A change from a date on (parents who separate) keeps the earlier rows with
 * their dates and is another command.
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
    const before = replaceLiabilities(store, pupil, liabilities);
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

/** Puts these in the place of everything that stood there, and answers what that was. */
export function replaceLiabilities(store: Store, pupil: PupilRow, liabilities: readonly Liability[]): Liability[] {
  const before = liabilitiesOf(store, pupil.householdId)
    .filter((row) => row.pupilId === pupil.id)
    .map(({ payerId, kind, shareBp }) => ({ payerId, kind, shareBp }));
  deleteLiabilities(store, pupil.id);
  for (const liability of liabilities) insertLiability(store, pupil, normaliseLiability(liability));
  return before;
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
