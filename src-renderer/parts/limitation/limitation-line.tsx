import { useQuery } from '@tanstack/react-query';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { Text } from '#renderer/ui/text.tsx';
import { limitationTexts as texts } from './limitation.nl.ts';

/** Under a bill of a household whose careful clock has 120 days left or fewer; nothing for the others. */
export function LimitationLine({
  householdId,
  invoiceId,
}: {
  readonly householdId: number;
  readonly invoiceId: number;
}) {
  const radar = useQuery(api.limitation.radar.queryOptions({ input: { householdId } }));
  const row = radar.data?.rows.find((one) => one.invoiceId === invoiceId);
  if (!row) return null;
  return (
    <Text small muted={!row.isLimited && row.band !== 'days30'} danger={row.isLimited || row.band === 'days30'}>
      {row.isLimited ? texts.lineLimited : texts.lineLeft(row.safeDaysLeft, formatPlainDate(row.lastDay))}
    </Text>
  );
}
