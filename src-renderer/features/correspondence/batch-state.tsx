import type { Channel } from '#shared/api/schemas.ts';
import type { MessageStatus } from '#shared/correspondence/contract.ts';
import type { OutboxBatch } from '#shared/correspondence/outbox-batch.ts';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { outboxTexts } from './outbox.nl.ts';

type Count = keyof OutboxBatch['counts'];

/** What needs a person first; each number opens the list it counts. */
const states: readonly {
  readonly count: Count;
  readonly tone: BadgeTone;
  readonly words: (count: number) => string;
  readonly status: MessageStatus;
  readonly channel?: Channel;
}[] = [
  {
    count: 'emailsUncertain',
    tone: 'warning',
    words: outboxTexts.uncertain,
    status: 'uncertain',
    channel: 'email',
  },
  { count: 'emailsFailed', tone: 'danger', words: outboxTexts.failed, status: 'failed', channel: 'email' },
  { count: 'emailsReserved', tone: 'info', words: outboxTexts.waiting, status: 'reserved', channel: 'email' },
  { count: 'lettersToPrint', tone: 'info', words: outboxTexts.toPrint, status: 'reserved', channel: 'letter' },
  { count: 'emailsSent', tone: 'success', words: outboxTexts.sent, status: 'sent', channel: 'email' },
  { count: 'lettersPrinted', tone: 'success', words: outboxTexts.printed, status: 'sent', channel: 'letter' },
  { count: 'cancelled', tone: 'neutral', words: outboxTexts.cancelled, status: 'cancelled' },
];

export function BatchState({ batchId, counts }: Pick<OutboxBatch, 'batchId' | 'counts'>) {
  return (
    <Group gap={6}>
      {states
        .filter(({ count }) => counts[count] > 0)
        .map(({ count, tone, words, status, channel }) => (
          <Link key={count} to="/postvak-uit" search={{ batchId, status, ...(channel ? { channel } : {}) }}>
            <Badge tone={tone}>{words(counts[count])}</Badge>
          </Link>
        ))}
    </Group>
  );
}
