import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { dossierTexts } from './dossier.nl.ts';
import classes from './hit-search.module.css';

const everyHit = (hits: readonly SearchHit[]): readonly SearchHit[] => hits;

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
  narrow = everyHit,
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
  const [active, setActive] = useState(0);
  const listId = useId();
  const typed = text.trim();
  const wanted = useDebounced(typed, 120);
  const search = useQuery({
    ...api.dossier.search.queryOptions({ input: { text: wanted, limit: large ? 50 : 20 } }),
    enabled: wanted !== '',
    placeholderData: (previous) => previous,
  });
  const shown = typed !== '' && wanted !== '';
  const rows = shown ? narrow(search.data ?? []) : [];
  const current = Math.min(active, rows.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (rows.length === 0) return;
      const next = (current + step + rows.length) % rows.length;
      setActive(next);
      document.querySelector(`[id="${listId}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const hit = rows[current];
      event.preventDefault();
      if (hit && wanted === typed && !search.isPlaceholderData) onChoose(hit);
    } else if (event.key === 'Escape' && text !== '') {
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
          role="combobox"
          aria-label={label}
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={rows.length > 0 ? `${listId}-${current}` : undefined}
          placeholder={placeholder}
          data-autofocus={focused || undefined}
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ProblemAlert error={shown ? search.error : null} onRetry={() => void search.refetch()} />
      <ul
        id={listId}
        role="listbox"
        aria-label={dossierTexts.searchResults}
        className={rows.length > 0 ? classes['list'] : classes['hidden']}
      >
        {rows.map((hit, index) => (
          // The keyboard works on the field itself (aria-activedescendant).
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${hit.kind}-${hit.entityId}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={classes['hit']}
            onMouseDown={(event) => event.preventDefault()}
            onMouseEnter={() => setActive(index)}
            onClick={() => onChoose(hit)}
          >
            <span className={classes['words']}>
              <span className={`${classes['title']} os-name`}>{hit.title}</span>
              <span className={`${classes['subtitle']} os-name`}>{hit.subtitle}</span>
            </span>
            <Badge tone={hit.kind === 'household' ? 'info' : 'neutral'}>{dossierTexts.kinds[hit.kind]}</Badge>
          </li>
        ))}
      </ul>
      <div role="status" className={classes['status']}>
        {!shown || search.isError ? null : search.isFetching && rows.length === 0 ? (
          dossierTexts.searching
        ) : rows.length === 0 ? (
          <>
            <strong>{dossierTexts.nothingFound(typed)}</strong>
            <div>{dossierTexts.nothingFoundHint}</div>
          </>
        ) : large ? (
          dossierTexts.found(rows.length)
        ) : null}
      </div>
    </div>
  );
}
