import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage, TimelineEntry } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { MessageDrawer } from '#renderer/parts/message-drawer.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { NoteComposer } from './note-composer.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import classes from './timeline.module.css';

const pageSize = 20;

/** Everything that happened, the newest first, and the place to write down what just happened. */
export function TimelineCard({
  householdId,
  schoolIds,
  documents,
}: {
  readonly householdId: number;
  readonly schoolIds: readonly number[];
  readonly documents: HouseholdPage['documents'];
}) {
  const [messageId, setMessageId] = useState<number | null>(null);
  const opening = useOpenDocument();
  const timeline = useInfiniteQuery(
    api.dossier.timeline.infiniteOptions({
      input: (offset: number) => ({ householdId, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, _pages, offset) => (offset + pageSize < last.total ? offset + pageSize : undefined),
    }),
  );
  const entries = timeline.data?.pages.flatMap((page) => page.entries) ?? [];

  /** What a click on the entry does; a document that was taken out cannot be opened. */
  function opener(entry: TimelineEntry): (() => void) | undefined {
    const { messageId: message, documentId } = entry;
    if (message !== null) return () => setMessageId(message);
    const document = documents.find((one) => one.documentId === documentId);
    return document ? () => opening.open(document) : undefined;
  }

  return (
    <Card title={householdTexts.timeline}>
      <NoteComposer householdId={householdId} schoolIds={schoolIds} />
      {timeline.isPending ? <Loading /> : null}
      <ProblemAlert error={timeline.error} onRetry={() => void timeline.refetch()} />
      {timeline.isSuccess && entries.length === 0 ? <Text muted>{householdTexts.timelineEmpty}</Text> : null}
      <ol className={classes['entries']} aria-label={householdTexts.timeline}>
        {entries.map((entry) => (
          <TimelineRow key={entry.key} entry={entry} onOpen={opener(entry)} />
        ))}
      </ol>
      {timeline.hasNextPage ? (
        <Button variant="subtle" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {householdTexts.more}
        </Button>
      ) : null}
      <MessageDrawer messageId={messageId} onClose={() => setMessageId(null)} inDossier />
      <FileViewer file={opening.file} onClose={opening.close} />
    </Card>
  );
}
