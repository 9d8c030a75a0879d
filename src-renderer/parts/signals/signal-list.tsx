import { useMutation } from '@tanstack/react-query';
import type { Signal } from '#shared/signals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Link } from '#renderer/ui/link.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import classes from './signals.module.css';
import { signalTexts as texts } from './signals.nl.ts';

/** Each signal with the facts behind it and one gentle next step; seen ones go away until their facts change. */
export function SignalList({
  signals,
  withHousehold = false,
  withSteps = true,
}: {
  readonly signals: readonly Signal[];
  readonly withHousehold?: boolean;
  /** False where the next step is chosen beside it. */
  readonly withSteps?: boolean;
}) {
  const refused = useRefused();
  const dismiss = useMutation(
    api.signals.dismiss.mutationOptions({
      onSuccess: () => notifyDone(texts.dismissed),
      onError: notifyProblem,
    }),
  );
  return (
    <ul className={classes['signals']} aria-label={texts.list}>
      {signals.map((signal) => (
        <li key={`${signal.householdId}-${signal.kind}`} className={classes['signal']}>
          <div className={classes['title']}>
            {withHousehold ? (
              <>
                <Link to="/dossiers/$householdId" params={{ householdId: String(signal.householdId) }}>
                  <PersonName>{signal.householdName}</PersonName>
                </Link>
                {' · '}
              </>
            ) : null}
            {signal.title}
          </div>
          <ul className={classes['facts']} aria-label={texts.facts}>
            {signal.facts.map((fact) => (
              <li key={fact}>
                <PersonName>{fact}</PersonName>
              </li>
            ))}
          </ul>
          <div className={classes['next']}>{signal.nextStep}</div>
          {withSteps ? (
            <div className={classes['actions']}>
              <NextStepLink signal={signal} />
              {refused('signals.dismiss') ? null : (
                <TextButton
                  aria-label={texts.dismissOf(signal.title)}
                  disabled={dismiss.isPending}
                  onClick={() => dismiss.mutate({ householdId: signal.householdId, kind: signal.kind })}
                >
                  {texts.dismiss}
                </TextButton>
              )}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function NextStepLink({ signal: { does, householdId } }: { readonly signal: Signal }) {
  const words = texts.does[does];
  const params = { householdId: String(householdId) };
  if (does === 'talk') {
    return (
      <Link to="/dossiers/$householdId/gesprek" params={params}>
        {words}
      </Link>
    );
  }
  if (does === 'plan') {
    return (
      <Link to="/dossiers/$householdId/plan" params={params}>
        {words}
      </Link>
    );
  }
  return (
    <Link to="/hulp" search={{ tab: does === 'referral' ? 'referrals' : 'socialFund' }}>
      {words}
    </Link>
  );
}
