import type { SearchHit } from '#shared/dossier/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { hitTexts as texts } from './hits.nl.ts';
import classes from './hits.module.css';
import type { Hits } from './use-hits.ts';

/** What was found, in the list below the field. */
export function HitLines({
  found: { hits, option },
  onChoose,
}: {
  readonly found: Pick<Hits, 'hits' | 'option'>;
  readonly onChoose: (hit: SearchHit) => void;
}) {
  return hits.map((hit, index) => (
    // The keyboard works on the field itself (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li key={`${hit.kind}-${hit.entityId}`} {...option(index)} className={classes['hit']} onClick={() => onChoose(hit)}>
      <span className={classes['words']}>
        <span className={`${classes['title']} os-name`}>{hit.title}</span>
        <span className={`${classes['subtitle']} os-name`}>{hit.subtitle}</span>
      </span>
      <Badge tone={hit.kind === 'household' ? 'info' : 'neutral'}>{texts.kinds[hit.kind]}</Badge>
    </li>
  ));
}
