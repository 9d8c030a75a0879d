import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldRow } from '#shared/holds/contract.ts';
import { holdKindRules } from '#shared/holds/kinds.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { SimpleGrid, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { holdTexts as texts } from './holds.nl.ts';

/** Another reason, last day or review day of one hold. */
export function ChangeHoldDialog({
  hold,
  today,
  onClose,
}: {
  readonly hold: HoldRow;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState(hold.reason);
  const [untilDate, setUntilDate] = useState(readable(hold.untilDate));
  const [reviewDate, setReviewDate] = useState(readable(hold.reviewDate));
  const change = useMutation(
    api.holds.change.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.changed);
        onClose();
      },
    }),
  );
  const { name, explanation } = holdKindRules[hold.kind];
  const isReady = reason.trim() !== '' && !change.isPending;
  function submit(): void {
    if (isReady) change.mutate({ holdId: hold.holdId, reason: reason.trim(), untilDate, reviewDate });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.changeTitle(name)}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: change.isPending, disabled: !isReady }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Text muted>{explanation}</Text>
          <TextInput
            label={texts.reason}
            description={texts.reasonHint}
            value={reason}
            maxLength={300}
            required
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <SimpleGrid cols={2} spacing="sm">
            <DateInput label={texts.until} value={untilDate} onChange={setUntilDate} minDate={today} />
            <DateInput label={texts.review} value={reviewDate} onChange={setReviewDate} minDate={today} />
          </SimpleGrid>
          <ProblemAlert error={change.error} />
        </Stack>
      </form>
    </Modal>
  );
}

/** What cannot be read is asked anew. */
function readable(date: string | null): PlainDate | null {
  return date !== null && isPlainDate(date) ? date : null;
}
