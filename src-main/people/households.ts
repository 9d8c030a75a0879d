import { Problem } from '#shared/api/problem.ts';
import type { Liability } from '#shared/people/contract.ts';
import { wholeShareBp } from '#shared/people/liability-rules.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { replaceLiabilities } from './liabilities.ts';
import { householdInUse, liabilitiesOf, payerIdsOf, pupilById, type PupilRow } from './queries.ts';

export function renameHousehold(context: Context, householdId: number, name: string): { householdId: number } {
  return runCommand(context, () => {
    householdInUse(context.store, householdId);
    context.store.sql.prepare('UPDATE households SET name = ? WHERE id = ?').run(name, householdId);
    return { result: { householdId }, audit: { command: 'people.renameHousehold', householdId, detail: {} } };
  });
}

/**
 * Puts a pupil in the household it belongs to. The payers of that household owe for it from then on, jointly, its open
 * invoices included; when it has no payers yet, the pupil's own payers come along.
 */
export function movePupil(context: Context, pupilId: number, householdId: number): { householdId: number } {
  return runCommand(context, () => {
    const { store } = context;
    const pupil = pupilById(store, pupilId);
    householdInUse(store, householdId);
    if (pupil.householdId === householdId) {
      throw new Problem('INVALID', 'Deze leerling zit al in dit gezin. Er is niets veranderd.', 'householdId');
    }
    const payerIds = [...payerIdsOf(store, householdId)];
    if (payerIds.length === 0) takePayersAlong(store, pupil, householdId);
    const after: Liability[] = payerIds.map((payerId) => ({ payerId, kind: 'joint', shareBp: wholeShareBp }));
    const before = payerIds.length === 0 ? [] : replaceLiabilities(store, pupil, after);
    store.sql.prepare('UPDATE pupils SET household_id = ? WHERE id = ?').run(householdId, pupilId);
    const change = {
      command: 'people.movePupil',
      schoolId: pupil.schoolId,
      detail: { pupilId, fromHouseholdId: pupil.householdId, intoHouseholdId: householdId, before, after },
    };
    // Both dossiers tell it.
    const author = { actor: context.actor, at: context.clock.now() };
    recordAudit(store, author, { ...change, householdId: pupil.householdId });
    return { result: { householdId }, audit: { ...change, householdId } };
  });
}

function takePayersAlong(store: Store, pupil: PupilRow, householdId: number): void {
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
  const move = store.sql.prepare('UPDATE payers SET household_id = ? WHERE id = ?');
  for (const payerId of new Set(own.map((liability) => liability.payerId))) move.run(householdId, payerId);
}
