import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Settlement } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** The claim reached the mediator. */
export function FiledForm({ settlement: { settlementId, orderSentOn } }: { readonly settlement: Settlement }) {
  const today = useToday();
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const filedOn = chosen ?? today ?? null;
  const file = useMutation(
    api.settlements.recordFiled.mutationOptions({ onSuccess: () => notifyDone(texts.filedDone) }),
  );
  return (
    <section aria-label={texts.fileTitle}>
      <Stack gap={6}>
        <Text strong>{texts.fileTitle}</Text>
        <Group gap="sm" align="flex-end">
          <DateInput
            label={texts.filedOn}
            width={180}
            clearable={false}
            value={filedOn}
            minDate={orderSentOn}
            {...(today === undefined ? {} : { maxDate: today })}
            onChange={setChosen}
          />
          <Button
            variant="primary"
            disabled={filedOn === null}
            loading={file.isPending}
            onClick={() => filedOn && file.mutate({ settlementId, filedOn })}
          >
            {texts.fileButton}
          </Button>
        </Group>
        <ProblemAlert error={file.error} />
      </Stack>
    </section>
  );
}
