import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importSummary, type ImportPreview } from '#shared/imports/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { FooterBar, Page } from '#renderer/ui/page.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import { FileRemarks } from './file-remarks.tsx';
import { type ImportDraft, importRequestOf } from './import-draft.ts';
import { importTexts } from './imports.nl.ts';
import { PreviewTabs } from './preview-tabs.tsx';
import { StepHeading } from './step-heading.tsx';
import classes from './imports.module.css';

/** What the import would do, before anything changes; then it does it, with progress and a way to stop. */
export function PreviewStep({
  subtitle,
  draft,
  onBack,
  onDone,
}: {
  readonly subtitle: string | undefined;
  readonly draft: ImportDraft;
  readonly onBack: () => void;
  readonly onDone: (importId: number) => void;
}) {
  const queries = useQueryClient();
  const [settled, setSettled] = useState<ReadonlySet<number>>(new Set());
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const preview = useQuery({
    ...api.imports.preview.queryOptions({ input: importRequestOf(draft) }),
    staleTime: 0,
    gcTime: 0,
  });

  function commit(): void {
    setStarting(true);
    client.imports
      .commit({
        ...importRequestOf(draft),
        settleInvoiceIds: [...settled],
        saveProfileAs: draft.saveProfileAs?.trim() ?? null,
      })
      .then((started) => setJobId(started.jobId))
      .catch(notifyProblem)
      .finally(() => setStarting(false));
  }
  function finish(result: unknown): void {
    setJobId(null);
    void queries.invalidateQueries();
    const summary = importSummary.safeParse(result);
    if (summary.success) onDone(summary.data.importId);
    else notifyProblem(new Error(importTexts.badResult));
  }

  return (
    <Page
      title={importTexts.title}
      subtitle={subtitle}
      footer={
        <FooterBar
          actions={
            <>
              <FooterButton onClick={onBack}>{importTexts.back}</FooterButton>
              <FooterButton
                primary
                loading={starting}
                disabled={!preview.data || !changesSomething(preview.data, settled)}
                onClick={commit}
              >
                {importTexts.commit}
              </FooterButton>
            </>
          }
        >
          {preview.data
            ? importTexts.countsLine({ ...preview.data.counts, settledElsewhere: settled.size })
            : importTexts.previewHint}
        </FooterBar>
      }
    >
      <Steps label={importTexts.steps} steps={importTexts.stepNames} current={2} />
      <StepHeading>{importTexts.previewHeading}</StepHeading>
      <div className={classes['stack']}>
        {preview.isPending ? <Loading label={importTexts.checking} /> : null}
        <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />
        {draft.file.importedBefore ? (
          <Alert tone="warning">{importTexts.before(formatMoment(draft.file.importedBefore.at))}</Alert>
        ) : null}
        {preview.data ? (
          <>
            {changesSomething(preview.data, settled) ? null : <Alert>{importTexts.nothingToDo}</Alert>}
            <FileRemarks preview={preview.data} />
            <PreviewTabs preview={preview.data} settled={settled} onSettled={setSettled} />
          </>
        ) : null}
      </div>
      <ProgressDialog
        jobId={jobId}
        onDone={finish}
        onClose={() => setJobId(null)}
        cancelledText={importTexts.stopped}
      />
    </Page>
  );
}

function changesSomething({ counts }: ImportPreview, settled: ReadonlySet<number>): boolean {
  return counts.new + counts.changed + settled.size > 0;
}
