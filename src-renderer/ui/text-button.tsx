import type { ReactNode } from 'react';
import classes from './text-button.module.css';

/** A button that stands in running text and looks like a link, because it stays on this screen. */
export function TextButton({
  children,
  onClick,
  disabled = false,
  'aria-label': ariaLabel,
}: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}) {
  return (
    <button type="button" className={classes['button']} disabled={disabled} aria-label={ariaLabel} onClick={onClick}>
      {children}
    </button>
  );
}
