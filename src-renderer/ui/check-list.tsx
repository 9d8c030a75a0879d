import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** Any number of a few, all visible. */
export function CheckList({
  label,
  options,
  value,
  onChange,
  error,
}: {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: number; readonly label: ReactNode }[];
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
  readonly error?: ReactNode;
}) {
  return (
    <Checkbox.Group
      label={label}
      size="sm"
      value={value.map(String)}
      onChange={(chosen: string[]) => onChange(chosen.map(Number))}
      error={error}
    >
      <Stack mt={6} gap={8}>
        {options.map((option) => (
          <Checkbox key={option.value} size="xs" value={String(option.value)} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
