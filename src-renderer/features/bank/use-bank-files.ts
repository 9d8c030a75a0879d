import { useRef, useState } from 'react';
import type { BankFilePreview, BankImportSummary } from '#shared/bank/shapes.ts';
import { client } from '#renderer/app/api.ts';
import { readBase64 } from '#renderer/ui/file-content.ts';

type ReadIn = { readonly fileName: string; readonly summary: BankImportSummary };

export type BankFiles = {
  /** The file at hand, read and checked. */
  readonly preview: BankFilePreview | null;
  readonly position: number;
  readonly total: number;
  readonly readingName: string | null;
  /** Files that could not even be looked at, and why. */
  readonly failures: readonly { readonly fileName: string; readonly error: unknown }[];
  /** What was read in since the first of these files. */
  readonly done: readonly ReadIn[];
  readonly add: (file: File) => void;
  /** Looks at the same file once more, after its account was added. */
  readonly again: () => void;
  readonly skip: () => void;
  readonly finished: (summary: BankImportSummary) => void;
  readonly clearDone: () => void;
};

type State = Pick<BankFiles, 'preview' | 'position' | 'total' | 'readingName' | 'failures' | 'done'>;
type Content = { readonly fileName: string; readonly contentBase64: string };

const empty: State = { preview: null, position: 0, total: 0, readingName: null, failures: [], done: [] };

/** Several files dropped at once are looked at one after the other; each is read in or left before the next. */
export function useBankFiles(): BankFiles {
  const [state, setState] = useState<State>(empty);
  // Files of one drop arrive one by one, before the screen is drawn again.
  const waiting = useRef<File[]>([]);
  const busy = useRef(false);
  const current = useRef<Content | null>(null);

  function show(change: (before: State) => Partial<State>): void {
    setState((before) => ({ ...before, ...change(before) }));
  }

  async function look(fileName: string, contentOf: () => Promise<Content>): Promise<void> {
    try {
      current.current = await contentOf();
      const preview = await client.bank.preview(current.current);
      show(() => ({ preview, readingName: null }));
    } catch (error) {
      show(({ failures }) => ({ preview: null, readingName: null, failures: [...failures, { fileName, error }] }));
      busy.current = false;
      next();
    }
  }

  function next(): void {
    const file = waiting.current.shift();
    busy.current = file !== undefined;
    if (!file) {
      current.current = null;
      show(() => ({ preview: null, readingName: null, position: 0, total: 0 }));
      return;
    }
    show(({ position }) => ({ position: position + 1, readingName: file.name }));
    void look(file.name, async () => ({ fileName: file.name, contentBase64: await readBase64(file) }));
  }

  return {
    ...state,
    add: (file) => {
      const isFirst = !busy.current;
      waiting.current.push(file);
      show(({ total }) => (isFirst ? { ...empty, total: 1 } : { total: total + 1 }));
      if (isFirst) next();
    },
    again: () => {
      const content = current.current;
      if (!content) return;
      show(() => ({ readingName: content.fileName }));
      void look(content.fileName, async () => content);
    },
    skip: next,
    finished: (summary) => {
      const fileName = current.current?.fileName ?? '';
      show(({ done }) => ({ done: [...done, { fileName, summary }] }));
      next();
    },
    clearDone: () => show(() => ({ done: [], failures: [] })),
  };
}
