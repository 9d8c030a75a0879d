import { useMutation } from '@tanstack/react-query';
import { addDays, formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Task } from '#shared/today/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateAction } from '#renderer/parts/date-action.tsx';
import { useToday } from '#renderer/parts/use-today.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { todayTexts as texts } from './today.nl.ts';

/** Nobody answered: tomorrow again, or on another day. */
export function PutOffForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const today = useToday();
  const tomorrow = today === undefined ? undefined : addDays(today, 1);
  const putOff = useMutation(
    api.today.notReached.mutationOptions({
      onSuccess: ({ dueDate }) => {
        notifyDone(texts.isBackOn(formatPlainDate(dueDate)));
        onDone();
      },
    }),
  );
  return (
    <DateAction
      title={texts.notReached}
      label={texts.again}
      button={texts.putOff}
      initial={tomorrow ?? null}
      minDate={tomorrow}
      isPending={putOff.isPending}
      error={putOff.error}
      onConfirm={(againOn) => putOff.mutate({ taskId: task.taskId, againOn })}
    />
  );
}
