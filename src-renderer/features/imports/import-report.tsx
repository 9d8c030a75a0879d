import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ImportSummary, RowOutcome, RowPreview } from '#shared/imports/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Figure } from '#renderer/ui/card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import { importTexts } from './imports.nl.ts';
import { ReportTabs } from './report-tabs.tsx';
import { StepHeading } from './step-heading.tsx';
import type { FileQueue } from './use-file-queue.ts';
import { useUndoImport } from './use-undo-import.tsx';
import classes from './imports.module.css';

/** What one import did, what to do next, and the way back. */
export function ImportReport({
  importId,
  isFresh,
  queue,
}: {
  readonly importId: number;
  /** Read in just now: the last step of the import. */
  readonly isFresh: boolean;
  readonly queue: FileQueue;
}) {
  const report = useQuery(api.imports.report.queryOptions({ input: { importId } }));
  const summary = report.data?.summary;
  return (
    <Page
      title={importTexts.title}
      subtitle={summary ? importTexts.byWhom(summary.author, formatMoment(summary.at)) : null}
      actions={summary ? <ReportActions summary={summary} queue={queue} /> : null}
    >
      {isFresh ? <Steps label={importTexts.steps} steps={importTexts.stepNames} current={3} /> : null}
      <StepHeading key={importId}>{isFresh ? importTexts.doneHeading : importTexts.reportHeading}</StepHeading>
      {report.isPending ? <Loading /> : null}
      <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />
      {report.data && summary ? (
        <div className={classes['stack']}>
          <State summary={summary} />
          <Counts summary={summary} />
          <ReportTabs rows={report.data.rows} counts={countsOf(summary, report.data.rows)} />
        </div>
      ) : null}
    </Page>
  );
}

function State({ summary }: { readonly summary: ImportSummary }) {
  if (summary.undoneAt !== null) {
    return <Alert tone="warning">{importTexts.undoneAt(formatMoment(summary.undoneAt))}</Alert>;
  }
  return (
    <>
      <Alert tone="success" title={importTexts.done(summary.fileName)}>
        {summary.kind === 'pupils' ? importTexts.thenInvoices : importTexts.thenOpen}
      </Alert>
      {summary.undoBlockedBy === null ? null : <Alert>{importTexts.undoBlocked(summary.undoBlockedBy)}</Alert>}
    </>
  );
}

function Counts({ summary: { counts } }: { readonly summary: ImportSummary }) {
  return (
    <div className={classes['figures']}>
      <Figure label={importTexts.figures.new} value={importTexts.number(counts.new)} />
      <Figure label={importTexts.figures.changed} value={importTexts.number(counts.changed)} />
      <Figure label={importTexts.figures.unchanged} value={importTexts.number(counts.unchanged)} />
      <Figure label={importTexts.figures.rejected} value={importTexts.number(counts.rejected)} />
      {counts.settledElsewhere > 0 ? (
        <Figure label={importTexts.figures.settled} value={importTexts.number(counts.settledElsewhere)} />
      ) : null}
    </div>
  );
}

function ReportActions({ summary, queue }: { readonly summary: ImportSummary; readonly queue: FileQueue }) {
  const navigate = useNavigate();
  const { ask, undoing } = useUndoImport();
  const [upcoming] = queue.waiting;
  const canUndo = summary.undoneAt === null && summary.undoBlockedBy === null;
  const isPupils = summary.kind === 'pupils';
  return (
    <>
      <Button onClick={() => void navigate({ to: '/importeren', search: {} })}>{importTexts.backToList}</Button>
      {canUndo ? (
        <Button loading={undoing} onClick={() => void ask(summary)}>
          {importTexts.undo}
        </Button>
      ) : null}
      <Button
        variant={upcoming ? 'default' : 'primary'}
        onClick={() => void navigate(isPupils ? { to: '/dossiers' } : { to: '/openstaand' })}
      >
        {isPupils ? importTexts.toDossiers : importTexts.toOpenItems}
      </Button>
      {upcoming ? (
        <Button variant="primary" loading={queue.readingName !== null} onClick={queue.next}>
          {importTexts.nextFile(upcoming.name)}
        </Button>
      ) : null}
    </>
  );
}

/** How many rows each tab stands for; a report may keep fewer rows than there were. */
function countsOf(summary: ImportSummary, rows: readonly RowPreview[]): Readonly<Record<RowOutcome, number>> {
  const kept = (outcome: RowOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    new: Math.max(summary.counts.new, kept('new')),
    changed: Math.max(summary.counts.changed, kept('changed')),
    unchanged: Math.max(summary.counts.unchanged, kept('unchanged')),
    rejected: Math.max(summary.counts.rejected, kept('rejected')),
  };
}
