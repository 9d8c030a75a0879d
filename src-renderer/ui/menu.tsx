import { Menu as KitMenu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

export type MenuItem = {
  readonly label: ReactNode;
  readonly onClick: () => void;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly danger?: boolean;
};

/** A list of actions under a button. `items` may hold `null` for a dividing line. */
export function Menu({
  target,
  items,
  label,
  position = 'bottom-end',
}: {
  readonly target: ReactElement;
  readonly items: readonly (MenuItem | null)[];
  readonly label?: string;
  readonly position?: 'bottom-end' | 'bottom-start' | 'top-end';
}) {
  return (
    <KitMenu
      shadow="md"
      position={position}
      withinPortal
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <KitMenu.Target>{target}</KitMenu.Target>
      <KitMenu.Dropdown mah={360} style={{ overflowY: 'auto' }} {...(label ? { 'aria-label': label } : {})}>
        {items.map((item, index) =>
          item === null ? (
            // Dividers have no identity of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <KitMenu.Divider key={`divider-${index}`} />
          ) : (
            <KitMenu.Item
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              onClick={item.onClick}
              leftSection={item.icon}
              disabled={item.disabled ?? false}
              {...(item.danger ? { color: 'red.9' } : {})}
            >
              {item.label}
            </KitMenu.Item>
          ),
        )}
      </KitMenu.Dropdown>
    </KitMenu>
  );
}
