import { type ReactNode, useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';

/** One thing that needs only a day: a day that is nearly always right, and the button. */
export function DateAction({
  title,
  label,
  button,
  initial,
  minDate,
  maxDate,
  isPending,
  error,
  primary = false,
  onConfirm,
}: {
  readonly title: ReactNode;
  readonly label: string;
  readonly button: string;
  /** Null as long as it is not known. */
  readonly initial: PlainDate | null;
  readonly minDate?: PlainDate | undefined;
  readonly maxDate?: PlainDate | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly primary?: boolean;
  readonly onConfirm: (date: PlainDate) => void;
}) {
  const [chosen, setChosen] = useState<PlainDate | null>(null);
  const date = chosen ?? initial;
  return (
    <section>
      <Stack gap={6}>
        <Text strong>{title}</Text>
        <Group gap="sm" align="flex-end">
          <DateInput
            label={label}
            width={180}
            clearable={false}
            value={date}
            {...(minDate === undefined ? {} : { minDate })}
            {...(maxDate === undefined ? {} : { maxDate })}
            onChange={setChosen}
          />
          <Button
            {...(primary ? { variant: 'primary' as const } : {})}
            disabled={date === null}
            loading={isPending}
            onClick={() => date && onConfirm(date)}
          >
            {button}
          </Button>
        </Group>
        <ProblemAlert error={error} />
      </Stack>
    </section>
  );
}
