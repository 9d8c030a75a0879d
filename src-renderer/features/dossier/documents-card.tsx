import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { Card } from '#renderer/ui/card.tsx';
import { downloadFile, readBase64 } from '#renderer/ui/file-content.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import classes from './documents.module.css';

/** Papers that belong to the household: drop one, open one, take one out (and back). */
export function DocumentsCard({
  householdId,
  documents,
}: {
  readonly householdId: number;
  readonly documents: HouseholdPage['documents'];
}) {
  const opening = useOpenDocument();
  const restore = useMutation(api.dossier.restoreDocument.mutationOptions({ onError: notifyProblem }));
  const remove = useMutation(api.dossier.removeDocument.mutationOptions({ onError: notifyProblem }));
  const add = useMutation(
    api.dossier.addDocument.mutationOptions({
      onSuccess: ({ fileName }) => notifyDone(householdTexts.documentAdded(fileName)),
    }),
  );

  function take(file: File): void {
    readBase64(file)
      .then((contentBase64) => add.mutate({ householdId, fileName: file.name, contentBase64 }))
      .catch(notifyProblem);
  }
  function takeOut({ documentId, fileName }: HouseholdPage['documents'][number]): void {
    remove.mutate(
      { documentId },
      {
        onSuccess: () => notifyDone(householdTexts.documentRemoved(fileName), () => restore.mutate({ documentId })),
      },
    );
  }
  function save(documentId: number): void {
    client.dossier.openDocument({ documentId }).then(downloadFile).catch(notifyProblem);
  }

  return (
    <Card title={householdTexts.documents}>
      {documents.length === 0 ? null : (
        <ul className={classes['list']}>
          {documents.map((document) => (
            <li key={document.documentId} className={classes['document']}>
              <span className={classes['words']}>
                <button
                  type="button"
                  className={classes['open']}
                  aria-label={householdTexts.openDocument(document.fileName)}
                  onClick={() => opening.open(document)}
                >
                  {document.fileName}
                </button>
                <Text muted small>
                  <Moment at={document.at} dayOnly />
                  {` · ${fileSize(document.byteCount)} · ${document.author}`}
                </Text>
              </span>
              <IconButton
                size="sm"
                label={householdTexts.saveAs(document.fileName)}
                onClick={() => save(document.documentId)}
              >
                <IconDownload size={15} />
              </IconButton>
              <IconButton
                size="sm"
                label={householdTexts.removeDocument(document.fileName)}
                onClick={() => takeOut(document)}
              >
                <IconTrash size={15} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert error={add.error} />
      <FileDrop
        compact
        onFile={take}
        disabled={add.isPending}
        title={householdTexts.dropDocument}
        buttonLabel={householdTexts.chooseDocument}
        hint={householdTexts.documentHint}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.eml,.txt"
      />
      <FileViewer file={opening.file} onClose={opening.close} />
    </Card>
  );
}

/** "340 kB" or "1,2 MB". */
function fileSize(byteCount: number): string {
  if (byteCount < 1_000_000) return `${Math.max(1, Math.round(byteCount / 1000))} kB`;
  return `${(byteCount / 1_000_000).toLocaleString('nl-BE', { maximumFractionDigits: 1 })} MB`;
}
