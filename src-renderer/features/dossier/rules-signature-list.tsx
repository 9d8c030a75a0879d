import { useMutation, useQuery } from '@tanstack/react-query';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { separationTexts as texts } from './separation.nl.ts';
import classes from './people.module.css';

/** Who signed the school rules for whom, and when; of one payer, or of everybody in the household. */
export function RulesSignatureList({
  householdId,
  payerId,
  empty,
}: {
  readonly householdId: number;
  readonly payerId: number | null;
  readonly empty: string;
}) {
  const refused = useRefused();
  const opening = useOpenDocument();
  const signatures = useQuery(api.people.rulesSignatures.queryOptions({ input: { householdId } }));
  const remove = useMutation(
    api.people.removeRulesSignature.mutationOptions({
      onSuccess: () => notifyDone(texts.signatureRemoved),
      onError: notifyProblem,
    }),
  );
  const shown = (signatures.data ?? []).filter((one) => payerId === null || one.payerId === payerId);
  return (
    <>
      <ProblemAlert error={signatures.error} />
      {signatures.data && shown.length === 0 ? <Text muted>{empty}</Text> : null}
      {shown.length > 0 ? (
        <ul className={classes['list']}>
          {shown.map((one) => (
            <li key={one.rulesSignatureId} className={classes['head']}>
              <span className={classes['name']}>
                <PersonName>{payerId === null ? `${one.payerName} · ${one.pupilName}` : one.pupilName}</PersonName>{' '}
                {texts.rulesLine(one.rules, formatPlainDate(one.signedOn))}
              </span>
              <span className={classes['end']}>
                {one.documentId === null ? null : (
                  <IconButton
                    size="sm"
                    label={`${texts.proof}: ${one.pupilName}`}
                    onClick={() => opening.open({ documentId: one.documentId ?? 0 })}
                  >
                    <IconFileText size={16} />
                  </IconButton>
                )}
                {refused('people.removeRulesSignature') ? null : (
                  <IconButton
                    size="sm"
                    label={`${texts.removeSignature(one.pupilName)} (${one.payerName})`}
                    onClick={() => remove.mutate({ rulesSignatureId: one.rulesSignatureId })}
                  >
                    <IconTrash size={16} />
                  </IconButton>
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <FileViewer file={opening.file} onClose={opening.close} />
    </>
  );
}
