import { useEffect, useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import { client } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { downloadFile, toBlob } from '#renderer/ui/file-content.ts';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { PdfView } from '#renderer/ui/pdf-view.tsx';
import { householdTexts } from './dossier.nl.ts';
import classes from './documents.module.css';

/** What can be shown inside the application; anything else is handed over to be saved. */
export function canBeShown(mediaType: string): boolean {
  return /^(application\/pdf|image\/(png|jpeg)|text\/plain)/.test(mediaType);
}

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

/** A document on top of the page, without leaving it. */
export function DocumentViewer({ file, onClose }: { readonly file: FileOut | null; readonly onClose: () => void }) {
  if (!file) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.fileName}
      size="xl"
      actions={
        <>
          <Button onClick={() => downloadFile(file)}>{householdTexts.save}</Button>
          <Button variant="primary" onClick={onClose}>
            {kitTexts.close}
          </Button>
        </>
      }
    >
      <Content file={file} />
    </Modal>
  );
}

function Content({ file }: { readonly file: FileOut }) {
  if (file.mediaType.startsWith('text/')) return <PlainText file={file} />;
  if (file.mediaType === 'application/pdf') {
    return (
      // A long document must be scrollable with the keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <div className={classes['pages']} tabIndex={0} role="region" aria-label={file.fileName}>
        <PdfView contentBase64={file.contentBase64} label={file.fileName} />
      </div>
    );
  }
  return <img className={classes['image']} ref={(element) => showIn(element, file)} alt={file.fileName} />;
}

/** Gives the picture its bytes for as long as it is on the screen. */
function showIn(element: HTMLImageElement | null, file: FileOut): (() => void) | undefined {
  if (!element) return undefined;
  const url = URL.createObjectURL(toBlob(file));
  element.src = url;
  return () => URL.revokeObjectURL(url);
}

function PlainText({ file }: { readonly file: FileOut }) {
  const [text, setText] = useState('');
  useEffect(() => {
    toBlob(file).text().then(setText, notifyProblem);
  }, [file]);
  return (
    // A long text must be scrollable with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes['text']} tabIndex={0}>
      {text}
    </pre>
  );
}
