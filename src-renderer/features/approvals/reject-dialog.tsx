import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
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
  const reject = useMutation(api.approvals.reject.mutationOptions({ onSuccess: onRejected }));
  return (
    <ReasonDialog
      title={texts.reject}
      label={texts.rejectReason}
      description={texts.rejectHint}
      maxLength={500}
      isPending={reject.isPending}
      error={reject.error}
      onConfirm={(reason) => reject.mutate({ approvalId, reason })}
      onClose={onClose}
    />
  );
}
