import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '#renderer/app/api.ts';
import { SignalList } from '#renderer/parts/signals/signal-list.tsx';
import classes from '#renderer/parts/signals/signals.module.css';
import { signalTexts as texts } from '#renderer/parts/signals/signals.nl.ts';
import { Link } from '#renderer/ui/link.tsx';

/** A quiet hint at the top of the dossier; nothing when there is nothing to tell. */
export function HouseholdSignals({ householdId }: { readonly householdId: number }) {
  const signals = useQuery(api.signals.list.queryOptions({ input: { householdId } }));
  const titleId = useId();
  if (!signals.data || signals.data.length === 0) return null;
  return (
    <section className={classes['hint']} aria-labelledby={titleId}>
      <div className={classes['head']}>
        <h2 id={titleId}>{texts.title}</h2>
        {signals.data.some(({ does }) => does === 'talk') ? null : (
          <Link to="/dossiers/$householdId/gesprek" params={{ householdId: String(householdId) }}>
            {texts.talk}
          </Link>
        )}
      </div>
      <SignalList signals={signals.data} />
    </section>
  );
}
