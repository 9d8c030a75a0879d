import { useState } from 'react';
import { bankImportSummary, type BankFilePreview } from '#shared/bank/shapes.ts';
import { client } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { FooterBar, Page } from '#renderer/ui/page.tsx';
import classes from './bank.module.css';
import { bankFileTexts as texts } from './bank-file.nl.ts';
import { FindingsList, WarningsAlert } from './findings-list.tsx';
import { newLinesOf, StatementCard } from './statement-card.tsx';
import type { BankFiles } from './use-bank-files.ts';

/** What a dropped file holds and what would happen with it; nothing is stored before *Inlezen*. */
export function FilePreview({
  preview,
  files,
  onDone,
}: {
  readonly preview: BankFilePreview;
  readonly files: BankFiles;
  readonly onDone: () => void;
}) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const { fileId, fileName, format, findings, statements, blockedBy } = preview;
  const errors = findings.filter(({ level }) => level === 'error');
  const inStatements = new Set(statements.flatMap((statement) => statement.findings.map(keyOf)));
  const warnings = findings.filter((finding) => finding.level === 'warning' && !inStatements.has(keyOf(finding)));
  const isBlocked = blockedBy !== null || errors.length > 0;
  // Of a file with errors nothing can be trusted, so nothing of it is told.
  const shown = errors.length > 0 ? [] : statements;
  const added = statements.reduce((sum, statement) => sum + newLinesOf(statement), 0);
  const certain = statements.reduce((sum, statement) => sum + statement.certain, 0);
  const waiting = statements.reduce((sum, { likely, possible, unmatched }) => sum + likely + possible + unmatched, 0);

  function start(): void {
    setStarting(true);
    client.bank
      .import({ fileId, fileName })
      .then((started) => setJobId(started.jobId))
      .catch(notifyProblem)
      .finally(() => setStarting(false));
  }
  function finish(result: unknown): void {
    setJobId(null);
    void queryClient.invalidateQueries();
    const summary = bankImportSummary.safeParse(result);
    if (summary.success) {
      files.finished(summary.data);
      onDone();
    } else {
      files.skip();
      notifyProblem(new Error(texts.badResult));
    }
  }

  return (
    <Page
      title={texts.previewTitle}
      subtitle={
        <>
          {texts.fileOf(files.position, files.total, fileName)}{' '}
          <Badge>{format === null ? texts.unknownFormat : texts.formats[format]}</Badge>
        </>
      }
      footer={
        <FooterBar
          actions={
            <>
              <FooterButton onClick={files.skip}>{texts.otherFile}</FooterButton>
              <FooterButton
                primary
                loading={starting || jobId !== null}
                disabled={isBlocked || files.readingName !== null}
                onClick={start}
              >
                {added > 0 && !isBlocked ? texts.importCount(added) : texts.import}
              </FooterButton>
            </>
          }
        >
          {isBlocked ? texts.notYet : added === 0 ? texts.nothingNew : texts.willBook(certain, waiting)}
        </FooterBar>
      }
    >
      <div className={classes['stack']}>
        {errors.length > 0 ? (
          <Alert tone="danger" title={texts.errorsTitle}>
            {texts.errorsText}
            <FindingsList findings={errors} />
          </Alert>
        ) : null}
        <WarningsAlert findings={warnings} />
        {files.readingName === null ? null : <Loading label={texts.reading(files.readingName)} />}
        {shown.map((statement, index) => (
          <StatementCard
            // A file may hold the same statement of an account twice.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${index} ${statement.account} ${statement.sequenceNumber}`}
            statement={statement}
            onAccountSaved={files.again}
          />
        ))}
      </div>
      <ProgressDialog
        jobId={jobId}
        cancellable={false}
        onDone={finish}
        onClose={() => setJobId(null)}
        cancelledText={texts.stopped}
      />
    </Page>
  );
}

function keyOf({ rule, line, sentence }: BankFilePreview['findings'][number]): string {
  return `${rule} ${line} ${sentence}`;
}
