import { IconX } from '@tabler/icons-react';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import classes from './bank.module.css';
import { bankTexts } from './bank.nl.ts';
import { bankFileTexts as texts } from './bank-file.nl.ts';
import type { BankFiles } from './use-bank-files.ts';

/** What came of the files that were dropped: stays until it is closed, because a notice in the corner goes by itself. */
export function ImportNotices({
  files,
  onUndo,
}: {
  readonly files: BankFiles;
  readonly onUndo: (statementIds: readonly number[]) => void;
}) {
  if (files.done.length === 0 && files.failures.length === 0) return null;
  const statementIds = files.done.flatMap(({ summary }) => summary.statementIds);
  const [only] = files.done;
  return (
    <>
      {files.failures.map(({ fileName, error }) => (
        <Alert key={fileName} tone="danger" title={texts.notRead(fileName)}>
          {toProblem(error).sentence} {texts.nothingChanged}
        </Alert>
      ))}
      {only ? (
        <Alert
          tone="success"
          title={files.done.length === 1 ? texts.doneTitle(only.fileName) : null}
          actions={
            <>
              {statementIds.length > 0 ? (
                <Button size="xs" onClick={() => onUndo(statementIds)}>
                  {texts.undo}
                </Button>
              ) : null}
              <Button size="xs" variant="subtle" leftIcon={<IconX size={14} aria-hidden />} onClick={files.clearDone}>
                {bankTexts.closeNotice}
              </Button>
            </>
          }
        >
          {files.done.length === 1 ? (
            only.summary.sentence
          ) : (
            <ul className={classes['findings']}>
              {files.done.map(({ fileName, summary }) => (
                <li key={`${fileName} ${summary.statementIds.join()}`}>
                  {texts.ofFile(fileName)} {summary.sentence}
                </li>
              ))}
            </ul>
          )}
        </Alert>
      ) : null}
    </>
  );
}
