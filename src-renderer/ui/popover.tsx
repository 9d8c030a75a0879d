import { Popover as KitPopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A small panel under a button, for a filter or a few fields. */
export function Popover({
  target,
  children,
  opened,
  onChange,
  width = 260,
  label,
}: {
  readonly target: ReactElement;
  readonly children: ReactNode;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly width?: number;
  readonly label: string;
}) {
  return (
    <KitPopover
      opened={opened}
      onChange={onChange}
      width={width}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <KitPopover.Target>{target}</KitPopover.Target>
      <KitPopover.Dropdown aria-label={label}>{children}</KitPopover.Dropdown>
    </KitPopover>
  );
}
