import { Tooltip as KitTooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A short explanation on hover and on focus. The child must be one element that takes a ref. */
export function Tooltip({ label, children }: { readonly label: ReactNode; readonly children: ReactElement }) {
  return (
    <KitTooltip
      label={label}
      multiline
      maw={320}
      openDelay={250}
      events={{ hover: true, focus: true, touch: true }}
      withArrow
    >
      {children}
    </KitTooltip>
  );
}
