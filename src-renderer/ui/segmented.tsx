import { SegmentedControl } from '@mantine/core';

/** One of two to five short choices, side by side. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <SegmentedControl
      aria-label={label}
      size="sm"
      data={[...options]}
      value={value}
      onChange={(chosen: string) => onChange(chosen as Value)}
    />
  );
}
