import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { daysLeftWords, limitationTexts } from '#renderer/parts/limitation/limitation.nl.ts';
import { RecordActDialog } from '#renderer/parts/limitation/record-act-dialog.tsx';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';
import { LimitationActItem } from './limitation-act-item.tsx';

/** Both clocks of an open bill, and everything that happened to them, with its proof. */
export function LimitationCard({ invoice }: { readonly invoice: InvoicePage }) {
  const { invoiceId, householdId } = invoice;
  const refused = useRefused();
  const opening = useOpenDocument();
  const [recording, setRecording] = useState(false);
  const standing = useQuery(api.limitation.invoice.queryOptions({ input: { invoiceId } }));
  const withdraw = useWithdraw();
  if (!standing.data) return <ProblemAlert error={standing.error} onRetry={() => void standing.refetch()} />;
  const { clock, safeClock, daysLeft, safeDaysLeft, isLimited, isSuspended, possiblyUntil, acts } = standing.data;
  const actBefore = safeDaysLeft >= 0 ? safeClock.actBefore : clock.actBefore;
  return (
    <Card title={texts.limitation}>
      {isSuspended ? (
        <Text>{texts.suspended}</Text>
      ) : (
        <Facts
          rows={[
            {
              name: limitationTexts.safeClock,
              value: (
                <>
                  <PlainDate date={safeClock.lastDay} />, {daysLeftWords(safeDaysLeft)}
                </>
              ),
            },
            {
              name: limitationTexts.legalClock,
              value: (
                <>
                  <PlainDate date={clock.lastDay} />, {daysLeftWords(daysLeft)}
                </>
              ),
            },
            { name: texts.actBefore, value: isLimited ? null : <PlainDate date={actBefore} /> },
          ]}
        />
      )}
      {isLimited ? (
        <Text>
          <Badge tone="danger">{texts.limited}</Badge> {texts.limitedHint}
        </Text>
      ) : null}
      {possiblyUntil === null ? null : (
        <Text muted small>
          {texts.possiblyUntil} <PlainDate date={possiblyUntil} />. {limitationTexts.advice}
        </Text>
      )}
      {acts.length === 0 ? null : (
        <ul className={classes['list']} aria-label={texts.acts}>
          {acts.map((act) => (
            <LimitationActItem
              key={act.limitationActId ?? `entry-${act.entryId}`}
              act={act}
              transactionId={invoice.postings.find(({ entryId }) => entryId === act.entryId)?.bankTransactionId ?? null}
              onOpen={opening.open}
              onWithdraw={refused('limitation.withdrawAct') ? null : withdraw}
            />
          ))}
        </ul>
      )}
      {isLimited || isSuspended || refused('limitation.recordAct') ? null : (
        <div className={classes['buttons']}>
          <Button size="xs" onClick={() => setRecording(true)}>
            {limitationTexts.recordMore}
          </Button>
        </div>
      )}
      {recording ? (
        <RecordActDialog householdId={householdId} invoiceId={invoiceId} onClose={() => setRecording(false)} />
      ) : null}
      <FileViewer file={opening.file} onClose={opening.close} />
    </Card>
  );
}

/** Takes an act back, and offers to bring it back. */
function useWithdraw(): (limitationActId: number) => void {
  const restore = useMutation(
    api.limitation.restoreAct.mutationOptions({
      onSuccess: () => notifyDone(limitationTexts.restored),
      onError: notifyProblem,
    }),
  );
  const withdraw = useMutation(
    api.limitation.withdrawAct.mutationOptions({
      onSuccess: ({ limitationActId }) =>
        notifyDone(limitationTexts.withdrawn, () => restore.mutate({ limitationActId })),
      onError: notifyProblem,
    }),
  );
  return (limitationActId) => withdraw.mutate({ limitationActId });
}
