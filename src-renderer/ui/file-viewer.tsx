import { useEffect, useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import { Button } from './button.tsx';
import { downloadFile, toBlob } from './file-content.ts';
import { kitTexts } from './kit.nl.ts';
import { Modal } from './modal.tsx';
import { notifyProblem } from './notify.tsx';
import { PdfView } from './pdf-view.tsx';
import classes from './file-viewer.module.css';

/** What can be shown inside the application; anything else is handed over to be saved. */
export function canBeShown(mediaType: string): boolean {
  return /^(application\/pdf|image\/(png|jpeg)|text\/plain)/.test(mediaType);
}

/** A file on top of the page, without leaving it. */
export function FileViewer({ file, onClose }: { readonly file: FileOut | null; readonly onClose: () => void }) {
  if (!file) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.fileName}
      size="xl"
      actions={
        <>
          <Button onClick={() => downloadFile(file)}>{kitTexts.saveFile}</Button>
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
