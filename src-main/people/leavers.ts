import { Problem } from '#shared/api/problem.ts';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Leaver } from '#shared/people/contract.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { keepChange } from './change-rows.ts';
import { pupilById } from './queries.ts';

/** A pupil who left with nothing open stays in sight this long, to be settled; then there is nothing to do. */
const settledQuietlyDays = 365;

type Question = { readonly schoolId?: number | undefined; readonly withSettled: boolean };

/** Pupils who left, with what is open or to be given back; who owes most first. */
export function listLeavers(context: Context, { schoolId, withSettled }: Question): Leaver[] {
  const today = context.clock.today();
  return statement(
    context.store,
    `WITH gone AS MATERIALIZED (
       SELECT u.*, (SELECT coalesce(sum(i.balance_cents), 0) FROM invoices i WHERE i.pupil_id = u.id AND i.balance_cents > 0
           AND i.withdrawn_at IS NULL) AS open_cents,
         (SELECT coalesce(-sum(i.balance_cents), 0) FROM invoices i WHERE i.pupil_id = u.id AND i.balance_cents < 0
           AND i.withdrawn_at IS NULL) AS credit_cents
       FROM pupils u WHERE u.left_on IS NOT NULL AND u.left_on <= @today AND (@withSettled = 1 OR u.settled_on IS NULL)
         AND (@schoolId IS NULL OR u.school_id = @schoolId)
         AND (@schools IS NULL OR u.school_id IN (SELECT value FROM json_each(@schools))))
     SELECT g.id AS pupilId, trim(g.first_name || ' ' || g.last_name) AS pupilName, g.school_id AS schoolId,
       s.name AS schoolName, g.household_id AS householdId, h.name AS householdName, g.left_on AS leftOn,
       g.open_cents AS openCents, g.credit_cents AS creditCents, g.settled_on AS settledOn,
       (SELECT count(*) FROM pupils o WHERE o.household_id = g.household_id AND o.id <> g.id
         AND (o.left_on IS NULL OR o.left_on > @today)) AS siblings
     FROM gone g JOIN schools s ON s.id = g.school_id JOIN households h ON h.id = g.household_id
     WHERE g.open_cents <> 0 OR g.credit_cents <> 0 OR g.left_on >= @since OR g.settled_on IS NOT NULL
     ORDER BY g.open_cents + g.credit_cents DESC, g.left_on DESC, g.id`,
  ).all({
    today,
    since: addDays(today, -settledQuietlyDays),
    withSettled: withSettled ? 1 : 0,
    schoolId: schoolId ?? null,
    schools: schoolsParameter(schoolsOf(context)),
  }) as Leaver[];
}

/** The day on which a pupil left, or null: still there. It can be taken back. */
export function setLeft(context: Context, pupilId: number, leftOn: PlainDate | null): { pupilId: number } {
  const known = pupilById(context.store, pupilId);
  if (known.leftOn === leftOn) return { pupilId };
  return runCommand(context, () => {
    const { store, clock } = context;
    const pupil = pupilById(store, pupilId);
    statement(store, 'UPDATE pupils SET left_on = ?, settled_on = NULL WHERE id = ?').run(leftOn, pupilId);
    keepChange(context, {
      householdId: pupil.householdId,
      onDate: leftOn ?? clock.today(),
      before: { kind: 'leave', pupilId, leftOn: pupil.leftOn, settledOn: pupil.settledOn, nowLeftOn: leftOn },
    });
    return {
      result: { pupilId },
      audit: {
        command: 'people.setLeft',
        schoolId: pupil.schoolId,
        householdId: pupil.householdId,
        detail: { pupilId, leftOn, before: pupil.leftOn },
      },
    };
  });
}

/** Nothing is left to do for a pupil who left; refused while something is open or to be given back. */
export function markSettled(context: Context, pupilId: number, settled: boolean): { pupilId: number } {
  const { clock, store } = context;
  const known = pupilById(store, pupilId);
  if ((known.settledOn !== null) === settled) return { pupilId };
  return runCommand(context, () => {
    const pupil = pupilById(store, pupilId);
    if (settled) refuseUnsettled(store, pupil.leftOn, pupilId);
    statement(store, 'UPDATE pupils SET settled_on = ? WHERE id = ?').run(settled ? clock.today() : null, pupilId);
    return {
      result: { pupilId },
      audit: {
        command: 'people.markSettled',
        schoolId: pupil.schoolId,
        householdId: pupil.householdId,
        detail: { pupilId, settled },
      },
    };
  });
}

function refuseUnsettled(store: Store, leftOn: PlainDate | null, pupilId: number): void {
  if (leftOn === null) {
    throw new Problem(
      'REFUSED',
      'Deze leerling is nog ingeschreven. Er is niets veranderd; vul eerst de dag van vertrek in.',
    );
  }
  const { openCents, creditCents } = statement(
    store,
    `SELECT coalesce(sum(balance_cents) FILTER (WHERE balance_cents > 0), 0) AS openCents,
       coalesce(-sum(balance_cents) FILTER (WHERE balance_cents < 0), 0) AS creditCents
     FROM invoices WHERE pupil_id = ? AND withdrawn_at IS NULL AND balance_cents <> 0`,
  ).get(pupilId) as { readonly openCents: number; readonly creditCents: number };
  if (openCents > 0) {
    throw new Problem(
      'REFUSED',
      `Er staat nog ${formatCents(openCents)} open. Er is niets veranderd; afgerekend is het pas als alles betaald of kwijtgescholden is.`,
    );
  }
  if (creditCents > 0) {
    throw new Problem(
      'REFUSED',
      `Er is nog ${formatCents(creditCents)} tegoed. Er is niets veranderd; geef het eerst terug of verreken het met een andere leerling.`,
    );
  }
}
