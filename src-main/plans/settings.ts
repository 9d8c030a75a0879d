import { Problem } from '#shared/api/problem.ts';
import { type PlanRule, type PlanSettings, planSettings } from '#shared/plans/shapes.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

const settingsKey = 'plans';

type GroupRule = { readonly billingGroupId: number; readonly rule: PlanRule };
type Answer = PlanSettings & { readonly billingGroups: (GroupRule & { readonly name: string })[] };

/** How a school makes plans; five days of grace and no interest as long as it said nothing. */
export function planSettingsOf(store: Store, schoolId: number): PlanSettings {
  return planSettings.parse(readSetting(store, settingsKey, schoolId) ?? {});
}

export function showPlanSettings({ store }: Context, schoolId: number): Answer {
  refuseUnknown(store, schoolId);
  return { ...planSettingsOf(store, schoolId), billingGroups: groupRules(store, schoolId) };
}

export function savePlanSettings(
  context: Context,
  { schoolId, settings, billingGroups }: { schoolId: number; settings: PlanSettings; billingGroups: GroupRule[] },
): PlanSettings {
  const { store, clock } = context;
  return runCommand(context, () => {
    refuseUnknown(store, schoolId);
    const before = { ...planSettingsOf(store, schoolId), ...rulesInWords(store, schoolId) };
    saveSetting(store, settingsKey, schoolId, settings, clock.now());
    const update = statement(store, 'UPDATE billing_groups SET plan_rule = ? WHERE id = ? AND school_id = ?');
    for (const { billingGroupId, rule } of billingGroups) {
      if (update.run(rule, billingGroupId, schoolId).changes === 0) {
        throw new Problem('NOT_FOUND', 'Deze facturatiegroep hoort niet bij deze school. Er is niets bewaard.');
      }
    }
    return {
      result: settings,
      audit: {
        command: 'plans.saveSettings',
        schoolId,
        detail: { ...settings },
        changes: fieldChanges(before, { ...settings, ...rulesInWords(store, schoolId) }),
      },
    };
  });
}

function groupRules(store: Store, schoolId: number): Answer['billingGroups'] {
  return statement(
    store,
    `SELECT id AS billingGroupId, name, plan_rule AS rule FROM billing_groups WHERE school_id = ? ORDER BY name, id`,
  ).all(schoolId) as Answer['billingGroups'];
}

function rulesInWords(store: Store, schoolId: number): Record<string, string> {
  return Object.fromEntries(groupRules(store, schoolId).map(({ name, rule }) => [name, rule]));
}

function refuseUnknown(store: Store, schoolId: number): void {
  if (schoolExists(store, schoolId)) return;
  throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets veranderd.');
}
