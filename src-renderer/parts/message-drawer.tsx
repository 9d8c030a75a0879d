import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, FileOut } from '#shared/api/schemas.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { canBeShown, FileViewer } from '#renderer/ui/file-viewer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { MailView } from '#renderer/ui/mail-view.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './message-drawer.module.css';
import { MessageDecision } from './message-decision.tsx';
import { messageTexts, statusTones } from './message.nl.ts';

/** One message: what it said, to whom, when, where it stands, the bytes that left; and the decision when one is needed. */
export function MessageDrawer({
  messageId,
  onClose,
  inDossier = false,
}: {
  readonly messageId: number | null;
  readonly onClose: () => void;
  /** Opened from the dossier itself: no way there is needed. */
  readonly inDossier?: boolean;
}) {
  return (
    <Drawer opened={messageId !== null} onClose={onClose} title={messageTexts.title} size={680}>
      {messageId === null ? null : <MessageDetail messageId={messageId} inDossier={inDossier} />}
    </Drawer>
  );
}

function MessageDetail({ messageId, inDossier }: { readonly messageId: number; readonly inDossier: boolean }) {
  const message = useQuery(api.correspondence.message.queryOptions({ input: { messageId } }));
  const { data } = message;
  if (!data) return message.error ? <ProblemAlert error={message.error} /> : <Loading />;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Badge tone={statusTones[data.status]}>{messageTexts.status(data.channel, data.status)}</Badge>
        {inDossier ? null : (
          <Link to="/dossiers/$householdId" params={{ householdId: String(data.householdId) }}>
            {messageTexts.toHousehold}
          </Link>
        )}
      </Group>
      <Text>
        {messageTexts.to}: <PersonName strong>{data.recipientName}</PersonName> ·{' '}
        <PersonName>{data.address}</PersonName>
        <br />
        {messageTexts.subject}: {data.subject}
        <br />
        {data.totalCents === 0 ? null : (
          <>
            {messageTexts.amount}: <Money cents={data.totalCents} />
          </>
        )}
        {data.invoices.length > 0 ? (
          <>
            <br />
            {messageTexts.invoices}:{' '}
            {data.invoices.map(({ number, amountCents }) => `${number} (${formatCents(amountCents)})`).join(', ')}
          </>
        ) : null}
      </Text>
      {data.failure === null ? null : <Alert tone="warning">{data.failure}</Alert>}
      <MessageDecision message={data} />
      <Heading level={3}>{messageTexts.content}</Heading>
      <div className="os-name">
        <MailView html={data.emailHtml} label={messageTexts.content} />
      </div>
      {data.evidenceSha256 === null ? null : (
        <Evidence messageId={messageId} channel={data.channel} sha256={data.evidenceSha256} />
      )}
      <Heading level={3}>{messageTexts.events}</Heading>
      <Table
        label={messageTexts.events}
        rows={data.events}
        getKey={(event) => `${event.at} ${event.status} ${event.detail}`}
        columns={[
          { id: 'at', header: messageTexts.when, cell: (event) => <Moment at={event.at} /> },
          {
            id: 'status',
            header: messageTexts.result,
            cell: (event) => messageTexts.eventStatus(data.channel, event.status),
          },
          { id: 'detail', header: '', cell: (event) => <span className={classes['detail']}>{event.detail}</span> },
        ]}
      />
    </Stack>
  );
}

/** The exact bytes that left: a letter can be looked at, either can be saved. */
function Evidence({
  messageId,
  channel,
  sha256,
}: {
  readonly messageId: number;
  readonly channel: Channel;
  readonly sha256: string;
}) {
  const [shown, setShown] = useState<FileOut | null>(null);
  function fetchEvidence(use: (file: FileOut) => void): void {
    client.correspondence.evidence({ messageId }).then(use).catch(notifyProblem);
  }
  return (
    <Group gap="sm">
      {channel === 'letter' ? (
        <Button
          size="xs"
          onClick={() => fetchEvidence((file) => (canBeShown(file.mediaType) ? setShown(file) : downloadFile(file)))}
        >
          {messageTexts.showLetter}
        </Button>
      ) : null}
      <Button size="xs" onClick={() => fetchEvidence(downloadFile)}>
        {messageTexts.evidence}
      </Button>
      <Text small muted>
        {messageTexts.evidenceHash(sha256.slice(0, 16))}…
      </Text>
      <FileViewer file={shown} onClose={() => setShown(null)} />
    </Group>
  );
}
