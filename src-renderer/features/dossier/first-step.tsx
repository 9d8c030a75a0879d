import { useMutation } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { householdTexts } from './dossier.nl.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import classes from './household.module.css';

type NextStep = HouseholdPage['nextSteps'][number];

/** What comes next, with the button that says it is done. */
export function FirstStep({ household }: { readonly household: HouseholdPage }) {
  const [first] = household.nextSteps;
  if (!first) return <span className={classes['plain']}>{householdTexts.noNextStep}</span>;
  return (
    <span className={classes['step']}>
      <span className={classes['stepWhat']} title={first.what}>
        {first.what}
      </span>
      <FinishStepButton step={first} />
    </span>
  );
}

/** When, by whom, and whether it should have been done already. */
export function FirstStepNote({ steps }: { readonly steps: readonly NextStep[] }) {
  const [first, ...others] = steps;
  if (!first) return null;
  return (
    <>
      <StepWhen step={first} />
      {others.length > 0 ? ` · ${householdTexts.otherStepCount(others.length)}` : null}
    </>
  );
}

/** Date and author of a planned step. */
export function StepWhen({ step }: { readonly step: NextStep }) {
  const today = useToday();
  return (
    <>
      <PlainDate date={step.dueDate} />
      {today !== undefined && step.dueDate < today ? (
        <>
          {' · '}
          <span className={classes['late']}>{householdTexts.stepLate}</span>
        </>
      ) : null}
      {` · ${step.author}`}
    </>
  );
}

/** Marks a step as done; the timeline keeps it. */
export function FinishStepButton({ step }: { readonly step: NextStep }) {
  const finish = useMutation(
    api.dossier.finishNextStep.mutationOptions({
      onSuccess: () => notifyDone(householdTexts.finished(step.what)),
      onError: notifyProblem,
    }),
  );
  return (
    <IconButton
      label={householdTexts.finishStep(step.what)}
      size="sm"
      disabled={finish.isPending}
      onClick={() => finish.mutate({ nextStepId: step.nextStepId })}
    >
      <IconCheck size={16} stroke={2} />
    </IconButton>
  );
}
