import type { ReactNode } from 'react';
import classes from './facts.module.css';

export type FactRow = { readonly name: string; readonly value: ReactNode };

/** What is known of one thing: a name and what it is, line by line. A value that is null is left out. */
export function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl className={classes['facts']}>
      {rows.map(({ name, value }) =>
        value === null ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
