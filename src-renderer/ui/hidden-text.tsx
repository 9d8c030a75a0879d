import type { ReactNode } from 'react';
import classes from './hidden-text.module.css';

/** Heard and not seen: the name of a column of buttons; as `status`, what just happened. */
export function HiddenText({ children, role }: { readonly children: ReactNode; readonly role?: 'status' }) {
  return (
    <span className={classes['hidden']} role={role}>
      {children}
    </span>
  );
}
