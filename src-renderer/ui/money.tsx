import { formatCents } from '#shared/money/cents.ts';
import classes from './money.module.css';

/** An amount in cents, as `€ 1.234,50` in tabular figures. */
export function Money({ cents, strong }: { readonly cents: number; readonly strong?: boolean }) {
  return (
    <span className={strong ? `${classes['money']} ${classes['strong']}` : classes['money']}>{formatCents(cents)}</span>
  );
}
