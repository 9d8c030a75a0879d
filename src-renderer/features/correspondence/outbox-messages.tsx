import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Channel } from '#shared/api/schemas.ts';
import type { MessageStatus, OutboxMessage } from '#shared/correspondence/contract.ts';
import type { OutboxBatch } from '#shared/correspondence/outbox-batch.ts';
import { api } from '#renderer/app/api.ts';
import { messageTexts, statusTones } from '#renderer/parts/message.nl.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { formatMoment, Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './correspondence.module.css';
import { outboxTexts } from './outbox.nl.ts';

type Search = {
  readonly batchId?: number | undefined;
  readonly status?: MessageStatus | undefined;
  readonly channel?: Channel | undefined;
};

const step = 200;
const statuses = ['reserved', 'uncertain', 'failed', 'sent', 'cancelled'] as const;
const channelOptions = (['email', 'letter'] as const).map((value) => ({
  value,
  label: messageTexts.channels[value],
}));

/** The messages of one batch or of all, by state and channel. */
export function OutboxMessages({
  search,
  batches,
  onOpen,
}: {
  readonly search: Search;
  readonly batches: readonly OutboxBatch[];
  readonly onOpen: (messageId: number) => void;
}) {
  const navigate = useNavigate();
  const filter = { batchId: search.batchId, status: search.status, channel: search.channel };
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  const outbox = useInfiniteQuery(
    api.correspondence.outbox.infiniteOptions({
      input: (offset: number) => ({ ...given, offset, limit: step }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * step < last.total ? pages.length * step : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: Search): void =>
    void navigate({ to: '/postvak-uit', search: { ...filter, ...next }, replace: true });
  const messages = outbox.data?.pages.flatMap((page) => page.messages) ?? [];
  const total = outbox.data?.pages.at(-1)?.total ?? 0;
  const { channel } = search;
  const statusOptions = statuses.map((value) => ({
    value,
    label: channel ? messageTexts.status(channel, value) : outboxTexts.statuses[value],
  }));
  const columns: readonly TableColumn<OutboxMessage>[] = [
    {
      id: 'recipient',
      header: outboxTexts.recipient,
      cell: (message) => (
        <button type="button" className={classes['rowButton']} onClick={() => onOpen(message.messageId)}>
          <PersonName>{message.recipientName}</PersonName>
        </button>
      ),
    },
    {
      id: 'household',
      header: outboxTexts.household,
      cell: (message) => (
        <Link to="/dossiers/$householdId" params={{ householdId: String(message.householdId) }}>
          <PersonName>{message.householdName}</PersonName>
        </Link>
      ),
    },
    { id: 'channel', header: outboxTexts.channel, cell: (message) => messageTexts.channels[message.channel] },
    {
      id: 'amount',
      header: outboxTexts.amount,
      align: 'right',
      cell: (message) => (message.totalCents === 0 ? '' : <Money cents={message.totalCents} />),
    },
    {
      id: 'status',
      header: outboxTexts.status,
      cell: (message) => (
        <>
          <Badge tone={statusTones[message.status]}>{messageTexts.status(message.channel, message.status)}</Badge>
          {message.failure === null ? null : <Text small>{message.failure}</Text>}
        </>
      ),
    },
    {
      id: 'when',
      header: outboxTexts.when,
      cell: (message) => <Moment at={message.finishedAt ?? message.reservedAt} />,
    },
  ];
  return (
    <Card
      title={outboxTexts.messages}
      flush
      actions={
        <Group gap="xs">
          <Select
            aria-label={outboxTexts.batch}
            placeholder={outboxTexts.anyBatch}
            width={230}
            clearable
            options={batches.map(({ batchId, textName, at }) => ({
              value: String(batchId),
              label: `${textName} · ${formatMoment(at, true)}`,
            }))}
            value={search.batchId === undefined ? null : String(search.batchId)}
            onChange={(value) => change({ batchId: value === null ? undefined : Number(value) })}
          />
          <Select
            aria-label={outboxTexts.status}
            placeholder={outboxTexts.anyStatus}
            width={180}
            clearable
            options={statusOptions}
            value={search.status === 'sending' ? null : (search.status ?? null)}
            onChange={(value) => change({ status: value ?? undefined })}
          />
          <Select
            aria-label={outboxTexts.channel}
            placeholder={outboxTexts.anyChannel}
            width={130}
            clearable
            options={channelOptions}
            value={search.channel ?? null}
            onChange={(value) => change({ channel: value ?? undefined })}
          />
        </Group>
      }
    >
      <ProblemAlert error={outbox.error} onRetry={() => void outbox.refetch()} />
      <Table label={outboxTexts.messages} columns={columns} rows={messages} getKey={(message) => message.messageId} />
      <Group p="sm" justify="space-between">
        <Text small muted>
          {outbox.data ? (messages.length === 0 ? outboxTexts.none : outboxTexts.total(messages.length, total)) : ''}
        </Text>
        {outbox.hasNextPage ? (
          <Button size="xs" loading={outbox.isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
            {outboxTexts.more}
          </Button>
        ) : null}
      </Group>
    </Card>
  );
}
