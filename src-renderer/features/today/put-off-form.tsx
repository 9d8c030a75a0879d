import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { Task } from '#shared/today/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { todayTexts as texts } from './today.nl.ts';

/** Nobody answered: tomorrow again, or on another day. */
export function PutOffForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const today = useToday();
  const tomorrow = today === undefined ? null : addDays(today, 1);
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const againOn = chosen ?? tomorrow;
  const putOff = useMutation(
    api.today.notReached.mutationOptions({
      onSuccess: ({ dueDate }) => {
        notifyDone(texts.isBackOn(formatPlainDate(dueDate)));
        onDone();
      },
    }),
  );
  return (
    <section aria-label={texts.notReached}>
      <Stack gap={6}>
        <Text strong>{texts.notReached}</Text>
        <Group gap="sm" align="flex-end">
          <DateInput
            label={texts.again}
            width={180}
            clearable={false}
            value={againOn}
            {...(tomorrow === null ? {} : { minDate: tomorrow })}
            onChange={setChosen}
          />
          <Button
            disabled={againOn === null}
            loading={putOff.isPending}
            onClick={() => againOn && putOff.mutate({ taskId: task.taskId, againOn })}
          >
            {texts.putOff}
          </Button>
        </Group>
        <ProblemAlert error={putOff.error} />
      </Stack>
    </section>
  );
}
