import type { ReactNode } from 'react';
import classes from './page-columns.module.css';

/** Cards in a wide column with a narrow one beside it; below each other on a small screen. */
export function PageColumns({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className={classes['columns']}>
      <div className={classes['column']}>{children}</div>
      <div className={classes['column']}>{aside}</div>
    </div>
  );
}
