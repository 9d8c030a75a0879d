import { useEffect, useRef, useState } from 'react';
import { kitTexts } from './kit.nl.ts';
import { Loading } from './loading.tsx';
import classes from './pdf-view.module.css';

type Props = { readonly contentBase64: string; readonly label: string };

/** The pages of a PDF as pictures, the same in every browser and in the shell. `contentBase64` is the file. */
export function PdfView({ contentBase64, label }: Props) {
  return <PdfPages key={contentBase64} contentBase64={contentBase64} label={label} />;
}

function PdfPages({ contentBase64, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  useEffect(() => {
    const abort = new AbortController();
    async function show(): Promise<void> {
      try {
        const pages = await drawPages(contentBase64, abort.signal);
        if (abort.signal.aborted) return;
        host.current?.replaceChildren(...pages);
        setState('shown');
      } catch {
        if (!abort.signal.aborted) setState('failed');
      }
    }
    void show();
    return () => abort.abort();
  }, [contentBase64]);
  return (
    <>
      {state === 'loading' ? <Loading /> : null}
      {state === 'failed' ? <p role="alert">{kitTexts.pdfFailed}</p> : null}
      <div ref={host} className={classes['pages']} role="img" aria-label={label} />
    </>
  );
}

async function drawPages(contentBase64: string, signal: AbortSignal): Promise<HTMLCanvasElement[]> {
  const [{ getDocument, GlobalWorkerOptions }, { default: workerUrl }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  GlobalWorkerOptions.workerSrc = workerUrl;
  const bytes = Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0));
  const task = getDocument({ data: bytes, useWasm: false });
  try {
    const pdf = await task.promise;
    const pages: HTMLCanvasElement[] = [];
    for (let number = 1; number <= pdf.numPages && !signal.aborted; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1.6 });
      const canvas = document.createElement('canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      canvas.className = classes['page'] ?? '';
      await page.render({ canvas, viewport }).promise;
      pages.push(canvas);
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
