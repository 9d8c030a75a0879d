import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatPlainDate, type PlainDate as Iso } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { calculatorTexts } from './law.nl.ts';

const texts = calculatorTexts.limitation;

/** Both clocks of a bill to which nothing happened. */
export function LimitationCalculator({ today }: { readonly today: Iso }) {
  const [invoiceDate, setInvoiceDate] = useState<Iso | null>(null);
  const [dueDate, setDueDate] = useState<Iso | null>(null);
  const limitation = useQuery(
    api.law.limitation.queryOptions({
      input: invoiceDate === null || dueDate === null ? skipToken : { invoiceDate, dueDate, asOf: today },
    }),
  );
  return (
    <>
      <Text muted>{texts.intro}</Text>
      <Group gap="sm" align="flex-start">
        <DateInput label={texts.invoiceDate} width={190} value={invoiceDate} onChange={setInvoiceDate} />
        <DateInput label={texts.dueDate} width={190} value={dueDate} onChange={setDueDate} />
      </Group>
      <ProblemAlert error={limitation.error} />
      <div aria-live="polite">
        {limitation.data ? (
          <Facts
            rows={[
              {
                name: texts.careful,
                value: <Clock {...limitation.data.safeClock} daysLeft={limitation.data.safeDaysLeft} />,
              },
              { name: texts.strict, value: <Clock {...limitation.data.clock} daysLeft={limitation.data.daysLeft} /> },
            ]}
          />
        ) : null}
      </div>
      <Text muted small>
        {texts.why}
      </Text>
    </>
  );
}

function Clock({
  lastDay,
  actBefore,
  daysLeft,
}: {
  readonly lastDay: Iso;
  readonly actBefore: Iso;
  readonly daysLeft: number | null;
}) {
  return (
    <>
      <strong>{`${texts.lastDay} ${formatPlainDate(lastDay)}`}</strong>
      {daysLeft === null ? '' : `, ${texts.left(daysLeft)}`}
      {daysLeft !== null && daysLeft >= 0 ? `; ${texts.actBefore(formatPlainDate(actBefore))}` : ''}
    </>
  );
}
