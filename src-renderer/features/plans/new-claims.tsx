import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { isOver } from './plan-steps.ts';
import classes from './plans.module.css';

type OtherClaim = PlanPage['otherClaims'][number];

/** Puts a bill in or leaves it out, and says so; putting it in can be taken back. */
function useAnswers(planId: number) {
  const add = useMutation(api.plans.addClaims.mutationOptions({ onError: notifyProblem }));
  const remove = useMutation(api.plans.removeClaims.mutationOptions({ onError: notifyProblem }));
  const decline = useMutation(api.plans.declineClaims.mutationOptions({ onError: notifyProblem }));
  const inputOf = ({ invoiceId }: OtherClaim) => ({ planId, invoiceIds: [invoiceId] });
  function join(claim: OtherClaim): void {
    const undo = (): void =>
      remove.mutate(inputOf(claim), { onSuccess: () => notifyDone(texts.takenOut(claim.number)) });
    add.mutate(inputOf(claim), { onSuccess: () => notifyDone(texts.added(claim.number), undo) });
  }
  function stayOut(claim: OtherClaim): void {
    decline.mutate(inputOf(claim), { onSuccess: () => notifyDone(texts.declined(claim.number)) });
  }
  return { join, stayOut };
}

/** New bills of which the school wants to be asked once whether they join; nothing when there are none. */
export function NewClaims({ plan }: { readonly plan: PlanPage }) {
  const refused = useRefused();
  const { join, stayOut } = useAnswers(plan.planId);
  const asked = plan.otherClaims.filter(({ isAsked }) => isAsked);
  if (isOver(plan) || asked.length === 0 || refused('plans.addClaims')) return null;
  return (
    <div className={classes['sentence']}>
      <Card title={texts.newClaims}>
        <Text muted>{texts.newClaimsQuestion}</Text>
        <ul className={classes['others']}>
          {asked.map((claim) => (
            <OtherLine key={claim.invoiceId} claim={claim}>
              <Button size="xs" variant="primary" aria-label={texts.yesOf(claim.number)} onClick={() => join(claim)}>
                {texts.yes}
              </Button>
              <Button size="xs" aria-label={texts.noOf(claim.number)} onClick={() => stayOut(claim)}>
                {texts.no}
              </Button>
            </OtherLine>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** What else the payers owe, folded away: it can be put in. */
export function OtherClaims({ plan }: { readonly plan: PlanPage }) {
  const refused = useRefused();
  const { join } = useAnswers(plan.planId);
  const others = plan.otherClaims.filter(({ isAsked }) => !isAsked);
  if (isOver(plan) || others.length === 0 || refused('plans.addClaims')) return null;
  return (
    <details className={classes['details']}>
      <summary>
        {texts.otherClaims} ({others.length})
      </summary>
      <ul className={classes['others']}>
        {others.map((claim) => (
          <OtherLine key={claim.invoiceId} claim={claim}>
            <Button size="xs" aria-label={texts.addOf(claim.number)} onClick={() => join(claim)}>
              {texts.add}
            </Button>
          </OtherLine>
        ))}
      </ul>
    </details>
  );
}

function OtherLine({ claim, children }: { readonly claim: OtherClaim; readonly children: ReactNode }) {
  return (
    <li>
      <span>
        {claim.number} · <PersonName>{claim.pupilName}</PersonName> · {claim.billingGroup} ·{' '}
        <Money cents={claim.openCents} />
      </span>
      <span className={classes['buttons']}>{children}</span>
    </li>
  );
}
