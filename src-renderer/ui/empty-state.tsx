import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing to show, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  heading: Heading = 'h2',
}: {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `h1` when this is the whole screen. */
  readonly heading?: 'h1' | 'h2';
}) {
  return (
    <div className={classes['empty']}>
      {icon ? (
        <div className={classes['icon']} aria-hidden>
          {icon}
        </div>
      ) : null}
      <Heading className={classes['title']}>{title}</Heading>
      {children ? <div className={classes['text']}>{children}</div> : null}
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}
