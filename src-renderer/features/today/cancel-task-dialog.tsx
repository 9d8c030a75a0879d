import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { todayTexts as texts } from './today.nl.ts';

/** Takes a task off the list and says what that means for the reminders. */
export function CancelTaskDialog({
  taskId,
  onClose,
  onCancelled,
}: {
  readonly taskId: number;
  readonly onClose: () => void;
  readonly onCancelled: () => void;
}) {
  const cancel = useMutation(
    api.today.cancelTask.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.cancelled);
        onCancelled();
      },
    }),
  );
  return (
    <ReasonDialog
      title={texts.cancelTitle}
      label={texts.cancelReason}
      confirm={texts.cancel}
      isPending={cancel.isPending}
      error={cancel.error}
      onConfirm={(reason) => cancel.mutate({ taskId, reason })}
      onClose={onClose}
    >
      <Text>{texts.cancelText}</Text>
    </ReasonDialog>
  );
}
