import { Problem } from '#shared/api/problem.ts';
import { type DunningSettings, dunningSettings } from '#shared/dunning/decision.ts';
import { formatCents } from '#shared/money/cents.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

const settingsKey = 'dunning';

/** Of a school that said nothing: no minimum, leavers like the others, and a statement of the last week. */
const careful: DunningSettings = { minimumCents: 0, schoolLeavers: 'remind', statementMaxAgeDays: 7 };

/** How a school wants to remind, whatever the procedure. */
export function dunningSettingsOf(store: Store, schoolId: number): DunningSettings {
  const value = readSetting(store, settingsKey, schoolId);
  return value === undefined ? careful : dunningSettings.parse(value);
}

/** The same of a school that exists. */
export function readDunningSettings(store: Store, schoolId: number): DunningSettings {
  if (!schoolExists(store, schoolId)) {
    throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets veranderd.', 'schoolId');
  }
  return dunningSettingsOf(store, schoolId);
}

export function saveDunningSettings(context: Context, schoolId: number, settings: DunningSettings): DunningSettings {
  const { store } = context;
  return runCommand(context, () => {
    const before = readDunningSettings(store, schoolId);
    saveSetting(store, settingsKey, schoolId, settings, context.clock.now());
    return {
      result: settings,
      audit: {
        command: 'dunning.saveSettings',
        schoolId,
        detail: { ...settings },
        changes: fieldChanges(inWords(before), inWords(settings)),
      },
    };
  });
}

/** As the trail tells it. */
function inWords({ minimumCents, schoolLeavers, statementMaxAgeDays }: DunningSettings): Record<string, string> {
  return {
    'kleinste bedrag': formatCents(minimumCents),
    schoolverlaters: schoolLeavers === 'remind' ? 'herinneren' : 'voor een persoon',
    'ouderdom van het uittreksel': statementMaxAgeDays === null ? 'niet gevraagd' : `${statementMaxAgeDays} dagen`,
  };
}
