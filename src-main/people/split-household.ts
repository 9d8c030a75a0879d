import { Problem } from '#shared/api/problem.ts';
import { recordAudit } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { isNotOver } from '#main/holds/held-sql.ts';
import type { Store } from '#main/store/store.ts';
import { keepChange } from './change-rows.ts';
import { householdInUse, type LiabilityRow, liabilitiesOf, payerIdsOf, type PupilRow, pupilsOf } from './queries.ts';

export type HouseholdSplit = {
  readonly householdId: number;
  readonly pupilIds: readonly number[];
  readonly payerIds: readonly number[];
  readonly name: string;
};

/**
 * Puts pupils and their payers in a household of their own. A payer stands in one household only, so nobody may owe for
 * pupils on both sides. Notes and documents stay where they were written: they may speak of those who stay.
 */
export function splitHousehold(context: Context, split: HouseholdSplit): { householdId: number } {
  return runCommand(context, () => {
    const { store } = context;
    householdInUse(store, split.householdId);
    checkSplit(store, split);
    const newHouseholdId = Number(
      store.sql.prepare('INSERT INTO households (name, created_at) VALUES (?, ?)').run(split.name, context.clock.now())
        .lastInsertRowid,
    );
    moveTo(store, newHouseholdId, split);
    const along = moveWhatIsTheirs(store, newHouseholdId, split);
    const holdIds = copyHolds(context, split.householdId, newHouseholdId);
    const change = {
      command: 'people.splitHousehold',
      detail: {
        fromHouseholdId: split.householdId,
        intoHouseholdId: newHouseholdId,
        pupilIds: split.pupilIds,
        payerIds: split.payerIds,
        ...along,
        ...(holdIds.length > 0 ? { holdIds } : {}),
      },
    };
    keepChange(context, {
      householdId: split.householdId,
      otherHouseholdId: newHouseholdId,
      onDate: context.clock.today(),
      before: { kind: 'split', pupilCount: new Set(split.pupilIds).size, holdIds },
    });
    // Both dossiers tell it.
    const author = { actor: context.actor, at: context.clock.now() };
    recordAudit(store, author, { ...change, householdId: split.householdId });
    return { result: { householdId: newHouseholdId }, audit: { ...change, householdId: newHouseholdId } };
  });
}

function checkSplit(store: Store, { householdId, pupilIds, payerIds }: HouseholdSplit): void {
  const pupils = pupilsOf(store, householdId);
  const known = new Set(pupils.map(({ id }) => id));
  if (pupilIds.some((id) => !known.has(id))) {
    throw new Problem('INVALID', 'Een van de leerlingen zit niet in dit gezin. Er is niets veranderd.', 'pupilIds');
  }
  const knownPayers = payerIdsOf(store, householdId);
  if (payerIds.some((id) => !knownPayers.has(id))) {
    throw new Problem('INVALID', 'Een van de betalers zit niet in dit gezin. Er is niets veranderd.', 'payerIds');
  }
  if (pupilIds.length === 0 || new Set(pupilIds).size === pupils.length) {
    throw new Problem(
      'INVALID',
      'Kies minstens één leerling die vertrekt en laat er minstens één in het gezin. Er is niets veranderd.',
      'pupilIds',
    );
  }
  refuseOwingOnBothSides(pupils, liabilitiesOf(store, householdId), new Set(pupilIds), new Set(payerIds));
}

function refuseOwingOnBothSides(
  pupils: readonly PupilRow[],
  liabilities: readonly LiabilityRow[],
  leavingPupils: ReadonlySet<number>,
  leavingPayers: ReadonlySet<number>,
): void {
  for (const { pupilId, payerId, payerName } of liabilities) {
    if (leavingPupils.has(pupilId) === leavingPayers.has(payerId)) continue;
    const pupil = pupils.find(({ id }) => id === pupilId);
    const [payerSide, pupilSide] = leavingPayers.has(payerId) ? ['vertrekt', 'blijft'] : ['blijft', 'vertrekt'];
    throw new Problem(
      'REFUSED',
      `${payerName} ${payerSide}, maar betaalt ook voor ${pupil?.firstName} ${pupil?.lastName}, die ${pupilSide}. Een betaler hoort bij één gezin. Er is niets veranderd; pas eerst aan wie voor ${pupil?.firstName} betaalt.`,
      'payerIds',
    );
  }
}

