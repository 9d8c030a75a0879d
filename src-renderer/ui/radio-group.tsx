import { Group, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly disabled?: boolean;
};

/** One of a few, all visible. */
export function RadioGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
  horizontal = false,
  error,
}: {
  readonly label: ReactNode;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly horizontal?: boolean;
  readonly error?: ReactNode;
}) {
  const choices = options.map((option) => <Radio key={option.value} size="xs" {...option} />);
  return (
    <Radio.Group
      label={label}
      size="sm"
      value={value}
      error={error}
      onChange={(chosen: string) => onChange(chosen as Value)}
    >
      {horizontal ? (
        <Group mt={6} gap="md">
          {choices}
        </Group>
      ) : (
        <Stack mt={6} gap={8}>
          {choices}
        </Stack>
      )}
    </Radio.Group>
  );
}
