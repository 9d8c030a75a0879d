import { Problem } from '#shared/api/problem.ts';
import type { CostSettings } from '#shared/costs/contract.ts';
import { costSettings } from '#shared/costs/contract.ts';
import { costSettingsProblems, noCosts } from '#shared/costs/settings-problems.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

const settingsKey = 'costs';

type Answer = CostSettings & { readonly problems: string[] };

/** What a school asks beside its bills; nothing as long as it said nothing. */
export function costSettingsOf(store: Store, schoolId: number): CostSettings {
  const value = readSetting(store, settingsKey, schoolId);
  return value === undefined ? noCosts : costSettings.parse(value);
}

/** With what is wrong with them today: a cap that was lowered since blocks what was allowed before. */
export function showCostSettings({ store, clock }: Context, schoolId: number): Answer {
  refuseUnknown(store, schoolId);
  const settings = costSettingsOf(store, schoolId);
  const today = clock.today();
  return { ...settings, problems: costSettingsProblems(settings, lawTables(store), today) };
}

export function saveCostSettings(context: Context, schoolId: number, settings: CostSettings): Answer {
  return runCommand(context, () => {
    const { store, clock } = context;
    refuseUnknown(store, schoolId);
    const today = clock.today();
    const [first] = costSettingsProblems(settings, lawTables(store), today);
    if (first !== undefined) throw new Problem('REFUSED', `Er is niets bewaard. ${first}`);
    const before = costSettingsOf(store, schoolId);
    saveSetting(store, settingsKey, schoolId, settings, clock.now());
    return {
      result: { ...settings, problems: [] },
      audit: {
        command: 'costs.saveSettings',
        schoolId,
        detail: { enabled: settings.enabled, kind: settings.kind },
        changes: fieldChanges(before, settings),
      },
    };
  });
}

function refuseUnknown(store: Store, schoolId: number): void {
  if (schoolExists(store, schoolId)) return;
  throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets veranderd.');
}
