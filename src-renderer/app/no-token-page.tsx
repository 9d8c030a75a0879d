import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { appTexts } from './app.nl.ts';

/** Shown when the page was opened without the address of the start window. */
export function NoTokenPage() {
  return (
    <main>
      <EmptyState heading="h1" title={appTexts.noToken}>
        {appTexts.noTokenHint}
      </EmptyState>
    </main>
  );
}
