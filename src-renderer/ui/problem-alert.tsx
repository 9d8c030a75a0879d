import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { kitTexts } from './kit.nl.ts';
import { toProblem } from './problem.ts';

/** The error box for a failed query or command; nothing when there is no error. `error` may be a ShownProblem. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (error === null || error === undefined) return null;
  const sentence = isShown(error) ? error.sentence : toProblem(error).sentence;
  return (
    <Alert
      tone="danger"
      title={kitTexts.failedTitle}
      actions={onRetry ? <Button onClick={onRetry}>{kitTexts.retry}</Button> : null}
    >
      {sentence}
    </Alert>
  );
}

function isShown(error: unknown): error is { readonly sentence: string } {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'sentence' in error;
}
