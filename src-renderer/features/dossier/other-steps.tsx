import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { FinishStepButton, StepWhen } from './first-step.tsx';
import classes from './household.module.css';

/** The steps after the first one; nothing when there are none. */
export function OtherSteps({ steps }: { readonly steps: HouseholdPage['nextSteps'] }) {
  if (steps.length === 0) return null;
  return (
    <Card title={householdTexts.otherSteps}>
      <ul className={classes['list']}>
        {steps.map((step) => (
          <li key={step.nextStepId} className={classes['stepRow']}>
            <span>
              {step.what}
              <Text muted small>
                <StepWhen step={step} />
              </Text>
            </span>
            <FinishStepButton step={step} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
