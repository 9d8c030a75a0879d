import type { z } from 'zod';
import type { householdListRow } from '#shared/dossier/contract.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';

type HouseholdListRow = z.infer<typeof householdListRow>;
type Row = Omit<HouseholdListRow, 'nextStep'> & {
  readonly nextStepId: number | null;
  readonly what: string | null;
  readonly dueDate: string | null;
  readonly author: string | null;
  readonly total: number;
};

// `<> 0` names the index of what is open, `> 0` leaves the credits out.
const owing = (within: string): string => `
  SELECT u.household_id AS householdId, sum(i.balance_cents) AS openCents,
    sum(CASE WHEN i.due_date < @today THEN i.balance_cents ELSE 0 END) AS overdueCents
  FROM invoices i JOIN pupils u ON u.id = i.pupil_id
  WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL ${within}
  GROUP BY u.household_id`;

/** Households with something open, the most overdue first; a credit stands on the page, not here. */
export function listHouseholds(
  context: Context,
  page: { readonly offset: number; readonly limit: number },
): { rows: HouseholdListRow[]; total: number } {
  const { sql } = context.store;
  const within = withinSchools(context, 'i.school_id');
  const parameters = { today: context.clock.today(), ...within.parameters };
  const rows = sql
    .prepare<[object], Row>(
      `WITH owing AS (${owing(within.and)}), page AS (
         SELECT *, count(*) OVER () AS total FROM owing ORDER BY overdueCents DESC, openCents DESC, householdId
         LIMIT @limit OFFSET @offset)
       SELECT page.*, h.name, h.last_contact_at AS lastContactAt,
         coalesce((SELECT group_concat(u.first_name, ', ' ORDER BY u.birth_date, u.first_name) FROM pupils u
           WHERE u.household_id = h.id), '') AS pupils,
         n.id AS nextStepId, n.what, n.due_date AS dueDate, n.author
       FROM page JOIN households h ON h.id = page.householdId
       LEFT JOIN next_steps n ON n.id = (SELECT x.id FROM next_steps x
         WHERE x.household_id = h.id AND x.done_at IS NULL ORDER BY x.due_date, x.id LIMIT 1)
       ORDER BY overdueCents DESC, openCents DESC, householdId`,
    )
    .all({ ...page, ...parameters });
  const total =
    rows[0]?.total ??
    (sql
      .prepare(`SELECT count(*) FROM (${owing(within.and)})`)
      .pluck()
      .get(parameters) as number);
  return { rows: rows.map(toListRow), total };
}

function toListRow({ nextStepId, what, dueDate, author, total: _total, ...row }: Row): HouseholdListRow {
  const nextStep =
    nextStepId === null || what === null || dueDate === null || author === null
      ? null
      : { nextStepId, what, dueDate, author };
  return { ...row, nextStep };
}
