import { useMutation } from '@tanstack/react-query';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** Asks why, with what taking back does above the question. */
export function TakeBackDialog({
  handOver: { handOverId, partnerName },
  onClose,
}: {
  readonly handOver: HandOver;
  readonly onClose: () => void;
}) {
  const takeBack = useMutation(
    api.handOver.takeBack.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.takenBackDone);
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={texts.takeBackTitle}
      label={texts.takeBackReason}
      confirm={texts.takeBack}
      isPending={takeBack.isPending}
      error={takeBack.error}
      onConfirm={(reason) => takeBack.mutate({ handOverId, reason })}
      onClose={onClose}
    >
      <Text>{texts.takeBackEffect(partnerName)}</Text>
    </ReasonDialog>
  );
}
