import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Sentences } from './proposal-facts.tsx';
import { isLetter } from './run-state.ts';
import { sendTexts as texts } from './send.nl.ts';

/** Asks once, starts or goes on, and keeps the job that runs. */
export function useSending(page: RunPage) {
  const { runId, status } = page;
  const [jobId, setJobId] = useState<string | null>(null);
  const send = useMutation(api.runs.send.mutationOptions({ onSuccess: (job) => setJobId(job.jobId) }));
  async function ask(): Promise<void> {
    // Who paused it, has said yes already.
    const sure =
      status === 'sending' ||
      (await confirm({
        title: texts.sendTitle,
        body: <Sentences sentences={whatWillHappen(page.proposals)} />,
        confirmLabel: texts.send,
      }));
    if (sure) send.mutate({ runId });
  }
  return {
    ask,
    jobId,
    isPending: send.isPending,
    error: send.error,
    ended: () => {
      setJobId(null);
      void queryClient.invalidateQueries();
    },
  };
}

export function SendProgress({ sending }: { readonly sending: ReturnType<typeof useSending> }) {
  return (
    <ProgressDialog
      jobId={sending.jobId}
      onDone={sending.ended}
      onClose={sending.ended}
      hint={texts.sendingHint}
      stopLabel={texts.pause}
      cancelledText={texts.paused}
    />
  );
}

function whatWillHappen(proposals: readonly RunProposal[]): readonly string[] {
  const going = proposals.filter(({ isDropped }) => !isDropped);
  const emails = going.filter(({ effectiveChannel }) => effectiveChannel === 'email').length;
  const letters = going.filter(isLetter).length;
  const tasks = going.length - emails - letters;
  const dropped = proposals.length - going.length;
  return [
    emails > 0 ? texts.sendBody.emails(emails) : '',
    letters > 0 ? texts.sendBody.letters(letters) : '',
    tasks > 0 ? texts.sendBody.tasks(tasks) : '',
    dropped > 0 ? texts.sendBody.dropped(dropped) : '',
    texts.sendBody.checked,
    texts.sendBody.undo,
  ].filter(Boolean);
}
