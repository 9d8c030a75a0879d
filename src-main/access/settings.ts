import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { saveSetting } from '#main/store/settings.ts';
import { idleSettingsKey, readIdleMinutes } from './idle-minutes.ts';

export function saveIdleMinutes(context: Context, idleMinutes: number): { idleMinutes: number } {
  return runCommand(context, () => {
    const before = { idleMinutes: readIdleMinutes(context.store) };
    const after = { idleMinutes };
    saveSetting(context.store, idleSettingsKey, null, after, context.clock.now());
    return {
      result: after,
      audit: { command: 'access.saveSettings', detail: after, changes: fieldChanges(before, after) },
    };
  });
}
