import { useEffect, useRef, useState } from 'react';
import type { JobProgress } from '#shared/jobs/contract.ts';
import { client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import { Text } from '#renderer/ui/text.tsx';
import { Progress } from '#renderer/ui/progress.tsx';

type ProgressDialogProps = {
  /** The job to follow; null: nothing to show. */
  readonly jobId: string | null;
  /** The job ended well; its result is what the procedure promises. The dialog is then gone when you set jobId to null. */
  readonly onDone: (result: unknown) => void;
  /** The user closed the dialog after a failure or after cancelling. */
  readonly onClose: () => void;
  /** What cannot be stopped halfway has no button for it. */
  readonly cancellable?: boolean;
  /** What was kept when it was stopped halfway; the usual sentence says that finished parts stay. */
  readonly cancelledText?: string;
  /** Said while it runs: what stopping does. */
  readonly hint?: string;
  /** What the button says that stops it, when it can go on later. */
  readonly stopLabel?: string;
};

/** Follows a job: how far it is, a way to stop it, and why it failed. */
export function ProgressDialog({ jobId, ...rest }: ProgressDialogProps) {
  return jobId === null ? null : <JobDialog key={jobId} jobId={jobId} {...rest} />;
}

type JobDialogProps = ProgressDialogProps & { readonly jobId: string };

function JobDialog({
  jobId,
  onDone,
  onClose,
  cancellable = true,
  cancelledText = kitTexts.cancelled,
  hint,
  stopLabel = kitTexts.cancel,
}: JobDialogProps) {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  useEffect(() => {
    const abort = new AbortController();
    async function follow(id: string): Promise<void> {
      try {
        for await (const event of await client.jobs.watch({ jobId: id }, { signal: abort.signal })) {
          if (abort.signal.aborted) return;
          setProgress(event);
          if (event.state === 'failed') setFailure(event.failure ?? kitTexts.unexpected);
          if (event.state === 'done') done.current(event.result);
        }
      } catch (error) {
        if (!abort.signal.aborted) setFailure(toProblem(error).sentence);
      }
    }
    void follow(jobId);
    return () => abort.abort();
  }, [jobId]);

  const ended = failure !== null || progress?.state === 'cancelled';
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  return (
    <Modal
      opened
      busy={!ended}
      onClose={ended ? onClose : () => {}}
      title={progress?.title ?? kitTexts.loading}
      actions={
        ended ? (
          <Button variant="primary" onClick={onClose}>
            {kitTexts.close}
          </Button>
        ) : cancellable ? (
          <Button
            disabled={stopping}
            onClick={() => {
              setStopping(true);
              client.jobs.cancel({ jobId }).catch(() => setStopping(false));
            }}
          >
            {stopping ? kitTexts.cancelling : stopLabel}
          </Button>
        ) : null
      }
    >
      {failure !== null ? (
        <Alert tone="danger" title={kitTexts.failedTitle}>
          {failure}
        </Alert>
      ) : progress?.state === 'cancelled' ? (
        <Alert tone="warning">{cancelledText}</Alert>
      ) : (
        <>
          <Progress value={share} label={progress?.title ?? kitTexts.loading} />
          <p role="status">{progress ? kitTexts.progress(progress.done, progress.total) : kitTexts.loading}</p>
          {hint ? (
            <Text small muted>
              {hint}
            </Text>
          ) : null}
        </>
      )}
    </Modal>
  );
}
