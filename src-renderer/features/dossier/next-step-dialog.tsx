import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { householdTexts } from './dossier.nl.ts';
import { IdeaButtons } from './idea-buttons.tsx';

/** What must happen for this household, and when; it then stands on the worklist. */
export function NextStepDialog({
  householdId,
  today,
  onClose,
}: {
  readonly householdId: number;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const [what, setWhat] = useState('');
  const [dueDate, setDueDate] = useState<PlainDate | null>(addDays(today, 7));
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.dossier.setNextStep.mutationOptions({
      onSuccess: () => {
        notifyDone(householdTexts.stepSaved);
        onClose();
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (what.trim() !== '' && dueDate !== null) save.mutate({ householdId, what, dueDate });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={householdTexts.stepDialog}
      onConfirm={submit}
      size="sm"
      confirm={{ label: householdTexts.stepSave, loading: save.isPending }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <div>
          <TextInput
            data-autofocus
            label={householdTexts.stepWhat}
            placeholder={householdTexts.stepPlaceholder}
            maxLength={200}
            value={what}
            error={tried && what.trim() === '' ? householdTexts.fillIn : null}
            onChange={(event) => setWhat(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey) submit();
            }}
          />
          <IdeaButtons ideas={householdTexts.stepIdeas} onChoose={setWhat} />
        </div>
        <DateInput
          label={householdTexts.stepDate}
          value={dueDate}
          onChange={setDueDate}
          minDate={today}
          error={tried && dueDate === null ? householdTexts.dateMissing : null}
        />
      </Stack>
    </Modal>
  );
}
