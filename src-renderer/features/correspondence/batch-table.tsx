import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { OutboxBatch } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Group } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import classes from './correspondence.module.css';
import { outboxTexts } from './outbox.nl.ts';

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
  const confirmPrinted = useMutation(
    api.correspondence.confirmPrinted.mutationOptions({
      onSuccess: ({ confirmed }) => notifyDone(outboxTexts.confirmedPrinted(confirmed)),
    }),
  );

  async function askPrinted({ batchId, counts }: OutboxBatch): Promise<void> {
    const sure = await confirm({
      title: outboxTexts.confirmPrintedTitle,
      body: outboxTexts.confirmPrintedBody(counts.lettersToPrint),
      confirmLabel: outboxTexts.confirmPrinted,
    });
    if (sure) confirmPrinted.mutate({ batchId });
  }
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
    { id: 'state', header: outboxTexts.state, cell: (batch) => <BatchState counts={batch.counts} /> },
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
            <Button size="xs" onClick={() => void askPrinted(batch)}>
              {outboxTexts.confirmPrinted}
            </Button>
          ) : null}
        </Group>
      ),
    },
  ];
  return (
    <Card title={outboxTexts.batches} flush>
      <ProblemAlert error={resume.error ?? print.error ?? confirmPrinted.error} />
      <Table label={outboxTexts.batches} columns={columns} rows={batches} getKey={(batch) => batch.batchId} />
      <ProgressDialog
        jobId={job?.jobId ?? null}
        onDone={(result) => {
          if (job?.prints) downloadFile(result as FileOut);
          jobEnded();
        }}
        onClose={jobEnded}
      />
    </Card>
  );
}

function BatchState({ counts }: { readonly counts: OutboxBatch['counts'] }) {
  const states: readonly (readonly [count: number, tone: BadgeTone, words: (count: number) => string])[] = [
    [counts.emailsUncertain, 'warning', outboxTexts.uncertain],
    [counts.emailsFailed, 'danger', outboxTexts.failed],
    [counts.emailsReserved, 'info', outboxTexts.waiting],
    [counts.lettersToPrint, 'info', outboxTexts.toPrint],
    [counts.emailsSent, 'success', outboxTexts.sent],
    [counts.lettersPrinted, 'success', outboxTexts.printed],
    [counts.cancelled, 'neutral', outboxTexts.cancelled],
  ];
  return (
    <Group gap={6}>
      {states.map(([count, tone, words]) =>
        count > 0 ? (
          <Badge key={words(count)} tone={tone}>
            {words(count)}
          </Badge>
        ) : null,
      )}
    </Group>
  );
}
