import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LawName, LawValue } from '#shared/law/contract.ts';
import { lawPeriodOf, lawTableNames } from '#shared/law/law-names.ts';
import { api } from '#renderer/app/api.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { lawTexts } from './law.nl.ts';
import { draftOf, valueFields, valueOf } from './value-draft.ts';
import { ValueFields } from './value-fields.tsx';

const texts = lawTexts.dialog;

/** A row in the place of another, or for a first day of its own. */
export function LawValueDialog({
  name,
  row,
  onClose,
}: {
  readonly name: LawName;
  /** Null: a new row. */
  readonly row: LawValue | null;
  readonly onClose: () => void;
}) {
  const table = lawTableNames[name];
  const [fromDate, setFromDate] = useState<PlainDate | null>(row?.fromDate ?? null);
  const [untilDate, setUntilDate] = useState<PlainDate | null>(row?.untilDate ?? null);
  const [isUnknown, setIsUnknown] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(name, row?.value ?? null));
  // A source belongs to its value: for what was blank there is none yet.
  const [source, setSource] = useState(row === null || row.value === null ? '' : row.source);
  const [doubt, setDoubt] = useState(row === null || row.value === null ? '' : row.doubt);
  const [isTried, setIsTried] = useState(false);
  const save = useMutation(
    api.law.saveValue.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.saved);
        onClose();
      },
    }),
  );
  const value = isUnknown ? null : valueOf(name, draft);
  const problem = save.error ? toProblem(save.error) : null;
  const atField = (field: string, missing: string | false): string | null =>
    isTried && missing !== false ? missing : problem?.field === field ? problem.sentence : null;
  const wrongValue = name === 'lumpSumCap' ? lawTexts.value.slicesWrong : valueFields[name].wrong;
  function submit(): void {
    setIsTried(true);
    if (fromDate === null || value === undefined || source.trim() === '') return;
    save.mutate({ name, fromDate, untilDate, value, source, doubt });
  }
  const period = lawPeriodOf(name);
  return (
    <Modal
      opened
      onClose={onClose}
      title={row === null ? texts.add(table) : texts.change(table)}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <Stack gap="sm">
        {row === null ? null : <Text muted>{texts.changeHint}</Text>}
        <Group gap="sm" align="flex-start" grow>
          <DateInput
            label={texts.fromDate}
            required
            clearable={false}
            value={fromDate}
            onChange={setFromDate}
            error={atField('fromDate', fromDate === null && texts.fromMissing)}
          />
          <DateInput
            label={texts.untilDate}
            description={period ? texts.untilPeriod[period] : texts.untilHint}
            value={untilDate}
            onChange={setUntilDate}
            error={atField('untilDate', false)}
          />
        </Group>
        <Checkbox
          label={texts.isUnknown}
          checked={isUnknown}
          onChange={(event) => setIsUnknown(event.currentTarget.checked)}
        />
        <ValueFields
          name={name}
          draft={draft}
          onChange={setDraft}
          disabled={isUnknown}
          error={atField('value', value === undefined && wrongValue)}
        />
        <TextArea
          label={texts.source}
          description={texts.sourceHint}
          required
          minRows={1}
          maxLength={600}
          value={source}
          error={atField('source', source.trim() === '' && texts.sourceMissing)}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextArea
          label={texts.doubt}
          description={texts.doubtHint}
          minRows={1}
          maxLength={600}
          value={doubt}
          onChange={(event) => setDoubt(event.currentTarget.value)}
        />
        {problem !== null && problem.field === null ? <ProblemAlert error={save.error} /> : null}
      </Stack>
    </Modal>
  );
}
