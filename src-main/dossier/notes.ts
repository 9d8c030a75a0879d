import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from './household.ts';
import { refuseSocialNote } from './social-notes.ts';

export type NoteKind = 'note' | 'call' | 'talk';

export type NewNote = {
  readonly householdId: number;
  readonly kind: NoteKind;
  readonly body: string;
  /** Visible to the role zorg only. */
  readonly isSocial: boolean;
};

export function addNote(context: Context, note: NewNote): { noteId: number } {
  const { kind, body, isSocial } = note;
  return runCommand(context, () => {
    const householdId = liveHouseholdId(context.store, note.householdId);
    if (isSocial) refuseSocialNote(context, householdId);
    const noteId = Number(
      context.store.sql
        .prepare(
          'INSERT INTO notes (household_id, kind, body, author, created_at, is_social) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(householdId, kind, body, context.actor, context.clock.now(), isSocial ? 1 : 0).lastInsertRowid,
    );
    return { result: { noteId }, audit: { command: 'dossier.addNote', householdId, detail: { noteId, kind } } };
  });
}

/** The infobol of a pupil; null takes it away. */
export function setInfoNote(context: Context, pupilId: number, body: string | null): { pupilId: number } {
  return runCommand(context, () => {
    const { sql } = context.store;
    const pupil = sql
      .prepare<[number], { schoolId: number; householdId: number }>(
        'SELECT school_id AS schoolId, household_id AS householdId FROM pupils WHERE id = ?',
      )
      .get(pupilId);
    if (!pupil) throw new Problem('NOT_FOUND', 'Deze leerling bestaat niet meer. Zoek opnieuw.');
    if (body === null) sql.prepare('DELETE FROM info_notes WHERE pupil_id = ?').run(pupilId);
    else {
      sql
        .prepare(
          `INSERT INTO info_notes (pupil_id, school_id, body, author, updated_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (pupil_id) DO UPDATE
           SET body = excluded.body, author = excluded.author, updated_at = excluded.updated_at`,
        )
        .run(pupilId, pupil.schoolId, body, context.actor, context.clock.now());
    }
    return {
      result: { pupilId },
      audit: { command: 'dossier.setInfoNote', ...pupil, detail: { pupilId, removed: body === null } },
    };
  });
}
