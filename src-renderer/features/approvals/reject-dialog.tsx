import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { approvalTexts as texts } from './approvals.nl.ts';

/** A rejection always says why; the maker gets it back with the reason. */
export function RejectDialog({
  approvalId,
  onClose,
  onRejected,
}: {
  readonly approvalId: number;
  readonly onClose: () => void;
  readonly onRejected: () => void;
}) {
  const [reason, setReason] = useState('');
  const reject = useMutation(api.approvals.reject.mutationOptions({ onSuccess: onRejected }));
  function submit(): void {
    if (reason.trim() !== '') reject.mutate({ approvalId, reason });
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.reject}
      onConfirm={submit}
      confirm={{ label: texts.reject, loading: reject.isPending, disabled: reason.trim() === '' }}
    >
      <Stack gap="sm">
        <TextArea
          data-autofocus
          label={texts.rejectReason}
          description={texts.rejectHint}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemAlert error={reject.error} />
      </Stack>
    </Modal>
  );
}
