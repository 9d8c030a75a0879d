import { Problem } from '#shared/api/problem.ts';
import { type SignalSettings, signalSettings } from '#shared/signals/contract.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

const key = 'signals';

/** Everything on as long as a school said nothing. */
export function signalSettingsOf(store: Store, schoolId: number): SignalSettings {
  return signalSettings.parse(readSetting(store, key, schoolId) ?? {});
}

/** Of every school that chose something. */
export function allSignalSettings(store: Store): Map<number, SignalSettings> {
  const rows = statement(store, 'SELECT school_id, value FROM settings WHERE key = ? AND school_id IS NOT NULL')
    .raw()
    .all(key) as [number, string][];
  return new Map(rows.map(([schoolId, value]) => [schoolId, signalSettings.parse(JSON.parse(value))]));
}

export function saveSignalSettings(
  context: Context,
  { schoolId, settings }: { readonly schoolId: number; readonly settings: SignalSettings },
): SignalSettings {
  return runCommand(context, () => {
    const { store, clock } = context;
    if (statement(store, 'SELECT 1 FROM schools WHERE id = ?').get(schoolId) === undefined) {
      throw new Problem('NOT_FOUND', 'Deze school bestaat niet meer. Er is niets bewaard.');
    }
    const before = signalSettingsOf(store, schoolId);
    const result = { enabled: settings.enabled, off: [...new Set(settings.off)] };
    saveSetting(store, key, schoolId, result, clock.now());
    return {
      result,
      audit: { command: 'signals.saveSettings', schoolId, detail: result, changes: fieldChanges(before, result) },
    };
  });
}

/** What a parent told about a pupil; null: unknown again. */
export function setSchoolAllowance(
  context: Context,
  { pupilId, hasAllowance }: { readonly pupilId: number; readonly hasAllowance: boolean | null },
): { pupilId: number } {
  return runCommand(context, () => {
    const pupil = statement(
      context.store,
      `SELECT school_id AS schoolId, household_id AS householdId, has_school_allowance AS before FROM pupils WHERE id = ?`,
    ).get(pupilId) as { schoolId: number; householdId: number; before: 0 | 1 | null } | undefined;
    if (!pupil) throw new Problem('NOT_FOUND', 'Deze leerling bestaat niet meer. Zoek opnieuw.');
    const { before, ...owner } = pupil;
    statement(context.store, 'UPDATE pupils SET has_school_allowance = ? WHERE id = ?').run(
      hasAllowance === null ? null : hasAllowance ? 1 : 0,
      pupilId,
    );
    return {
      result: { pupilId },
      audit: {
        command: 'signals.setSchoolAllowance',
        ...owner,
        detail: { pupilId },
        changes: fieldChanges(
          { hasSchoolAllowance: before === null ? null : before === 1 },
          { hasSchoolAllowance: hasAllowance },
        ),
      },
    };
  });
}
