import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { idleSettingsKey, readIdleMinutes } from './idle-minutes.ts';

export function saveIdleMinutes(context: Context, idleMinutes: number): { idleMinutes: number } {
  return runCommand(context, () => {
    const before = { idleMinutes: readIdleMinutes(context.store) };
    const after = { idleMinutes };
    context.store.sql
      .prepare(
        `INSERT INTO settings (school_id, key, value, updated_at) VALUES (NULL, ?, ?, ?)
         ON CONFLICT (key, coalesce(school_id, 0)) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      )
      .run(idleSettingsKey, JSON.stringify(after), context.clock.now());
    return {
      result: after,
      audit: { command: 'access.saveSettings', detail: after, changes: fieldChanges(before, after) },
    };
  });
}
