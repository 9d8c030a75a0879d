import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';

/** Social notes are for the role zorg, at a school where a pupil of the household is. */
export function maySeeSocialNotes(context: Context, householdId: number): boolean {
  const schools = context.caller.schoolsWith('care');
  if (schools === 'all') return true;
  const pupil = context.store.sql
    .prepare('SELECT 1 FROM pupils WHERE household_id = ? AND school_id IN (SELECT value FROM json_each(?)) LIMIT 1')
    .get(householdId, JSON.stringify(schools));
  return pupil !== undefined;
}

export function refuseSocialNote(context: Context, householdId: number): void {
  if (maySeeSocialNotes(context, householdId)) return;
  throw new Problem(
    'REFUSED',
    'Een sociale nota is voor wie de rol zorg heeft. Er is niets bewaard; schrijf een gewone nota, of vraag het aan een zorgcoördinator.',
    'isSocial',
  );
}
