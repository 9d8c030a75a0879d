import { IconMailForward } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { clearSelection, toSelection, useSelection } from '#renderer/app/selection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Compose } from './compose.tsx';
import { composeTexts } from './compose.nl.ts';

/** From a selection to messages: choose a text, look at who gets what, send. */
export function ComposeScreen() {
  const navigate = useNavigate();
  const selection = useSelection();
  if (selection.keys.length > 0) {
    return <Compose selection={toSelection(selection)} onSent={clearSelection} />;
  }
  return (
    <Page title={composeTexts.title}>
      <EmptyState
        icon={<IconMailForward size={32} stroke={1.4} />}
        title={composeTexts.emptyTitle}
        actions={
          <Button variant="primary" onClick={() => void navigate({ to: '/openstaand' })}>
            {composeTexts.toOpenItems}
          </Button>
        }
      >
        {composeTexts.empty}
      </EmptyState>
    </Page>
  );
}
