import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Settlement, type SettlementOutcome, settlementOutcomes } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** How the settlement ended, with what that does to the reminders said before the button. */
export function CloseForm({
  settlement: { settlementId, orderSentOn },
  onClosed,
}: {
  readonly settlement: Settlement;
  readonly onClosed: () => void;
}) {
  const today = useToday();
  const [outcome, setOutcome] = useState<SettlementOutcome | null>(null);
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const [reason, setReason] = useState('');
  const closedOn = chosen ?? today ?? null;
  const close = useMutation(
    api.settlements.close.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.closedDone);
        onClosed();
      },
    }),
  );
  const isReady = outcome !== null && closedOn !== null && reason.trim() !== '';
  function submit(): void {
    if (outcome !== null && closedOn !== null) close.mutate({ settlementId, outcome, closedOn, reason });
  }
  return (
    <section aria-label={texts.closeTitle}>
      <Stack gap={6}>
        <Text strong>{texts.closeTitle}</Text>
        <Group gap="sm" align="flex-end">
          <Select
            label={texts.outcome}
            width={220}
            value={outcome}
            options={settlementOutcomes.map((value) => ({ value, label: texts.outcomes[value] }))}
            onChange={setOutcome}
          />
          <DateInput
            label={texts.closedOn}
            width={170}
            clearable={false}
            value={closedOn}
            minDate={orderSentOn}
            {...(today === undefined ? {} : { maxDate: today })}
            onChange={setChosen}
          />
        </Group>
        <TextInput
          label={texts.reason}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {outcome === null ? null : <Text muted>{texts.closeEffect[outcome]}</Text>}
        <ProblemAlert error={close.error} />
        <div>
          <Button disabled={!isReady} loading={close.isPending} onClick={submit}>
            {texts.closeButton}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
