import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutboxMessage } from '#shared/correspondence/contract.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { messageStatus } from '#shared/dossier/timeline-summary.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { MailView } from '#renderer/ui/mail-view.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { formatMoment, Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { canBeShown, DocumentViewer } from './document-viewer.tsx';
import { householdTexts } from './dossier.nl.ts';
import classes from './timeline.module.css';

const tones: Readonly<Record<OutboxMessage['status'], BadgeTone>> = {
  reserved: 'warning',
  sending: 'warning',
  sent: 'success',
  failed: 'danger',
  uncertain: 'danger',
  cancelled: 'neutral',
};

/** One message as it left: to whom, what it said, what became of it, and the proof. */
export function MessageDrawer({ messageId, onClose }: { readonly messageId: number; readonly onClose: () => void }) {
  const [shown, setShown] = useState<FileOut | null>(null);
  const query = useQuery(api.correspondence.message.queryOptions({ input: { messageId } }));
  const message = query.data;

  function evidence(use: (file: FileOut) => void): void {
    client.correspondence.evidence({ messageId }).then(use).catch(notifyProblem);
  }

  return (
    <Drawer opened onClose={onClose} title={householdTexts.message} size={620}>
      {query.isPending ? <Loading /> : null}
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {message ? (
        <div className={classes['sections']}>
          {message.failure ? (
            <Alert tone={message.status === 'uncertain' ? 'warning' : 'danger'}>{message.failure}</Alert>
          ) : null}
          <dl className={classes['facts']}>
            <dt>{householdTexts.messageTo}</dt>
            <dd>
              <PersonName strong>{message.recipientName}</PersonName>
            </dd>
            <dt>{householdTexts.messageAddress}</dt>
            <dd className="os-name">{message.address}</dd>
            <dt>{householdTexts.messageSubject}</dt>
            <dd>{message.subject}</dd>
            <dt>{householdTexts.messageSchool}</dt>
            <dd>{message.schoolName}</dd>
            <dt>{householdTexts.messageStatus}</dt>
            <dd>
              <Badge tone={tones[message.status]}>{messageStatus(message.channel, message.status)}</Badge>{' '}
              <Moment at={message.finishedAt ?? message.reservedAt} />
            </dd>
          </dl>
          <section className={classes['section']}>
            <h3>{householdTexts.messageText}</h3>
            {message.emailHtml === '' ? (
              <Text muted>{householdTexts.messageNoText}</Text>
            ) : (
              <div className="os-name">
                <MailView html={message.emailHtml} label={householdTexts.messageText} />
              </div>
            )}
          </section>
          <section className={classes['section']}>
            <h3>{householdTexts.messageInvoices}</h3>
            <ul className={classes['events']}>
              {message.invoices.map((invoice) => (
                <li key={invoice.invoiceId}>{`${invoice.number} · ${formatCents(invoice.amountCents)}`}</li>
              ))}
            </ul>
          </section>
          <section className={classes['section']}>
            <h3>{householdTexts.messageEvents}</h3>
            <ol className={classes['events']}>
              {message.events.map((event) => (
                <li key={`${event.at}-${event.status}`}>
                  {[formatMoment(event.at), messageStatus(message.channel, event.status), event.detail, event.actor]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </li>
              ))}
            </ol>
          </section>
          <section className={classes['section']}>
            <h3>{householdTexts.messageEvidence}</h3>
            {message.evidenceSha256 === null ? (
              <Text muted>{householdTexts.noEvidence}</Text>
            ) : (
              <>
                <Text muted>{householdTexts.evidenceHint}</Text>
                <div className={classes['hash']}>{message.evidenceSha256}</div>
                <div className={classes['buttons']}>
                  {message.channel === 'letter' ? (
                    <Button
                      onClick={() =>
                        evidence((file) => (canBeShown(file.mediaType) ? setShown(file) : downloadFile(file)))
                      }
                    >
                      {householdTexts.viewEvidence}
                    </Button>
                  ) : null}
                  <Button onClick={() => evidence(downloadFile)}>{householdTexts.saveEvidence}</Button>
                </div>
              </>
            )}
          </section>
        </div>
      ) : null}
      <DocumentViewer file={shown} onClose={() => setShown(null)} />
    </Drawer>
  );
}
