import { useMutation } from '@tanstack/react-query';
import type { Settlement } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateAction } from '#renderer/parts/date-action.tsx';
import { useToday } from '#renderer/parts/use-today.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** The claim reached the mediator. */
export function FiledForm({ settlement: { settlementId, orderSentOn } }: { readonly settlement: Settlement }) {
  const today = useToday();
  const file = useMutation(
    api.settlements.recordFiled.mutationOptions({ onSuccess: () => notifyDone(texts.filedDone) }),
  );
  return (
    <DateAction
      primary
      title={texts.fileTitle}
      label={texts.filedOn}
      button={texts.fileButton}
      initial={today ?? null}
      minDate={orderSentOn}
      maxDate={today}
      isPending={file.isPending}
      error={file.error}
      onConfirm={(filedOn) => file.mutate({ settlementId, filedOn })}
    />
  );
}
