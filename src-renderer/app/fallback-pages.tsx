import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Link } from '#renderer/ui/link.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { appTexts } from './app.nl.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState heading="h1" title={appTexts.notFoundTitle} actions={<Link to="/">{appTexts.toStart}</Link>}>
      {appTexts.notFoundText}
    </EmptyState>
  );
}

/** A screen that failed to draw; the rest of the application goes on. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  function retry(): void {
    reset();
    void router.invalidate();
  }
  return (
    <EmptyState
      heading="h1"
      title={appTexts.crashedTitle}
      actions={
        <Button variant="primary" onClick={retry}>
          {kitTexts.retry}
        </Button>
      }
    >
      <p>{appTexts.crashedText}</p>
      <ProblemAlert error={error} />
    </EmptyState>
  );
}
