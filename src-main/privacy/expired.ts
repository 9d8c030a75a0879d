import { addMonths } from '#shared/calendar/months.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { forgetExpired } from '#main/affordability/inventories.ts';
import { expiredInventories } from '#main/affordability/queries.ts';
import { deleteForGood } from '#main/store/delete-for-good.ts';
import { statement } from '#main/store/statement.ts';

type Expired = { readonly noteId: number; readonly householdId: number; readonly closedOn: string };

/** Months that social notes are kept after a file closes. Source: law.md 7 (7f), a policy and no law. */
const keptMonths = 12;

/** Social notes of households where nothing is open or runs since twelve months; a file closes on the last day on which something happened. */
function expiredNotes({ store, clock }: Context): Expired[] {
  return statement(
    store,
    `SELECT noteId, householdId, closedOn FROM (
       SELECT n.id AS noteId, n.household_id AS householdId, max(substr(n.created_at, 1, 10),
         coalesce((SELECT max(o.booking_date) FROM pupils p JOIN invoices i ON i.pupil_id = p.id JOIN postings o ON o.invoice_id = i.id
           WHERE p.household_id = n.household_id), ''),
         coalesce((SELECT max(d.closed_on) FROM debt_settlements d WHERE d.household_id = n.household_id), ''),
         coalesce((SELECT max(r.closed_on) FROM referrals r WHERE r.household_id = n.household_id), '')) AS closedOn
       FROM notes n WHERE n.is_social
         AND NOT EXISTS (SELECT 1 FROM pupils p JOIN invoices i ON i.pupil_id = p.id
           WHERE p.household_id = n.household_id AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM debt_settlements d WHERE d.household_id = n.household_id AND d.closed_on IS NULL)
         AND NOT EXISTS (SELECT 1 FROM referrals r WHERE r.household_id = n.household_id AND r.closed_on IS NULL))
     WHERE closedOn < @closedBefore ORDER BY noteId`,
  ).all({ closedBefore: addMonths(clock.today(), -keptMonths) }) as Expired[];
}

/** What is past its day and still there. */
export function expiredOf(context: Context): { socialNotes: number; inventories: number; oldestOn: string | null } {
  const notes = expiredNotes(context);
  const days = notes.map(({ closedOn }) => closedOn).sort();
  return {
    socialNotes: notes.length,
    inventories: expiredInventories(context.store, context.clock.today()).length,
    oldestOn: days[0] ?? null,
  };
}

/** Deletes what is past its day for good; nothing is written when there is nothing. Also done when the application opens. */
export function deleteExpired(context: Context): { socialNotes: number; inventories: number } {
  const inventories = forgetExpired(context);
  if (expiredNotes(context).length === 0) return { socialNotes: 0, inventories };
  return runCommand(context, () => {
    const notes = expiredNotes(context);
    const remove = statement(context.store, 'DELETE FROM notes WHERE id = ?');
    deleteForGood(context.store, () => {
      for (const { noteId } of notes) remove.run(noteId);
    });
    return {
      result: { socialNotes: notes.length, inventories },
      audit: { command: 'privacy.deleteExpired', detail: { noteIds: notes.map(({ noteId }) => noteId) } },
    };
  });
}
