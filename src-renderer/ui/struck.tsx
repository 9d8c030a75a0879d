import type { ReactNode } from 'react';
import classes from './struck.module.css';

/** What was booked and taken back: it stays to be read, struck through. */
export function Struck({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  return <span className={when ? classes['struck'] : undefined}>{children}</span>;
}
