import { useMutation } from '@tanstack/react-query';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { api } from '#renderer/app/api.ts';
import { confirm } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { importTexts } from './imports.nl.ts';

/** Takes a whole import back, after saying exactly what disappears. */
export function useUndoImport() {
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: ({ fileName }) => notifyDone(importTexts.undoDone(fileName)),
      onError: notifyProblem,
    }),
  );
  async function ask(summary: ImportSummary): Promise<void> {
    const sure = await confirm({
      title: importTexts.undoTitle,
      body: <WhatIsUndone summary={summary} />,
      confirmLabel: importTexts.undo,
      danger: true,
    });
    if (sure) undo.mutate({ importId: summary.importId });
  }
  return { undoing: undo.isPending, ask };
}

function WhatIsUndone({ summary }: { readonly summary: ImportSummary }) {
  const { counts, kind, fileName } = summary;
  const lines = [
    counts.new > 0 ? importTexts.undoNewLine(counts.new, importTexts.undoNew[kind]) : null,
    counts.changed > 0 ? importTexts.undoChangedLine(counts.changed) : null,
    counts.settledElsewhere > 0 ? importTexts.undoSettledLine(counts.settledElsewhere) : null,
  ].filter((line) => line !== null);
  return (
    <>
      {importTexts.undoIntro(fileName)}
      <ul>
        {(lines.length > 0 ? lines : [importTexts.undoNothing]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {importTexts.undoOutro}
    </>
  );
}
