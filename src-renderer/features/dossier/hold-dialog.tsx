import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { IdeaButtons } from './idea-buttons.tsx';
import { useHolds } from './use-holds.ts';

/** Why some invoices wait, and until when. */
export function HoldDialog({
  invoiceIds,
  today,
  onClose,
  onDone,
}: {
  readonly invoiceIds: readonly number[];
  readonly today: PlainDate;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const [untilDate, setUntilDate] = useState<PlainDate | null>(null);
  const [tried, setTried] = useState(false);
  const { hold, holding, holdError } = useHolds();
  function submit(): void {
    setTried(true);
    if (reason.trim() !== '') hold({ invoiceIds: [...invoiceIds], reason, untilDate }, onDone);
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={householdTexts.holdTitle(invoiceIds.length)}
      onConfirm={submit}
      confirm={{ label: householdTexts.holdSave, loading: holding }}
    >
      <Stack gap="md">
        <Text muted>{householdTexts.holdHint}</Text>
        <ProblemAlert error={holdError} />
        <div>
          <TextInput
            data-autofocus
            label={householdTexts.holdReason}
            placeholder={householdTexts.holdReasonPlaceholder}
            maxLength={300}
            value={reason}
            error={tried && reason.trim() === '' ? householdTexts.fillIn : null}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey) submit();
            }}
          />
          <IdeaButtons ideas={householdTexts.holdIdeas} onChoose={setReason} />
        </div>
        <DateInput
          label={householdTexts.holdUntil}
          description={householdTexts.holdUntilHint}
          value={untilDate}
          onChange={setUntilDate}
          minDate={today}
        />
      </Stack>
    </Modal>
  );
}
