import { Progress as KitProgress } from '@mantine/core';

/** How far something is, in percent. */
export function Progress({ value, label }: { readonly value: number; readonly label: string }) {
  return <KitProgress value={value} size="lg" aria-label={label} transitionDuration={0} />;
}
