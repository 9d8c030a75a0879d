import { formatCents } from '#shared/money/cents.ts';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { plansTexts as texts } from './plans.nl.ts';
import classes from './plans.module.css';

/** How much of how much, with a small bar; the words say what the bar shows. */
export function PaidBar({
  plan: { receivedCents, totalCents, state },
}: {
  readonly plan: Pick<PlanRow, 'receivedCents' | 'totalCents' | 'state'>;
}) {
  const part = totalCents === 0 ? 0 : Math.min(1, receivedCents / totalCents);
  return (
    <div className={classes['paid']}>
      <span>{texts.paidOf(formatCents(receivedCents), formatCents(totalCents))}</span>
      <div className={classes['bar']} data-state={state} aria-hidden>
        <div style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  );
}
