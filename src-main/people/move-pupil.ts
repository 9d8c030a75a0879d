import { Problem } from '#shared/api/problem.ts';
import { alwaysFrom, inForceOn, type LiabilityPeriod } from '#shared/people/liability-periods.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { keepChange } from './change-rows.ts';
import { periodsOf, writePeriods } from './liability-rows.ts';
import { householdInUse, liabilitiesOf, payerIdsOf, pupilById, type PupilRow, selfPayerIdsOf } from './queries.ts';

/**
 * Puts a pupil in the household it belongs to. The payers of that household owe for it from then on, jointly, its open
 * invoices included; when it has no payers yet, the pupil's own payers come along. A pupil who pays for himself goes on
 * doing so, and pays for nobody else.
 */
export function movePupil(context: Context, pupilId: number, householdId: number): { householdId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const pupil = pupilById(store, pupilId);
    householdInUse(store, householdId);
    if (pupil.householdId === householdId) {
      throw new Problem('INVALID', 'Deze leerling zit al in dit gezin. Er is niets veranderd.', 'householdId');
    }
    const before = periodsOf(store, pupilId);
    const self = selfPayerIdsOf(store, pupil.householdId);
    const ownSelf = before.filter(({ payerId }) => self.has(payerId));
    const others = selfPayerIdsOf(store, householdId);
    const payerIds = [...payerIdsOf(store, householdId)].filter((payerId) => !others.has(payerId));
    const along = payerIds.length === 0 ? ownPayers(store, pupil) : ownSelf.map(({ payerId }) => payerId);
    const after = payerIds.length === 0 ? before : [...payerIds.map(fromTheBeginning), ...ownSelf.map(jointly)];
    const movedPayerIds = [...new Set(along)];
    const movePayer = store.sql.prepare('UPDATE payers SET household_id = ? WHERE id = ?');
    for (const payerId of movedPayerIds) movePayer.run(householdId, payerId);
    writePeriods(store, pupil, after);
    store.sql.prepare('UPDATE pupils SET household_id = ? WHERE id = ?').run(householdId, pupilId);
    const today = context.clock.today();
    keepChange(context, {
      householdId: pupil.householdId,
      otherHouseholdId: householdId,
      onDate: today,
      before: { kind: 'movePupil', pupil: { pupilId, before, after }, payerIds: movedPayerIds },
    });
    const change = {
      command: 'people.movePupil',
      schoolId: pupil.schoolId,
      detail: {
        pupilId,
        fromHouseholdId: pupil.householdId,
        intoHouseholdId: householdId,
        before: payerIds.length === 0 ? [] : inForceOn(before, today),
        after: payerIds.length === 0 ? [] : inForceOn(after, today),
      },
    };
    // Both dossiers tell it.
    const author = { actor: context.actor, at: context.clock.now() };
    recordAudit(store, author, { ...change, householdId: pupil.householdId });
    return { result: { householdId }, audit: { ...change, householdId } };
  });
}

function fromTheBeginning(payerId: number): LiabilityPeriod {
  return { payerId, kind: 'joint', shareBp: wholeShareBp, fromDate: alwaysFrom, untilDate: null, basis: '' };
}

function jointly(period: LiabilityPeriod): LiabilityPeriod {
  return { ...period, kind: 'joint', shareBp: wholeShareBp };
}

/** The payers of the pupil, who come along; refused when one of them owes for another pupil who stays. */
function ownPayers(store: Store, pupil: PupilRow): number[] {
  const liabilities = liabilitiesOf(store, pupil.householdId);
  const own = liabilities.filter(({ pupilId }) => pupilId === pupil.id);
  const shared = own.find(({ payerId }) =>
    liabilities.some((other) => other.payerId === payerId && other.pupilId !== pupil.id),
  );
  if (shared) {
    throw new Problem(
      'REFUSED',
      `${shared.payerName} betaalt ook voor een andere leerling van het gezin, en het gekozen gezin heeft nog geen betalers. Er is niets veranderd; voeg daar eerst een betaler toe.`,
    );
  }
  return own.map(({ payerId }) => payerId);
}
