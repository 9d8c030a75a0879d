import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunPage } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { sendTexts as texts } from './send.nl.ts';

/** One text to everybody who was really sent something by a run that was taken back. */
export function CorrectDialog({ page, onClose }: { readonly page: RunPage; readonly onClose: () => void }) {
  const [textId, setTextId] = useState<string | null>(null);
  const known = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived: false } }));
  const correct = useMutation(api.runs.correct.mutationOptions());
  function submit(): void {
    if (textId !== null && !correct.isPending) correct.mutate({ runId: page.runId, textId: Number(textId) });
  }
  function ended(): void {
    void queryClient.invalidateQueries();
    onClose();
  }
  if (correct.data) {
    return (
      <ProgressDialog
        jobId={correct.data.jobId}
        onDone={() => {
          notifyDone(texts.corrected);
          ended();
        }}
        onClose={ended}
      />
    );
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.correctTitle}
      onConfirm={submit}
      confirm={{ label: texts.correctSend, loading: correct.isPending, disabled: textId === null }}
    >
      <Stack gap="sm">
        <Text muted>{texts.correctBody(page.reversal?.stayed ?? 0)}</Text>
        <Select
          label={texts.correctText}
          options={(known.data ?? []).map(({ textId: value, name }) => ({ value: String(value), label: name }))}
          value={textId}
          onChange={setTextId}
        />
        <ProblemAlert error={known.error ?? correct.error} />
      </Stack>
    </Modal>
  );
}
