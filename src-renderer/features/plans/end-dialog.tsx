import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';

/** Stops a plan before its end; that can be taken back. */
export function EndDialog({
  planId,
  isLoan,
  onRevive,
  onClose,
}: {
  readonly planId: number;
  readonly isLoan: boolean;
  readonly onRevive: () => void;
  readonly onClose: () => void;
}) {
  const end = useMutation(
    api.plans.end.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.endedDone, onRevive);
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={texts.endTitle}
      label={texts.endReason}
      confirm={texts.endNow}
      isPending={end.isPending}
      error={end.error}
      onConfirm={(reason) => end.mutate({ planId, reason })}
      onClose={onClose}
    >
      <Text muted>{isLoan ? `${texts.endEffect} ${texts.endEffectOfLoan}` : texts.endEffect}</Text>
    </ReasonDialog>
  );
}
