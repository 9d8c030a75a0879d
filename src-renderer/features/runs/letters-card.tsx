import { useMutation } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { RunPage } from '#shared/runs/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { isLetter, messagesOf, resultOf } from './run-state.ts';
import classes from './runs.module.css';
import { sendTexts as texts } from './send.nl.ts';

/** The letters of a run: one PDF, the registered ones apart, and the day they were posted. */
export function LettersCard({ page }: { readonly page: RunPage }) {
  const letters = page.proposals.filter(
    (row) => isLetter(row) && row.messageId !== null && ['toPrint', 'sent'].includes(resultOf(row)),
  );
  const registered = messagesOf(letters, ({ effectiveChannel }) => effectiveChannel === 'registeredLetter');
  const ordinary = messagesOf(letters, ({ effectiveChannel }) => effectiveChannel === 'letter');
  if (letters.length === 0) return null;
  const waiting = messagesOf(letters, (row) => resultOf(row) === 'toPrint');
  return (
    <Card title={texts.lettersTitle}>
      <div className={classes['line']}>
        {ordinary > 0 ? (
          <PrintButton runId={page.runId} count={ordinary} registered={false} label={texts.ordinary} />
        ) : null}
        {registered > 0 ? (
          <PrintButton runId={page.runId} count={registered} registered label={texts.registered} />
        ) : null}
        {waiting > 0 && page.status !== 'reversed' ? <Posted runId={page.runId} waiting={waiting} /> : null}
        {waiting === 0 ? <Text muted>{texts.allPosted}</Text> : null}
      </div>
      {waiting > 0 ? <p className={classes['hint']}>{texts.confirmPostedHint}</p> : null}
    </Card>
  );
}

function PrintButton({
  runId,
  count,
  registered,
  label,
}: {
  readonly runId: number;
  readonly count: number;
  readonly registered: boolean;
  readonly label: string;
}) {
  const [jobId, setJobId] = useState<string | null>(null);
  const print = useMutation(api.runs.printLetters.mutationOptions({ onSuccess: (job) => setJobId(job.jobId) }));
  function ended(): void {
    setJobId(null);
    void queryClient.invalidateQueries();
  }
  return (
    <>
      <Button
        leftIcon={<IconPrinter size={16} stroke={1.6} aria-hidden />}
        loading={print.isPending}
        onClick={() => print.mutate({ runId, registered })}
      >
        {label} ({count})
      </Button>
      <ProblemAlert error={print.error} />
      <ProgressDialog
        jobId={jobId}
        onDone={(result) => {
          downloadFile(result as FileOut);
          notifyDone(texts.saved);
          ended();
        }}
        onClose={ended}
      />
    </>
  );
}

function Posted({ runId, waiting }: { readonly runId: number; readonly waiting: number }) {
  const today = useToday();
  const refused = useRefused();
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const confirm = useMutation(
    api.runs.confirmPosted.mutationOptions({
      onSuccess: ({ confirmed }) => notifyDone(confirmed === 0 ? texts.nothingConfirmed : texts.confirmed(confirmed)),
    }),
  );
  const postedOn = chosen ?? today;
  if (refused('runs.confirmPosted')) return null;
  return (
    <span className={classes['posted']}>
      <span>{texts.postedOn}</span>
      <DateInput
        aria-label={texts.postedOn}
        value={postedOn ?? null}
        onChange={setChosen}
        clearable={false}
        width={130}
        {...(today === undefined ? {} : { maxDate: today })}
      />
      <Button
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ runId, ...(postedOn === undefined ? {} : { postedOn }) })}
      >
        {texts.confirmPosted(waiting)}
      </Button>
      <ProblemAlert error={confirm.error} />
    </span>
  );
}
