import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { keptSentence } from '#shared/privacy/erasure-rules.ts';
import type { Subject } from '#shared/privacy/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { privacyTexts as texts } from './privacy.nl.ts';

/** Whether a person may be erased today, what keeps it, and what goes and stays when it is done. */
export function ErasePart({ subject, onErased }: { readonly subject: Subject; readonly onErased: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const refused = useRefused();
  const erasure = useQuery(api.privacy.erasure.queryOptions({ input: subject }));
  const erase = useMutation(
    api.privacy.erase.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.erased);
        onErased();
      },
    }),
  );
  if (!erasure.data) return <ProblemAlert error={erasure.error} onRetry={() => void erasure.refetch()} />;
  const { canErase, keptBy, erasableFrom, erases, stays } = erasure.data;
  return (
    <section>
      <Heading level={3}>{texts.eraseTitle}</Heading>
      <Stack gap="xs">
        {canErase ? <Text>{texts.canErase}</Text> : <Text>{texts.cannotErase}</Text>}
        <Lines lines={keptBy.map(keptSentence)} />
        {!canErase && erasableFrom !== null ? <Text>{texts.erasableFrom(formatPlainDate(erasableFrom))}</Text> : null}
        {canErase && !refused('privacy.erase') ? (
          <div>
            <Button onClick={() => setIsAsking(true)}>{texts.erase}</Button>
          </div>
        ) : null}
      </Stack>
      {isAsking ? (
        <ReasonDialog
          title={texts.eraseTitle}
          label={texts.eraseReason}
          confirm={texts.eraseConfirm}
          isPending={erase.isPending}
          error={erase.error}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => erase.mutate({ subject, reason })}
        >
          <Alert tone="warning">{texts.eraseWarning}</Alert>
          <Text>{texts.erases}</Text>
          <Lines lines={erases} />
          <Text>{texts.stays}</Text>
          <Lines lines={stays} />
        </ReasonDialog>
      ) : null}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
