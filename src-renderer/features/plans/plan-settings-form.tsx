import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PlanRule, planRules, type PlanSettings } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { settingsTexts as texts } from './plan-settings.nl.ts';

type GroupRule = { readonly billingGroupId: number; readonly name: string; readonly rule: PlanRule };

/** Everything of one school, kept together. */
export function PlanSettingsForm({
  schoolId,
  saved,
  savedGroups,
}: {
  readonly schoolId: number;
  readonly saved: PlanSettings;
  readonly savedGroups: readonly GroupRule[];
}) {
  const [settings, setSettings] = useState(saved);
  const [groups, setGroups] = useState(savedGroups);
  const refused = useRefused();
  const change = (part: Partial<PlanSettings>): void => setSettings((current) => ({ ...current, ...part }));
  const save = useMutation(api.plans.saveSettings.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));
  function submit(): void {
    save.mutate({
      schoolId,
      settings,
      billingGroups: groups.map(({ billingGroupId, rule }) => ({ billingGroupId, rule })),
    });
  }
  return (
    <Stack gap="md" maw={760}>
      <Group gap="lg" align="flex-start">
        <NumberInput
          label={texts.tolerance}
          description={texts.toleranceHint}
          w={220}
          min={0}
          max={60}
          suffix={texts.days}
          value={settings.toleranceDays}
          onChange={(value) => change({ toleranceDays: Number(value) })}
        />
        <NumberInput
          label={texts.remind}
          description={texts.remindHint}
          placeholder={texts.remindNone}
          w={220}
          min={1}
          max={30}
          suffix={texts.days}
          value={settings.remindDaysBefore ?? ''}
          onChange={(value) => change({ remindDaysBefore: value === '' ? null : Number(value) })}
        />
        <NumberInput
          label={texts.proposed}
          description={texts.proposedHint}
          w={250}
          min={1}
          max={90}
          suffix={texts.days}
          value={settings.proposedDays}
          onChange={(value) => change({ proposedDays: value === '' ? 1 : Number(value) })}
        />
      </Group>
      <Rules groups={groups} onGroups={setGroups} />
      <Checkbox
        label={texts.interest}
        checked={settings.allowsInterest}
        onChange={(event) => change({ allowsInterest: event.currentTarget.checked })}
      />
      {settings.allowsInterest ? <Alert tone="warning">{texts.interestWarning}</Alert> : null}
      <ProblemAlert error={save.error} />
      {refused('plans.saveSettings') ? null : (
        <div>
          <Button variant="primary" loading={save.isPending} onClick={submit}>
            {texts.save}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Rules({
  groups,
  onGroups,
}: {
  readonly groups: readonly GroupRule[];
  readonly onGroups: (groups: readonly GroupRule[]) => void;
}) {
  if (groups.length === 0) return <Text muted>{texts.noGroups}</Text>;
  return (
    <section aria-label={texts.groups}>
      <Text strong>{texts.groups}</Text>
      <Table<GroupRule>
        label={texts.groups}
        rows={groups}
        getKey={({ billingGroupId }) => billingGroupId}
        columns={[
          { id: 'name', header: texts.group, cell: ({ name }) => name },
          {
            id: 'rule',
            header: texts.rule,
            width: 340,
            cell: ({ billingGroupId, name, rule }) => (
              <Select
                aria-label={texts.ruleOf(name)}
                value={rule}
                options={planRules.map((value) => ({ value, label: texts.rules[value] }))}
                onChange={(next) =>
                  next &&
                  onGroups(groups.map((one) => (one.billingGroupId === billingGroupId ? { ...one, rule: next } : one)))
                }
              />
            ),
          },
        ]}
      />
    </section>
  );
}
