import { Button as KitButton } from '@mantine/core';
import type { ReactNode } from 'react';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  /** `primary`: the one next step of a screen; `danger`: what cannot be undone. */
  readonly variant?: 'primary' | 'default' | 'subtle' | 'danger' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly disabled?: boolean | undefined;
  readonly loading?: boolean | undefined;
  readonly leftIcon?: ReactNode;
  readonly rightIcon?: ReactNode;
  readonly size?: 'xs' | 'sm' | 'md' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly form?: string | undefined;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
};

const kitVariant = {
  primary: { variant: 'filled', color: 'ink' },
  default: { variant: 'default' },
  subtle: { variant: 'subtle', color: 'ink' },
  danger: { variant: 'filled', color: 'red.9' },
} as const;

/** A button with words; `IconButton` is the one without. */
export function Button({
  variant = 'default',
  type = 'button',
  leftIcon,
  rightIcon,
  size = 'sm',
  ...rest
}: ButtonProps) {
  return (
    <KitButton
      {...kitVariant[variant]}
      type={type}
      size={size}
      fw={variant === 'primary' ? 600 : 500}
      leftSection={leftIcon}
      rightSection={rightIcon}
      data-autofocus={rest.autoFocus || undefined}
      {...defined(rest)}
    />
  );
}

/** Leaves out what was not given, so that the kit's own defaults stand. */
function defined<Props extends object>(props: Props): { [Key in keyof Props]: Exclude<Props[Key], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as never;
}
