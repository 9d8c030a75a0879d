import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '#renderer/app/api.ts';
import { MessageDrawer } from '#renderer/parts/message-drawer.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { BatchTable } from './batch-table.tsx';
import { OutboxMessages } from './outbox-messages.tsx';
import { outboxTexts } from './outbox.nl.ts';

/** What left and what waits: batches above, their messages below, one message in the panel. */
export function OutboxScreen() {
  const navigate = useNavigate();
  const search = useSearch({ from: '/postvak-uit' });
  const batches = useQuery(api.correspondence.batches.queryOptions());
  const openMessage = (messageId: number | undefined): void =>
    void navigate({
      to: '/postvak-uit',
      search: messageId === undefined ? withoutMessage(search) : { ...search, messageId },
    });
  return (
    <Page title={outboxTexts.title} subtitle={outboxTexts.subtitle}>
      <ProblemAlert error={batches.error} onRetry={() => void batches.refetch()} />
      {batches.isPending ? <Loading /> : null}
      {batches.data?.length === 0 ? (
        <EmptyState
          icon={<IconSend size={32} stroke={1.4} />}
          title={outboxTexts.emptyTitle}
          actions={
            <Button variant="primary" onClick={() => void navigate({ to: '/openstaand' })}>
              {outboxTexts.toOpenItems}
            </Button>
          }
        >
          {outboxTexts.empty}
        </EmptyState>
      ) : null}
      {batches.data && batches.data.length > 0 ? (
        <Stack gap="md">
          <BatchTable
            batches={batches.data}
            pickedId={search.batchId ?? null}
            onPick={(batchId) => void navigate({ to: '/postvak-uit', search: { batchId } })}
          />
          <OutboxMessages search={search} batches={batches.data} onOpen={openMessage} />
        </Stack>
      ) : null}
      <MessageDrawer messageId={search.messageId ?? null} onClose={() => openMessage(undefined)} />
    </Page>
  );
}

function withoutMessage<Search extends { readonly messageId?: number | undefined }>(
  search: Search,
): Omit<Search, 'messageId'> {
  const { messageId: _closed, ...rest } = search;
  return rest;
}
