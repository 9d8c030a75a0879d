import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatPlainDate, type PlainDate as Iso } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { calculatorTexts } from './law.nl.ts';

const texts = calculatorTexts.term;
const channels = ['email', 'letter', 'registeredLetter'] as const;

/** When the next step may come after a first reminder. */
export function TermCalculator({ today }: { readonly today: Iso }) {
  const [channel, setChannel] = useState<(typeof channels)[number]>('letter');
  const [sentOn, setSentOn] = useState<Iso | null>(today);
  const term = useQuery(
    api.law.reminderTerm.queryOptions({ input: sentOn === null ? skipToken : { channel, sentOn } }),
  );
  return (
    <>
      <Text muted>{texts.intro}</Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={texts.channel}
          width={200}
          value={channel}
          onChange={(value) => value && setChannel(value)}
          options={channels.map((value) => ({ value, label: texts.channels[value] }))}
        />
        <DateInput label={texts.sentOn} width={190} clearable={false} value={sentOn} onChange={setSentOn} />
      </Group>
      <ProblemAlert error={term.error} />
      <div aria-live="polite">
        {term.data ? (
          <>
            <Text strong>{texts.next(formatPlainDate(term.data.chargeableFrom))}</Text>
            <Facts
              rows={[
                { name: texts.startsOn, value: <PlainDate date={term.data.startsOn} /> },
                { name: texts.lastFreeDay, value: <PlainDate date={term.data.lastFreeDay} /> },
              ]}
            />
          </>
        ) : null}
      </div>
      <Text muted small>
        {texts.why}
      </Text>
    </>
  );
}
