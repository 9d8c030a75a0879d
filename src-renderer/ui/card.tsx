import { useId, type ReactNode } from 'react';
import classes from './card.module.css';

/** A white panel with an optional heading and actions at its right. */
export function Card({
  title,
  actions,
  children,
  flush = false,
}: {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** No padding around the content, for tables. */
  readonly flush?: boolean;
}) {
  const titleId = useId();
  return (
    <section className={classes['card']} aria-labelledby={title ? titleId : undefined}>
      {title || actions ? (
        <header className={classes['header']}>
          <h2 id={titleId} className={classes['title']}>
            {title}
          </h2>
          <div className={classes['actions']}>{actions}</div>
        </header>
      ) : null}
      <div className={flush ? undefined : classes['body']}>{children}</div>
    </section>
  );
}

/** A number with its label: the row of figures above a dossier. */
export function Figure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className={classes['figure']}>
      <div className={classes['label']}>{label}</div>
      <div className={classes['value']}>{value}</div>
      {note ? <div className={classes['label']}>{note}</div> : null}
    </div>
  );
}
