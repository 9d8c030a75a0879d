import { useQuery } from '@tanstack/react-query';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { api } from './api.ts';
import { appTexts } from './app.nl.ts';
import classes from './shell.module.css';

/** Quiet facts at the foot: which day it is for this program, which version, and whether this is the demo. */
export function StatusBar() {
  const status = useQuery(api.setup.status.queryOptions());
  if (!status.data) return <footer className={classes['status']} />;
  return (
    <footer className={classes['status']}>
      <span>
        {appTexts.asOf} <PlainDate date={status.data.asOf} />
      </span>
      {status.data.isDemo ? <span>{appTexts.demo}</span> : null}
      <span className={classes['spacer']} />
      <span>{appTexts.version(status.data.version)}</span>
    </footer>
  );
}
