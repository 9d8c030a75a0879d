import { useRef, useState } from 'react';
import type { ReadFileResult } from '#shared/imports/contract.ts';
import { client } from '#renderer/app/api.ts';
import { chosenSchool } from '#renderer/app/school-choice.ts';
import { readBase64 } from '#renderer/ui/file-content.ts';

export type FileQueue = {
  /** Files that still wait, the next one first. */
  readonly waiting: readonly File[];
  /** The file at hand is the so-manieth of so many. */
  readonly position: number;
  readonly total: number;
  readonly readingName: string | null;
  /** The last file that could not be read, and why. */
  readonly failure: { readonly fileName: string; readonly error: unknown } | null;
  readonly add: (file: File) => void;
  readonly next: () => void;
};

type State = Pick<FileQueue, 'waiting' | 'position' | 'total' | 'readingName' | 'failure'>;

const empty: State = { waiting: [], position: 0, total: 0, readingName: null, failure: null };

/** Several files dropped at once are read one after the other; each is handled to its report before the next. */
export function useFileQueue(onRead: (file: ReadFileResult, schoolId: number | null) => void): FileQueue {
  const [state, setState] = useState<State>(empty);
  // Files of one drop arrive one by one, before the screen is drawn again.
  const waiting = useRef<File[]>([]);
  const busy = useRef(false);

  function show(change: (before: State) => Partial<State>): void {
    const left = [...waiting.current];
    setState((before) => ({ ...before, ...change(before), waiting: left }));
  }

  async function read(file: File): Promise<void> {
    try {
      const contentBase64 = await readBase64(file);
      const result = await client.imports.read({ fileName: file.name, contentBase64 });
      show(() => ({ readingName: null }));
      onRead(result, chosenSchool());
    } catch (error) {
      show(() => ({ readingName: null, failure: { fileName: file.name, error } }));
    } finally {
      busy.current = false;
    }
  }

  function next(): void {
    const file = waiting.current.shift();
    if (!file) return;
    busy.current = true;
    show(({ position }) => ({ position: position + 1, readingName: file.name, failure: null }));
    void read(file);
  }

  function add(file: File): void {
    const isFirst = waiting.current.length === 0 && !busy.current;
    waiting.current.push(file);
    show(({ total }) => (isFirst ? { ...empty, total: 1 } : { total: total + 1 }));
    if (isFirst) next();
  }

  return { ...state, add, next };
}
