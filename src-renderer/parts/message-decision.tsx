import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutboxMessage } from '#shared/correspondence/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { queryClient } from '#renderer/app/providers.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { messageTexts } from './message.nl.ts';
import { ProgressDialog } from './progress-dialog.tsx';

type Message = Pick<OutboxMessage, 'messageId' | 'batchId' | 'channel' | 'status'>;

/** What a person can still decide about one message: send it again, say that it left, or let it fall. */
export function MessageDecision({ message }: { readonly message: Message }) {
  const { messageId, batchId, channel, status } = message;
  const [jobId, setJobId] = useState<string | null>(null);
  const resume = useMutation(api.correspondence.resume.mutationOptions({ onSuccess: (job) => setJobId(job.jobId) }));
  const posted = useMutation(api.correspondence.confirmPrinted.mutationOptions());
  const decide = useMutation(
    api.correspondence.decide.mutationOptions({
      // Deciding to send again puts an e-mail back in the outbox; sending it, and it alone, is the next thing to do.
      onSuccess: (decided, { decision }) => {
        if (decision === 'sendAgain' && decided.channel === 'email') resume.mutate({ messageId });
      },
    }),
  );
  function ended(): void {
    setJobId(null);
    void queryClient.invalidateQueries();
  }
  async function tried(): Promise<void> {
    ended();
    const after = await client.correspondence.message({ messageId });
    notifyDone(after.status === 'sent' ? messageTexts.sentAgain : messageTexts.notSentAgain(after.failure ?? ''));
  }
  async function sendAgain(): Promise<void> {
    const sure =
      status === 'failed' ||
      (await confirm({
        title: messageTexts.sendAgainTitle,
        body: messageTexts.sendAgainBody,
        confirmLabel: messageTexts.sendAgain,
        danger: true,
      }));
    if (sure) decide.mutate({ messageId, decision: 'sendAgain' });
  }
  async function letFall(): Promise<void> {
    const sure = await confirm({
      title: messageTexts.neverSendTitle,
      body: messageTexts.neverSendBody,
      confirmLabel: messageTexts.neverSend(channel),
      danger: true,
    });
    if (sure) decide.mutate({ messageId, decision: 'cancel' });
  }
  const explanation = messageTexts.decision(channel, status);
  return (
    <>
      {explanation === null ? null : (
        <Alert
          tone="info"
          title={status === 'reserved' ? null : messageTexts.decideTitle}
          actions={
            <Group gap="xs">
              {status === 'uncertain' ? (
                <Button size="xs" onClick={() => decide.mutate({ messageId, decision: 'wasSent' })}>
                  {messageTexts.wasSent}
                </Button>
              ) : null}
              {status === 'reserved' && channel === 'letter' ? (
                <Button size="xs" onClick={() => posted.mutate({ batchId, messageIds: [messageId] })}>
                  {messageTexts.posted}
                </Button>
              ) : null}
              {status === 'reserved' ? null : (
                <Button size="xs" onClick={() => void sendAgain()}>
                  {messageTexts.sendAgain}
                </Button>
              )}
              <Button size="xs" onClick={() => void letFall()}>
                {messageTexts.neverSend(channel)}
              </Button>
            </Group>
          }
        >
          {explanation}
        </Alert>
      )}
      <ProblemAlert error={decide.error ?? resume.error ?? posted.error} />
      <ProgressDialog jobId={jobId} onDone={() => void tried()} onClose={ended} cancelledText={messageTexts.paused} />
    </>
  );
}
