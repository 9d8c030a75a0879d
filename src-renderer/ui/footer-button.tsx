import { Button as KitButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './footer-button.module.css';

/** A button on the dark bar; `primary` is the white one. What a menu adds to its target is passed on. */
export function FooterButton({
  children,
  onClick,
  primary = false,
  disabled = false,
  loading = false,
  ...rest
}: {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly loading?: boolean;
}) {
  return (
    <KitButton
      {...rest}
      size="xs"
      h={32}
      fz={13}
      variant="unstyled"
      className={primary ? `${classes['button']} ${classes['primary']}` : (classes['button'] ?? '')}
      {...(onClick ? { onClick } : {})}
      disabled={disabled}
      loading={loading}
    >
      {children}
    </KitButton>
  );
}
