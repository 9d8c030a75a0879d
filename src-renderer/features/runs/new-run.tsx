import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { runsTexts as texts } from './runs.nl.ts';

/** One school: one button. Several: first which. */
export function NewRun({ chosenSchoolId }: { readonly chosenSchoolId: number | null }) {
  const schools = useQuery(api.schools.list.queryOptions());
  const [asking, setAsking] = useState(false);
  const { start, isPending } = useStart();
  const list = schools.data ?? [];
  const [only] = list;
  return (
    <>
      <Button
        variant="primary"
        disabled={only === undefined}
        loading={isPending}
        onClick={() => (list.length === 1 && only ? start([only.id], notifyProblem) : setAsking(true))}
      >
        {texts.newRun}
      </Button>
      {asking ? (
        <NewRunDialog
          schools={list}
          chosen={chosenSchoolId === null ? list.map(({ id }) => id) : [chosenSchoolId]}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function NewRunDialog({
  schools,
  chosen,
  onClose,
}: {
  readonly schools: readonly { readonly id: number; readonly name: string }[];
  readonly chosen: readonly number[];
  readonly onClose: () => void;
}) {
  const [schoolIds, setSchoolIds] = useState(chosen);
  const { start, isPending, error } = useStart();
  const ready = schoolIds.length > 0;
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.newRunTitle}
      onConfirm={() => {
        if (ready) start(schoolIds);
      }}
      confirm={{ label: texts.start, loading: isPending, disabled: !ready, focused: true }}
    >
      <Stack gap="md">
        <Text muted>{texts.newRunHint}</Text>
        <CheckList
          label={texts.whichSchools}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          value={schoolIds}
          onChange={setSchoolIds}
        />
        <ProblemAlert error={error} />
      </Stack>
    </Modal>
  );
}

function useStart() {
  // One key per button: pressing it twice is still one run.
  const [requestKey] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const start = useMutation(
    api.runs.start.mutationOptions({
      onSuccess: ({ runId }) => void navigate({ to: '/herinneringen/$runId', params: { runId: String(runId) } }),
    }),
  );
  return {
    isPending: start.isPending,
    error: start.error,
    start: (schoolIds: readonly number[], onError?: (error: unknown) => void) =>
      start.mutate({ requestKey, schoolIds: [...schoolIds] }, onError ? { onError } : {}),
  };
}
