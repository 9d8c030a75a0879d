import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './alert.module.css';

export type AlertTone = 'info' | 'success' | 'warning' | 'danger';

const icons = {
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconAlertTriangle,
} as const;

/** A box in the page that says what happened, what was kept and what to do; `actions` is the next step. */
export function Alert({
  tone = 'info',
  title,
  children,
  actions,
}: {
  readonly tone?: AlertTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={`${classes['alert']} ${classes[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} stroke={1.8} aria-hidden className={classes['icon']} />
      <div className={classes['content']}>
        {title ? <div className={classes['title']}>{title}</div> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className={classes['actions']}>{actions}</div> : null}
      </div>
    </div>
  );
}
