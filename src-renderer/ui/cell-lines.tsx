import type { ReactNode } from 'react';
import classes from './cell-lines.module.css';

/** What stands under each other in one cell of a grid; a link may be a line of its own. */
export function CellLines({ children }: { readonly children: ReactNode }) {
  return <div className={classes['lines']}>{children}</div>;
}

/** One line, cut off where the cell ends. */
export function CellLine({
  children,
  quiet,
  strong,
  name,
  title,
}: {
  readonly children: ReactNode;
  readonly quiet?: boolean;
  readonly strong?: boolean;
  /** Names somebody: blurred when the privacy toggle is on. */
  readonly name?: boolean;
  readonly title?: string;
}) {
  return (
    <span
      className={name ? `${classes['line']} os-name` : classes['line']}
      data-quiet={quiet || undefined}
      data-strong={strong || undefined}
      title={title}
    >
      {children}
    </span>
  );
}
