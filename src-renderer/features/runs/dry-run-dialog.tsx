import { useState } from 'react';
import { useToday } from '#renderer/parts/use-today.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { runsTexts as texts } from './runs.nl.ts';

/** Which day a dry run is for. */
export function DryRunDialog({
  onShow,
  onClose,
}: {
  readonly onShow: (asOf: string) => void;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const asOf = chosen ?? today;
  function submit(): void {
    if (asOf === undefined) return;
    onClose();
    onShow(asOf);
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.dryRunTitle}
      onConfirm={submit}
      confirm={{ label: texts.dryRunShow, disabled: asOf === undefined }}
    >
      <Stack gap="sm">
        <Text muted>{texts.dryRunHint}</Text>
        <DateInput label={texts.dryRunDay} value={asOf ?? null} onChange={setChosen} clearable={false} width={200} />
      </Stack>
    </Modal>
  );
}
