import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './footer-selection.module.css';

/** What is picked, said on the dark bar, with a cross to let it go; or that nothing is. */
export function FooterSelection({
  nothing,
  nothingLabel,
  clearLabel,
  onClear,
  children,
}: {
  readonly nothing: boolean;
  readonly nothingLabel: string;
  readonly clearLabel: string;
  readonly onClear: () => void;
  /** What is picked, in words. */
  readonly children: ReactNode;
}) {
  if (nothing) return <span className={classes['quiet']}>{nothingLabel}</span>;
  return (
    <>
      <span role="status">{children}</span>
      <button type="button" className={classes['clear']} aria-label={clearLabel} onClick={onClear}>
        <IconX size={15} stroke={2} aria-hidden />
      </button>
    </>
  );
}
