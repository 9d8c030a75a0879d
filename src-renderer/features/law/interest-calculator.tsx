import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate as Iso } from '#shared/calendar/plain-date.ts';
import { formatCents, parseAmount } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { lawTexts, calculatorTexts } from './law.nl.ts';
import { percentWords } from './law-words.ts';

const texts = calculatorTexts.interest;
const kinds = ['civil', 'ceiling'] as const;

/** Interest over a stretch of days, with the rate of each part. */
export function InterestCalculator({ today }: { readonly today: Iso }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('civil');
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState<Iso | null>(null);
  const [to, setTo] = useState<Iso | null>(today);
  const principal = parseAmount(typed);
  const isReady = principal.ok && principal.cents >= 0 && from !== null && to !== null;
  const interest = useQuery(
    api.law.interest.queryOptions({
      input: isReady ? { kind, principalCents: principal.cents, from, to } : skipToken,
    }),
  );
  return (
    <>
      <Text muted>{texts.intro}</Text>
      <Group gap="sm" align="flex-start">
        <Select
          label={texts.kind}
          width={250}
          value={kind}
          onChange={(value) => value && setKind(value)}
          options={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <TextInput
          label={texts.principal}
          value={typed}
          error={typed.trim() !== '' && !principal.ok ? lawTexts.value.amountWrong : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DateInput label={texts.from} width={150} value={from} onChange={setFrom} />
        <DateInput label={texts.to} width={150} value={to} onChange={setTo} />
      </Group>
      <ProblemAlert error={interest.error} />
      <div aria-live="polite">
        {interest.data?.blockedBy ? <Alert tone="warning">{interest.data.blockedBy}</Alert> : null}
        {interest.data && interest.data.interestCents !== null ? (
          <>
            <Text strong>{texts.result(formatCents(interest.data.interestCents))}</Text>
            {interest.data.segments.length > 0 ? (
              <Table
                label={texts.segments}
                rows={interest.data.segments}
                getKey={(segment) => segment.from}
                columns={[
                  { id: 'from', header: texts.columns.from, cell: (segment) => <PlainDate date={segment.from} /> },
                  { id: 'to', header: texts.columns.to, cell: (segment) => <PlainDate date={segment.to} /> },
                  { id: 'days', header: texts.columns.days, align: 'right', cell: ({ days }) => days },
                  {
                    id: 'percent',
                    header: texts.columns.percent,
                    align: 'right',
                    cell: ({ percent }) => percentWords(percent),
                  },
                ]}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </>
  );
}
