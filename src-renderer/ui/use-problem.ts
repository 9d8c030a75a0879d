import { useCallback, useState } from 'react';
import { type ShownProblem, toProblem } from './problem.ts';

export type ProblemHandling = {
  readonly problem: ShownProblem | null;
  readonly clear: () => void;
  /** Hand to `onError`. With `setField` a problem of a known field goes to that field and not to the box. */
  readonly show: (error: unknown) => void;
};

/** Keeps the last problem of a form or dialog; `setField` answers true when it has put the sentence at that field. */
export function useProblem(setField?: (field: string, sentence: string) => boolean): ProblemHandling {
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const clear = useCallback(() => setProblem(null), []);
  const show = useCallback(
    (error: unknown) => {
      const shown = toProblem(error);
      const field = shown.field?.split('.').at(-1);
      setProblem(field && setField?.(field, shown.sentence) ? null : shown);
    },
    [setField],
  );
  return { problem, clear, show };
}
