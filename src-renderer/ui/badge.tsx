import type { ReactNode } from 'react';
import classes from './badge.module.css';

export type BadgeTone = 'info' | 'neutral' | 'success' | 'warning' | 'danger';

/** A short state, never the only carrier of it: the words say it, the colour helps. */
export function Badge({ children, tone = 'neutral' }: { readonly children: ReactNode; readonly tone?: BadgeTone }) {
  return <span className={`${classes['badge']} ${classes[tone]}`}>{children}</span>;
}
