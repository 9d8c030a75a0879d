import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { householdInUse } from './queries.ts';

export function renameHousehold(context: Context, householdId: number, name: string): { householdId: number } {
  return runCommand(context, () => {
    householdInUse(context.store, householdId);
    context.store.sql.prepare('UPDATE households SET name = ? WHERE id = ?').run(name, householdId);
    return { result: { householdId }, audit: { command: 'people.renameHousehold', householdId, detail: {} } };
  });
}
