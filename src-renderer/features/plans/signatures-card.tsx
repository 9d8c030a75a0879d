import { useMutation } from '@tanstack/react-query';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Card } from '#renderer/ui/card.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import classes from './plans.module.css';

/** Who accepted it, with the proof; and for whom it still waits. */
export function SignaturesCard({ plan }: { readonly plan: PlanPage }) {
  const opening = useOpenDocument();
  const refused = useRefused();
  const withdraw = useMutation(
    api.plans.withdrawAcceptance.mutationOptions({
      onSuccess: () => notifyDone(texts.withdrawn),
      onError: notifyProblem,
    }),
  );
  const waiting = plan.payers.filter(({ payerId }) => plan.notAccepted.includes(payerId));
  return (
    <Card title={texts.signatures}>
      <ul className={classes['history']}>
        {plan.signatures.map((signature) => (
          <li key={signature.planSignatureId}>
            <Text>
              <PersonName strong>{signature.payerName}</PersonName> {texts.how[signature.how]}{' '}
              <PlainDate date={signature.signedOn} />
            </Text>
            <span className={classes['lineTop']}>
              <TextButton aria-label={texts.openProof(signature.documentName)} onClick={() => opening.open(signature)}>
                {signature.documentName}
              </TextButton>
              {refused('plans.withdrawAcceptance') ? null : (
                <TextButton
                  aria-label={texts.withdrawOf(signature.payerName)}
                  onClick={() => withdraw.mutate({ planSignatureId: signature.planSignatureId })}
                >
                  {texts.withdraw}
                </TextButton>
              )}
            </span>
          </li>
        ))}
        {waiting.length === 0 ? null : (
          <li>
            <Text muted>
              {texts.waitsFor} <PersonName>{waiting.map(({ name }) => name).join(', ')}</PersonName>
            </Text>
          </li>
        )}
      </ul>
      <FileViewer file={opening.file} onClose={opening.close} />
    </Card>
  );
}
