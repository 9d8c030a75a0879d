import { type ReactNode, useState } from 'react';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

/** Asks why, and then does it: nothing happens without a reason that somebody can read back. */
export function ReasonDialog({
  title,
  label,
  description,
  confirm,
  isPending,
  error,
  maxLength = 300,
  children,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly description?: string;
  /** What the button says; the title when left out. */
  readonly confirm?: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly maxLength?: number;
  /** What it will do, above the question. */
  readonly children?: ReactNode;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  function submit(): void {
    if (reason.trim() !== '') onConfirm(reason.trim());
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={title}
      onConfirm={submit}
      confirm={{ label: confirm ?? title, loading: isPending, disabled: reason.trim() === '' }}
    >
      <Stack gap="sm">
        {children}
        <TextArea
          data-autofocus
          label={label}
          description={description}
          maxLength={maxLength}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemAlert error={error} />
      </Stack>
    </Modal>
  );
}