function moveTo(store: Store, newHouseholdId: number, { pupilIds, payerIds }: HouseholdSplit): void {
  const movePupil = store.sql.prepare('UPDATE pupils SET household_id = ? WHERE id = ?');
  for (const id of new Set(pupilIds)) movePupil.run(newHouseholdId, id);
  const movePayer = store.sql.prepare('UPDATE payers SET household_id = ? WHERE id = ?');
  for (const id of new Set(payerIds)) movePayer.run(newHouseholdId, id);
  store.sql
    .prepare(
      `UPDATE households SET last_contact_at = (
         SELECT max(m.finished_at) FROM payers p JOIN message_payers mp ON mp.payer_id = p.id
         JOIN messages m ON m.id = mp.message_id AND m.status = 'sent' WHERE p.household_id = households.id)
       WHERE id = ?`,
    )
    .run(newHouseholdId);
}

/**
 * What was agreed with, asked for or granted to those who leave goes with them; what is of both sides stays with nobody to
 * mistake it for, so a plan over both is ended first. Inventories stay: they were given for the household as it was.
 */
function moveWhatIsTheirs(store: Store, newHouseholdId: number, { householdId, pupilIds, payerIds }: HouseholdSplit) {
  const parameters = {
    householdId,
    newHouseholdId,
    pupilIds: JSON.stringify(pupilIds),
    payerIds: JSON.stringify(payerIds),
  };
  const ids = (sql: string): number[] => store.sql.prepare(sql).pluck().all(parameters) as number[];
  const leavingPayer = 'IN (SELECT value FROM json_each(@payerIds))';
  const leavingClaims = (claims: string): string => `SELECT DISTINCT u.id IN (SELECT value FROM json_each(@pupilIds))
    FROM ${claims} JOIN invoices i ON i.id = c.invoice_id JOIN pupils u ON u.id = i.pupil_id`;
  const sides = (plan: string): string => `
    SELECT pp.payer_id ${leavingPayer} AS side FROM plan_payers pp WHERE pp.plan_id = ${plan}
    UNION ${leavingClaims('plan_claims c')} WHERE c.plan_version_id = (SELECT max(v.id) FROM plan_versions v WHERE v.plan_id = ${plan})`;
  const torn = ids(
    `SELECT p.id FROM plans p WHERE p.household_id = @householdId AND p.ended_on IS NULL
       AND (SELECT count(*) FROM (${sides('p.id')})) > 1 LIMIT 1`,
  );
  if (torn.length > 0) {
    throw new Problem(
      'REFUSED',
      'Er loopt een afbetaalplan over wie vertrekt en wie blijft samen. Er is niets veranderd; beëindig dat plan eerst en maak er daarna voor elk gezin een.',
      'pupilIds',
    );
  }
  return {
    planIds: ids(
      `UPDATE plans SET household_id = @newHouseholdId WHERE household_id = @householdId
         AND (SELECT min(side) FROM (${sides('plans.id')})) = 1 RETURNING id`,
    ),
    referralIds: ids(
      `UPDATE referrals SET household_id = @newHouseholdId WHERE household_id = @householdId AND payer_id ${leavingPayer} RETURNING id`,
    ),
    grantIds: ids(
      `UPDATE grants SET household_id = @newHouseholdId WHERE household_id = @householdId
         AND (SELECT min(side) FROM (SELECT u.id IN (SELECT value FROM json_each(@pupilIds)) AS side FROM grant_items c
           JOIN invoices i ON i.id = c.invoice_id JOIN pupils u ON u.id = i.pupil_id WHERE c.grant_id = grants.id)) = 1 RETURNING id`,
    ),
  };
}

/** Who leaves stays held as the whole household was, until somebody says otherwise; asking too early cannot be taken back. */
function copyHolds({ store, clock, actor }: Context, householdId: number, newHouseholdId: number): number[] {
  return store.sql
    .prepare(
      `INSERT INTO holds (scope, household_id, kind, reason, from_date, until_date, review_date, freezes_costs, author, created_at)
       SELECT x.scope, @newHouseholdId, x.kind, x.reason, x.from_date, x.until_date, x.review_date, x.freezes_costs, @actor, @at
       FROM holds x WHERE x.household_id = @householdId AND ${isNotOver} RETURNING id`,
    )
    .pluck()
    .all({ householdId, newHouseholdId, actor, at: clock.now(), today: clock.today() }) as number[];
}
