import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import { client } from '#renderer/app/api.ts';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { canBeShown } from '#renderer/ui/file-viewer.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';

/** Fetches a document and shows it, or lets the user save what cannot be shown. */
export function useOpenDocument() {
  const [file, setFile] = useState<FileOut | null>(null);
  return {
    file,
    close: () => setFile(null),
    open: (document: { readonly documentId: number }): void => {
      client.dossier
        .openDocument({ documentId: document.documentId })
        .then((opened) => (canBeShown(opened.mediaType) ? setFile(opened) : downloadFile(opened)))
        .catch(notifyProblem);
    },
  };
}
