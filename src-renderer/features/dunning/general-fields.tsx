import type { School } from '#shared/schools/contract.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { type Draft, generalProblems } from './procedure-draft.ts';
import { editorTexts as texts } from './procedure-editor.nl.ts';

const everyGroup = 'all';

/** For which bills a procedure counts, and on which days. */
export function GeneralFields({
  draft,
  schools,
  isNew,
  onChange,
}: {
  readonly draft: Draft;
  readonly schools: readonly School[];
  /** Its school can still be chosen. */
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const school = schools.find(({ id }) => id === draft.schoolId);
  const problems = generalProblems(draft);
  return (
    <Stack gap="sm">
      <Group align="flex-start" gap="sm">
        <TextInput
          label={texts.name}
          w={260}
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {schools.length > 1 ? (
          <Select
            label={texts.school}
            width={260}
            searchable
            disabled={!isNew}
            value={String(draft.schoolId)}
            onChange={(value) => onChange({ schoolId: Number(value), billingGroupId: null })}
            options={schools.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : null}
        <Select
          label={texts.billingGroup}
          width={200}
          value={draft.billingGroupId === null ? everyGroup : String(draft.billingGroupId)}
          onChange={(value) => onChange({ billingGroupId: value === everyGroup ? null : Number(value) })}
          options={[
            { value: everyGroup, label: texts.allGroups },
            ...(school?.billingGroups ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <DateInput
          label={texts.validFrom}
          {...(isNew ? {} : { description: texts.validFromHint })}
          width={200}
          required
          clearable={false}
          value={draft.validFrom}
          error={problems.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DateInput
          label={texts.validUntil}
          description={texts.validUntilHint}
          width={230}
          value={draft.validUntil}
          error={problems.validUntil}
          onChange={(validUntil) => onChange({ validUntil })}
        />
      </Group>
      <Group align="flex-end" gap="sm">
        <Checkbox
          label={texts.near}
          description={texts.nearHint}
          checked={draft.isNear}
          onChange={(event) => onChange({ isNear: event.currentTarget.checked })}
        />
        {draft.isNear ? (
          <NumberInput
            label={texts.nearDays}
            w={260}
            min={1}
            max={365}
            suffix={texts.daysUnit}
            value={draft.nearLimitationDays ?? ''}
            error={problems.near}
            onChange={(value) => onChange({ nearLimitationDays: typeof value === 'number' ? value : null })}
          />
        ) : null}
      </Group>
    </Stack>
  );
}
