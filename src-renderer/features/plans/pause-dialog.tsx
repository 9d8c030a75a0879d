import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';

const lengths = [1, 2, 3, 4, 5, 6, 9, 12];

/** Moves what is still to pay some months on. */
export function PauseDialog({ planId, onClose }: { readonly planId: number; readonly onClose: () => void }) {
  const [months, setMonths] = useState(1);
  const pause = useMutation(
    api.plans.pause.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.pausedDone(months));
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={texts.pauseTitle}
      label={texts.pauseReason}
      confirm={texts.pauseNow}
      isPending={pause.isPending}
      error={pause.error}
      onConfirm={(reason) => pause.mutate({ planId, months, reason })}
      onClose={onClose}
    >
      <Text muted>{texts.pauseHint}</Text>
      <Select
        label={texts.pauseMonths}
        width={160}
        value={String(months)}
        options={lengths.map((length) => ({ value: String(length), label: texts.months(length) }))}
        onChange={(value) => setMonths(Number(value ?? 1))}
      />
    </ReasonDialog>
  );
}
