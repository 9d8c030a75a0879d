import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents, parseAmount } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { calculatorTexts } from './law.nl.ts';

const texts = calculatorTexts.cap;

/** Undefined when one of the amounts cannot be read. */
function billsOf(typed: string): number[] | undefined {
  const parsed = typed.split('+').map((part) => parseAmount(part));
  const cents = parsed.flatMap((one) => (one.ok && one.cents >= 0 ? [one.cents] : []));
  return cents.length === parsed.length ? cents : undefined;
}

/** The highest lump sum on one or several bills. */
export function CapCalculator({ today }: { readonly today: PlainDate }) {
  const [typed, setTyped] = useState('');
  const [onDate, setOnDate] = useState<PlainDate | null>(today);
  const bills = billsOf(typed);
  const cap = useQuery(
    api.law.lumpSumCap.queryOptions({
      input: bills === undefined || onDate === null ? skipToken : { dueCents: bills, onDate },
    }),
  );
  return (
    <>
      <Text muted>{texts.intro}</Text>
      <Group gap="sm" align="flex-start">
        <TextInput
          label={texts.due}
          description={texts.dueHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed}
          error={typed.trim() !== '' && bills === undefined ? texts.dueWrong : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DateInput label={texts.onDate} width={150} clearable={false} value={onDate} onChange={setOnDate} />
      </Group>
      <ProblemAlert error={cap.error} />
      <div aria-live="polite">
        {cap.data?.blockedBy ? <Alert tone="warning">{cap.data.blockedBy}</Alert> : null}
        {cap.data && cap.data.capCents !== null ? (
          <Text strong>{texts.result(formatCents(cap.data.capCents))}</Text>
        ) : null}
      </div>
      {bills !== undefined && bills.length > 1 ? (
        <Text muted small>
          {texts.several}
        </Text>
      ) : null}
    </>
  );
}
