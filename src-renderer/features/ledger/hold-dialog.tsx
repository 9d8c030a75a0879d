import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '#shared/ledger/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';

/** Asks why, and until when, the invoices of a selection are left out of every message; afterwards it can be undone. */
export function HoldDialog({
  selection,
  invoices,
  today,
  onClose,
}: {
  readonly selection: Selection;
  /** How many invoices the selection stands for. */
  readonly invoices: number;
  readonly today: string;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [untilDate, setUntilDate] = useState<string | null>(null);
  const lift = useMutation(
    api.holds.lift.mutationOptions({ onSuccess: () => notifyDone(texts.undone), onError: notifyProblem }),
  );
  const hold = useMutation(
    api.holds.place.mutationOptions({
      onSuccess: ({ holdIds, alreadyHeld }) => {
        onClose();
        if (holdIds.length === 0) notifyDone(texts.holdAllAlready);
        else notifyDone(texts.holdDone(texts.invoices(holdIds.length), alreadyHeld), () => lift.mutate({ holdIds }));
      },
    }),
  );
  const ready = reason.trim() !== '' && !hold.isPending;
  function submit(): void {
    if (ready) hold.mutate({ selection, reason: reason.trim(), untilDate });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.holdTitle}
      onConfirm={submit}
      confirm={{ label: texts.holdConfirm, loading: hold.isPending, disabled: !ready }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Text muted>{texts.holdExplained(texts.invoices(invoices))}</Text>
          <TextInput
            label={texts.holdReason}
            description={texts.holdReasonHint}
            value={reason}
            maxLength={300}
            required
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DateInput label={texts.holdUntil} value={untilDate} onChange={setUntilDate} minDate={today} width={220} />
          <ProblemAlert error={hold.error} />
        </Stack>
      </form>
    </Modal>
  );
}
