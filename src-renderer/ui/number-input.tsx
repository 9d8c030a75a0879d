import { NumberInput as KitNumberInput, type NumberInputProps } from '@mantine/core';

/** A whole number, Belgian notation. */
export function NumberInput(props: NumberInputProps) {
  return (
    <KitNumberInput
      size="sm"
      decimalSeparator=","
      thousandSeparator="."
      allowDecimal={false}
      {...props}
      {...(props.value === null ? { value: '' } : {})}
    />
  );
}
