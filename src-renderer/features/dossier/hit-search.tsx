import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { HitLines } from '#renderer/parts/hits/hit-lines.tsx';
import { useHits } from '#renderer/parts/hits/use-hits.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { dossierTexts } from './dossier.nl.ts';
import classes from './hit-search.module.css';

/**
 * Search as you type with the hits below the field. Arrows walk, Enter chooses. `text` belongs to the caller, so that it
 * can stand in the address.
 */
export function HitSearch({
  label,
  placeholder,
  text,
  onText,
  onChoose,
  narrow,
  large = false,
  focused = false,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (hit: SearchHit) => void;
  /** Narrows what was found. */
  readonly narrow?: (hits: readonly SearchHit[]) => readonly SearchHit[];
  readonly large?: boolean;
  /** In a dialog: the keyboard starts here. */
  readonly focused?: boolean;
}) {
  const found = useHits({ text, limit: large ? 50 : 20, narrow, onChoose });
  const { search, isShown, hits } = found;

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') found.onKeyDown(event);
    else if (text !== '') {
      event.stopPropagation();
      onText('');
    }
  }

  return (
    <div className={large ? classes['large'] : undefined}>
      <div className={classes['field']}>
        <IconSearch size={large ? 20 : 16} stroke={1.7} className={classes['icon']} aria-hidden />
        <input
          className={classes['input']}
          type="text"
          {...found.field}
          aria-label={label}
          placeholder={placeholder}
          data-autofocus={focused || undefined}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            found.startOver();
          }}
          onKeyDown={onKey}
        />
      </div>
      <ProblemAlert error={isShown ? search.error : null} onRetry={() => void search.refetch()} />
      <ul
        {...found.list}
        aria-label={dossierTexts.searchResults}
        className={hits.length > 0 ? classes['list'] : classes['hidden']}
      >
        <HitLines found={found} onChoose={onChoose} />
      </ul>
      <div role="status" className={classes['status']}>
        {!isShown || search.isError ? null : search.isFetching && hits.length === 0 ? (
          dossierTexts.searching
        ) : hits.length === 0 ? (
          <>
            <strong>{dossierTexts.nothingFound(text.trim())}</strong>
            <div>{dossierTexts.nothingFoundHint}</div>
          </>
        ) : large ? (
          dossierTexts.found(hits.length)
        ) : null}
      </div>
    </div>
  );
}
