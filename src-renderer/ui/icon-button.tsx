import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly danger?: boolean;
  readonly size?: 'sm' | 'md';
};

/** A button that is only an icon; it always has a label. What a menu or popover adds to its target is passed on. */
export function IconButton({
  label,
  children,
  onClick,
  disabled,
  pressed,
  danger,
  size = 'md',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={danger ? 'red.9' : pressed ? 'ink' : 'dark.4'}
        size={size === 'sm' ? 24 : 30}
        aria-label={label}
        disabled={disabled ?? false}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(onClick ? { onClick } : {})}
        {...rest}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
