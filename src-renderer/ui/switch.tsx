import { Switch as KitSwitch, type SwitchProps } from '@mantine/core';

/** A setting that works at once. */
export function Switch(props: SwitchProps) {
  return <KitSwitch size="sm" {...props} />;
}
