import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { Card } from '#renderer/ui/card.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { instalmentCount, versionWords } from './plans.nl.ts';
import classes from './plans.module.css';

/** Every version with why it came, the newest first and named as what counts now; nothing when it never changed. */
export function HistoryCard({ plan: { history, version } }: { readonly plan: PlanPage }) {
  if (history.length < 2) return null;
  return (
    <Card title={texts.history}>
      <ol className={classes['history']}>
        {history.map((one) => (
          <li key={one.version}>
            <Text strong>
              {one.version === version ? texts.currentVersion(one.version) : texts.version(one.version)}:{' '}
              {versionWords[one.kind]}
            </Text>
            <Text small>
              {texts.historyLine(
                formatCents(one.totalCents),
                instalmentCount(one.instalments),
                formatPlainDate(one.startsOn),
              )}
            </Text>
            {one.correctionCents === 0 ? null : <Text small>{texts.correction(formatCents(one.correctionCents))}</Text>}
            {one.reason === '' ? null : <Text small>{one.reason}</Text>}
            <Text small muted>
              {texts.by(one.author, formatMoment(one.at, true))}
            </Text>
          </li>
        ))}
      </ol>
    </Card>
  );
}
