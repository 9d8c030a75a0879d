import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { SchoolYearSelect } from '#renderer/parts/school-year-select.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';
import { lastYears } from './school-years.ts';

/** What another school asked for trips of several days before, and who says so. */
export function ElsewhereDialog({
  row: { pupilId, pupilName, schoolYear: asked },
  onClose,
}: {
  readonly row: Pick<MaximumBillRow, 'pupilId' | 'pupilName' | 'schoolYear'>;
  readonly onClose: () => void;
}) {
  const years = lastYears(asked).slice(0, 7);
  const [schoolYear, setSchoolYear] = useState(years[1] ?? asked);
  const [amountCents, setAmountCents] = useState<number | null>(null);
  const [source, setSource] = useState('');
  const save = useMutation(
    api.maximumBill.setElsewhere.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.elsewhereSaved);
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.elsewhereTitle}
      onConfirm={() => amountCents !== null && save.mutate({ pupilId, schoolYear, amountCents, source })}
      confirm={{
        label: texts.save,
        loading: save.isPending,
        disabled: amountCents === null || source.trim() === '',
      }}
    >
      <Stack gap="sm">
        <Text>
          <PersonName strong>{pupilName}</PersonName>
        </Text>
        <Text muted>{texts.elsewhereText}</Text>
        <SchoolYearSelect years={years} value={schoolYear} onChange={setSchoolYear} />
        <AmountInput label={texts.elsewhereAmount} cents={amountCents} onCents={setAmountCents} focused required />
        <TextInput
          label={texts.elsewhereSource}
          description={texts.elsewhereSourceHint}
          required
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}
