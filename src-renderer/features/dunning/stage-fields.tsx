import type { TextSummary } from '#shared/correspondence/contract.ts';
import { stageApprover, stageChannels } from '#shared/dunning/procedure.ts';
import { isMessageChannel } from '#shared/dunning/procedure-rules.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import type { DraftProblem, StageDraft } from './procedure-draft.ts';
import { editorTexts as texts } from './procedure-editor.nl.ts';
import { approverWords, channelWords, costWords, toneWords } from './procedures.nl.ts';
import classes from './procedures.module.css';

const costs = ['none', 'lumpSum', 'reminderCost', 'interest'] as const;
const noText = 'none';

function asNumber(value: number | string): number | null {
  return typeof value === 'number' ? value : null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything of one stage, with its units. A problem stands below the stage; its field only turns red. */
export function StageFields({
  stage,
  number,
  before,
  problems,
  offered,
  mayCost,
  onChange,
}: {
  readonly stage: StageDraft;
  /** From 1. */
  readonly number: number;
  readonly before: StageDraft | undefined;
  readonly problems: readonly DraftProblem[];
  readonly offered: readonly TextSummary[];
  /** A message went before it, so a cost may be asked with it. */
  readonly mayCost: boolean;
  readonly onChange: (change: Partial<StageDraft>) => void;
}) {
  const wrong = (field: DraftProblem['field']): boolean => problems.some((problem) => problem.field === field);
  const usualGap = stage.days === null || !before || before.days === null ? null : stage.days - before.days;
  const textLabel = isMessageChannel(stage.channel) ? texts.text : texts.guide;
  return (
    <>
      <div className={classes['fields']}>
        <TextInput
          label={texts.stageName}
          aria-label={texts.of(texts.stageName, number)}
          value={stage.name}
          maxLength={80}
          error={wrong('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NumberInput
          label={texts.days}
          aria-label={texts.of(texts.days, number)}
          suffix={texts.daysUnit}
          min={0}
          max={730}
          value={stage.days ?? ''}
          error={wrong('days')}
          onChange={(value) => onChange({ days: asNumber(value) })}
        />
        <NumberInput
          label={texts.gap}
          aria-label={texts.of(texts.gap, number)}
          suffix={texts.daysUnit}
          min={0}
          max={365}
          disabled={!before}
          placeholder={usualGap !== null && usualGap > 0 ? texts.gapFrom(usualGap) : ''}
          value={stage.minimumGapDays ?? ''}
          onChange={(value) => onChange({ minimumGapDays: asNumber(value) })}
        />
        <AmountInput
          label={texts.minimum}
          aria-label={texts.of(texts.minimum, number)}
          width="100%"
          cents={stage.minimumCents}
          error={wrong('minimum')}
          onCents={(minimumCents) => onChange({ minimumCents })}
        />
      </div>
      <div className={classes['fields']}>
        <Select
          label={texts.channel}
          aria-label={texts.of(texts.channel, number)}
          value={stage.channel}
          error={wrong('channel')}
          onChange={(channel) => channel && onChange({ channel })}
          options={stageChannels.map((value) => ({ value, label: capital(channelWords[value]) }))}
        />
        <Select
          label={textLabel}
          aria-label={texts.of(textLabel, number)}
          searchable
          disabled={stage.channel === 'handOver'}
          value={stage.textId === null ? noText : String(stage.textId)}
          error={wrong('textId')}
          onChange={(value) => onChange({ textId: value === noText ? null : Number(value) })}
          options={[
            { value: noText, label: texts.noText },
            ...offered.map(({ textId, name, tone, archived }) => ({
              value: String(textId),
              label: archived ? texts.archivedText(name) : `${name} · ${toneWords[tone]}`,
            })),
          ]}
        />
        <Select
          label={texts.approver}
          aria-label={texts.of(texts.approver, number)}
          value={stage.approver}
          onChange={(approver) => approver && onChange({ approver })}
          options={stageApprover.options.map((value) => ({ value, label: capital(approverWords[value]) }))}
        />
        <Select
          label={texts.cost}
          aria-label={texts.of(texts.cost, number)}
          value={stage.cost}
          error={wrong('cost')}
          disabled={!mayCost && stage.cost === 'none'}
          {...(mayCost ? {} : { description: texts.costFree })}
          onChange={(cost) => cost && onChange({ cost })}
          options={costs.map((value) => ({ value, label: capital(costWords[value]) }))}
        />
      </div>
    </>
  );
}
