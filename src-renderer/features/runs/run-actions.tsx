import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RunPage } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { runTexts as texts } from './run.nl.ts';
import { sendTexts } from './send.nl.ts';

/** What can be done with the run as a whole: put it away before it starts, take it back after, put right what left. */
export function RunActions({ page }: { readonly page: RunPage }) {
  const { runId, status, reversal } = page;
  const navigate = useNavigate();
  const refused = useRefused();
  const [dialog, setDialog] = useState<'reverse' | 'correct' | null>(null);
  const cancel = useMutation(
    api.runs.cancel.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.cancelled);
        void navigate({ to: '/herinneringen' });
      },
      onError: notifyProblem,
    }),
  );
  async function askAndCancel(): Promise<void> {
    const sure = await confirm({
      title: texts.cancelTitle,
      body: texts.cancelBody,
      confirmLabel: texts.cancelConfirm,
      danger: true,
    });
    if (sure) cancel.mutate({ runId });
  }
  const started = status === 'sending' || status === 'done';
  return (
    <>
      {(status === 'draft' || status === 'approved') && !refused('runs.cancel') ? (
        <Button loading={cancel.isPending} onClick={() => void askAndCancel()}>
          {texts.cancel}
        </Button>
      ) : null}
      {started && page.reverseBlockedBy === null && !refused('runs.reverse') ? (
        <Button onClick={() => setDialog('reverse')}>{sendTexts.reverse} …</Button>
      ) : null}
      {status === 'reversed' && (reversal?.stayed ?? 0) > 0 && !refused('runs.correct') ? (
        <Button onClick={() => setDialog('correct')}>{texts.correct} …</Button>
      ) : null}
      {dialog === 'reverse' ? <ReverseDialog page={page} onClose={() => setDialog(null)} /> : null}
      {dialog === 'correct' ? <CorrectDialog page={page} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
