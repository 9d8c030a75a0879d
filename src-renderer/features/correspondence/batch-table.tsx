import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { OutboxBatch } from '#shared/correspondence/outbox-batch.ts';
import { api } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Group } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { BatchState } from './batch-state.tsx';
import { ConfirmPrintedDialog } from './confirm-printed-dialog.tsx';
import classes from './correspondence.module.css';
import { outboxTexts } from './outbox.nl.ts';

/** What the job that draws letters answers with. */
type PrintedLetters = FileOut & { readonly letters: number; readonly cancelled: number };

/** How many batches are shown before one asks for all; a batch with something left to do is always shown. */
const newest = 5;

function isUnfinished({ counts }: OutboxBatch): boolean {
  return counts.emailsReserved + counts.emailsFailed + counts.emailsUncertain + counts.lettersToPrint > 0;
}

function keepLetters(file: PrintedLetters): void {
  downloadFile(file);
  notifyDone(outboxTexts.savedLetters(file.letters, file.cancelled));
}

/** Every batch with what is still to do: go on sending, print, confirm. */
export function BatchTable({
  batches,
  pickedId,
  onPick,
}: {
  readonly batches: readonly OutboxBatch[];
  readonly pickedId: number | null;
  readonly onPick: (batchId: number) => void;
}) {
  const [job, setJob] = useState<{ readonly jobId: string; readonly prints: boolean } | null>(null);
  const resume = useMutation(
    api.correspondence.resume.mutationOptions({ onSuccess: ({ jobId }) => setJob({ jobId, prints: false }) }),
  );
  const print = useMutation(
    api.correspondence.printLetters.mutationOptions({ onSuccess: ({ jobId }) => setJob({ jobId, prints: true }) }),
  );
  const [confirming, setConfirming] = useState<number | null>(null);
  const [showAll, setShowAll] = useState(false);
  function jobEnded(): void {
    setJob(null);
    void queryClient.invalidateQueries();
  }

  const columns: readonly TableColumn<OutboxBatch>[] = [
    {
      id: 'text',
      header: outboxTexts.batch,
      cell: (batch) => (
        <button
          type="button"
          className={classes['rowButton']}
          aria-pressed={batch.batchId === pickedId}
          onClick={() => onPick(batch.batchId)}
        >
          {batch.textName}
        </button>
      ),
    },
    { id: 'at', header: outboxTexts.at, cell: (batch) => <Moment at={batch.at} /> },
    { id: 'by', header: outboxTexts.by, cell: (batch) => batch.author },
    {
      id: 'state',
      header: outboxTexts.state,
      cell: (batch) => <BatchState batchId={batch.batchId} counts={batch.counts} />,
    },
    {
      id: 'actions',
      header: '',
      align: 'right',
      cell: (batch) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {batch.counts.emailsReserved > 0 ? (
            <Button size="xs" onClick={() => resume.mutate({ batchId: batch.batchId })}>
              {outboxTexts.resume}
            </Button>
          ) : null}
          {batch.counts.lettersToPrint + batch.counts.lettersPrinted > 0 ? (
            <Button size="xs" onClick={() => print.mutate({ batchId: batch.batchId })}>
              {batch.counts.lettersToPrint > 0 ? outboxTexts.print : outboxTexts.reprint}
            </Button>
          ) : null}
          {batch.counts.lettersToPrint > 0 ? (
            <Button size="xs" onClick={() => setConfirming(batch.batchId)}>
              {outboxTexts.confirmPrinted}
            </Button>
          ) : null}
        </Group>
      ),
    },
  ];
  const listed = showAll ? batches : batches.filter((batch, index) => index < newest || isUnfinished(batch));
  return (
    <Card title={outboxTexts.batches} flush>
      <ProblemAlert error={resume.error ?? print.error} />
      <Table label={outboxTexts.batches} columns={columns} rows={listed} getKey={(batch) => batch.batchId} />
      {listed.length < batches.length ? (
        <Group p="sm">
          <Button size="xs" onClick={() => setShowAll(true)}>
            {outboxTexts.allBatches(batches.length)}
          </Button>
        </Group>
      ) : null}
      {confirming === null ? null : <ConfirmPrintedDialog batchId={confirming} onClose={() => setConfirming(null)} />}
      <ProgressDialog
        jobId={job?.jobId ?? null}
        onDone={(result) => {
          if (job?.prints) keepLetters(result as PrintedLetters);
          jobEnded();
        }}
        onClose={jobEnded}
        {...(job?.prints ? {} : { hint: outboxTexts.sendingHint, cancelledText: outboxTexts.paused })}
      />
    </Card>
  );
}
