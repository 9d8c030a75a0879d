import type { Stage } from '#shared/dunning/procedure.ts';
import { channelWords, proceduresTexts } from './procedures.nl.ts';
import classes from './procedures.module.css';

/** The stages on one line: `14 d e-mail → 30 d brief`. */
export function StageTimeline({ stages }: { readonly stages: readonly Pick<Stage, 'days' | 'channel' | 'name'>[] }) {
  return (
    <ol className={classes['timeline']} aria-label={proceduresTexts.stages}>
      {stages.map(({ days, channel, name }) => (
        <li key={days} title={name}>
          <span className={classes['days']}>{days} d</span> {channelWords[channel]}
        </li>
      ))}
    </ol>
  );
}
