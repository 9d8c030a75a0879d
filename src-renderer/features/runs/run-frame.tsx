import type { ReactNode } from 'react';
import type { RunPage } from '#shared/runs/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import type { RunStep, useRunAddress } from './list-address.ts';
import { runTexts as texts } from './run.nl.ts';
import { RunActions } from './run-actions.tsx';
import { bankIsInOrder, isSubmitted, runSteps } from './run-state.ts';
import { statusTones, statusWords } from './run-words.nl.ts';
import classes from './runs.module.css';

/** What every step of a run has around it: whose it is, how far it is, and what can be done with the whole. */
export function RunFrame({
  page,
  address,
  footer,
  children,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  const current: RunStep = address.step ?? 'bank';
  const hasLeft = page.status === 'done' || page.status === 'reversed';
  const isApproved = page.status === 'approved' || page.status === 'sending' || hasLeft;
  const done = [bankIsInOrder(page), isSubmitted(page), isApproved, hasLeft];
  return (
    <Page
      fill
      title={texts.title(page.asOf)}
      subtitle={
        <span className={classes['subtitle']}>
          <Link to="/herinneringen">{texts.toList}</Link>
          <Badge tone={statusTones[page.status]}>{statusWords[page.status]}</Badge>
          <span>
            {page.schools.join(', ')} · {texts.madeBy(page.author)}, <Moment at={page.at} />
          </span>
        </span>
      }
      actions={<RunActions page={page} />}
      footer={footer}
    >
      <div>
        <Steps
          label={texts.steps}
          steps={runSteps.map((step) => texts.stepNames[step])}
          current={runSteps.indexOf(current)}
          done={done}
          onChoose={(index) => address.toStep(runSteps[index] ?? 'bank')}
        />
      </div>
      {children}
    </Page>
  );
}
