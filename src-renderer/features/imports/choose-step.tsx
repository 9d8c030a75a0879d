import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import { importTexts } from './imports.nl.ts';
import { PastImports } from './past-imports.tsx';
import { SavedProfiles } from './saved-profiles.tsx';
import type { FileQueue } from './use-file-queue.ts';
import classes from './imports.module.css';

/** Drop files, or look back at what came in before. */
export function ChooseStep({ queue }: { readonly queue: FileQueue }) {
  const [upcoming] = queue.waiting;
  return (
    <div className={classes['choose']}>
      {queue.failure ? (
        <Alert tone="danger" title={importTexts.notRead(queue.failure.fileName)}>
          {toProblem(queue.failure.error).sentence}
        </Alert>
      ) : null}
      {upcoming && queue.readingName === null ? (
        <div>
          <Button variant="primary" onClick={queue.next}>
            {importTexts.nextFile(upcoming.name)}
          </Button>
        </div>
      ) : null}
      {queue.readingName === null ? (
        <FileDrop
          multiple
          accept=".xlsx,.csv,.txt,.tsv"
          title={importTexts.dropTitle}
          buttonLabel={importTexts.dropButton}
          hint={importTexts.dropHint}
          onFile={queue.add}
        />
      ) : (
        <Loading label={importTexts.reading(queue.readingName)} />
      )}
      <PastImports />
      <SavedProfiles />
    </div>
  );
}
