import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CostSettings } from '#shared/costs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { costTexts as texts } from './costs.nl.ts';
import { PercentInput } from './percent-input.tsx';

/** A form that says at once what the law refuses, and keeps what was typed when it does. */
export function CostSettingsForm({
  schoolId,
  settings: saved,
  problems,
}: {
  readonly schoolId: number;
  readonly settings: CostSettings;
  readonly problems: readonly string[];
}) {
  const [settings, setSettings] = useState(saved);
  const change = (next: Partial<CostSettings>): void => setSettings({ ...settings, ...next });
  const save = useMutation(api.costs.saveSettings.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));
  return (
    <Stack gap="sm" maw={640}>
      {problems.length > 0 ? (
        <Alert tone="warning" title={texts.problemsTitle}>
          {problems.join(' ')}
        </Alert>
      ) : null}
      <Checkbox
        label={texts.enabled}
        checked={settings.enabled}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
      {settings.enabled ? <CostFields settings={settings} change={change} /> : null}
      <ProblemAlert error={save.error} />
      <div>
        <Button variant="primary" loading={save.isPending} onClick={() => save.mutate({ schoolId, ...settings })}>
          {texts.save}
        </Button>
      </div>
    </Stack>
  );
}

function CostFields({
  settings,
  change,
}: {
  readonly settings: CostSettings;
  readonly change: (next: Partial<CostSettings>) => void;
}) {
  return (
    <>
      <TextArea
        label={texts.clause}
        required
        maxLength={2000}
        value={settings.clause}
        onChange={(event) => change({ clause: event.target.value })}
      />
      <Group gap="sm" align="flex-end">
        <TextInput
          label={texts.clauseReference}
          required
          placeholder={texts.clauseReferencePlaceholder}
          maxLength={200}
          w={320}
          value={settings.clauseReference}
          onChange={(event) => change({ clauseReference: event.target.value })}
        />
        <DateInput
          label={texts.clauseDate}
          required
          width={160}
          value={settings.clauseDate}
          onChange={(clauseDate) => change({ clauseDate })}
        />
      </Group>
      <RadioGroup
        label={`${texts.kind}. ${texts.neverBoth}`}
        value={settings.kind}
        onChange={(kind) => change({ kind })}
        options={(['none', 'lumpSum', 'reminderCost'] as const).map((value) => ({
          value,
          label: texts.kindOptions[value],
        }))}
      />
      {settings.kind === 'lumpSum' ? (
        <Group gap="sm" align="flex-end">
          <PercentInput
            label={texts.lumpSumPercent}
            basisPoints={settings.lumpSumBasisPoints}
            onBasisPoints={(basisPoints) => change({ lumpSumBasisPoints: basisPoints })}
          />
          <AmountInput
            label={texts.lumpSumMinimum}
            cents={settings.lumpSumMinimumCents}
            onCents={(cents) => change({ lumpSumMinimumCents: cents ?? 0 })}
          />
        </Group>
      ) : null}
      {settings.kind === 'reminderCost' ? (
        <AmountInput
          label={texts.reminderCost}
          cents={settings.reminderCostCents}
          onCents={(cents) => change({ reminderCostCents: cents ?? 0 })}
        />
      ) : null}
      <Checkbox
        label={texts.interest}
        checked={settings.interestBasisPoints !== null}
        onChange={(event) => change({ interestBasisPoints: event.currentTarget.checked ? 0 : null })}
      />
      {settings.interestBasisPoints === null ? null : (
        <PercentInput
          label={texts.interestPercent}
          basisPoints={settings.interestBasisPoints}
          onBasisPoints={(interestBasisPoints) => change({ interestBasisPoints })}
        />
      )}
    </>
  );
}
