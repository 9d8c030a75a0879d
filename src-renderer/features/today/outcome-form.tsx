import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Task, TaskOutcome } from '#shared/today/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { todayTexts as texts } from './today.nl.ts';

const ofConversation = ['reached', 'promised', 'planAsked', 'helpAsked', 'disputed', 'other'] as const;
const ofHandOver = ['handedOver', 'other'] as const;

/** How it ended, and what that does to the reminders. */
export function OutcomeForm({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const today = useToday();
  const [outcome, setOutcome] = useState<TaskOutcome>(task.kind === 'handOver' ? 'handedOver' : 'reached');
  const [note, setNote] = useState('');
  const [untilDate, setUntilDate] = useState<PlainDate | null>(null);
  const finish = useMutation(
    api.today.finishTask.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.finished(texts.task[task.kind]));
        onDone();
      },
    }),
  );
  const asksDate = outcome === 'promised' || outcome === 'disputed';
  const isReady = outcome !== 'promised' || untilDate !== null;
  function submit(): void {
    finish.mutate({ taskId: task.taskId, outcome, note, untilDate: asksDate ? untilDate : null });
  }
  return (
    <section aria-label={texts.outcome}>
      <Stack gap="sm">
        <RadioGroup
          label={texts.outcome}
          value={outcome}
          onChange={setOutcome}
          options={(task.kind === 'handOver' ? ofHandOver : ofConversation).map((value) => ({
            value,
            label: texts.outcomes[value],
            description: value === outcome ? texts.effects[value] : undefined,
          }))}
        />
        {asksDate ? (
          <DateInput
            label={texts.until[outcome]}
            required={outcome === 'promised'}
            width={180}
            value={untilDate}
            {...(today === undefined ? {} : { minDate: today })}
            onChange={setUntilDate}
          />
        ) : null}
        {task.kind === 'handOver' ? null : (
          <TextArea
            label={texts.note}
            description={texts.noteHint}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <ProblemAlert error={finish.error} />
        <div>
          <Button variant="primary" disabled={!isReady} loading={finish.isPending} onClick={submit}>
            {texts.finish}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
