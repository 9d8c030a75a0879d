import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing to show, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={classes['empty']}>
      {icon ? (
        <div className={classes['icon']} aria-hidden>
          {icon}
        </div>
      ) : null}
      <h2 className={classes['title']}>{title}</h2>
      {children ? <div className={classes['text']}>{children}</div> : null}
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}
