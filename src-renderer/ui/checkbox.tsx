import { Checkbox as KitCheckbox, type CheckboxProps } from '@mantine/core';

/** Yes or no; works with `register(…)` of a form. */
export function Checkbox(props: CheckboxProps) {
  return <KitCheckbox size="xs" {...props} />;
}
