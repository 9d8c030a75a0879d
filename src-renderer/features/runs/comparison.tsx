import type { RunPage } from '#shared/runs/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import { TextButton } from '#renderer/ui/text-button.tsx';
import type { ListAddress } from './list-address.ts';
import { proposalTexts as texts } from './proposal.nl.ts';
import classes from './runs.module.css';

/** What changed since the run before it; each count narrows the list to what it counts. */
export function Comparison({ page, address }: { readonly page: RunPage; readonly address: ListAddress }) {
  const { previous, proposals } = page;
  if (previous === null) return null;
  const counted = (['new', 'further', 'same', 'back'] as const)
    .map((since) => ({ since, count: proposals.filter(({ sinceLastRun }) => sinceLastRun === since).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className={classes['compare']}>
      <span>{texts.compare(formatPlainDate(previous.asOf))}</span>
      {counted.map(({ since, count }) => (
        <TextButton key={since} onClick={() => address.go({ since, list: 'proposals', reason: undefined })}>
          {texts.sinceCounts[since](count)}
        </TextButton>
      ))}
      {previous.paidSinceCents > 0 ? <span>{texts.paidSince(formatCents(previous.paidSinceCents))}</span> : null}
    </div>
  );
}
