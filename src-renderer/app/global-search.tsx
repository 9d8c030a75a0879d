import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { api } from './api.ts';
import { appTexts } from './app.nl.ts';
import classes from './global-search.module.css';

/** Ctrl+K finds any household, pupil, payer or invoice; arrows walk through the hits, Enter opens the dossier or the invoice. */
export function GlobalSearch() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const listId = useId();
  const wanted = useDebounced(text.trim(), 120);
  const hits = useQuery({
    ...api.dossier.search.queryOptions({ input: { text: wanted, limit: 12 } }),
    enabled: open && wanted.length > 0,
    placeholderData: (previous) => previous,
  });
  const rows = wanted.length > 0 ? (hits.data ?? []) : [];

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        input.current?.focus();
        input.current?.select();
      }
    }
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, []);

  function go(hit: SearchHit): void {
    setOpen(false);
    setText('');
    input.current?.blur();
    if (hit.kind === 'invoice')
      void navigate({ to: '/facturen/$invoiceId', params: { invoiceId: String(hit.entityId) } });
    else void navigate({ to: '/dossiers/$householdId', params: { householdId: String(hit.householdId) } });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (open && text !== '') setText('');
      else input.current?.blur();
      setOpen(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (rows.length > 0) setActive((active + step + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      const hit = rows[active];
      if (hit && wanted === text.trim()) go(hit);
    }
  }

  const shown = open && wanted.length > 0;
  return (
    <div className={classes['search']}>
      <IconSearch size={15} stroke={1.7} className={classes['icon']} aria-hidden />
      <input
        ref={input}
        className={classes['input']}
        type="text"
        role="combobox"
        aria-label={appTexts.search}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && rows.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={appTexts.searchPlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className={classes['kbd']} aria-hidden>
        {appTexts.searchShortcut}
      </kbd>
      <div className={shown ? classes['results'] : classes['hidden']}>
        <ul id={listId} role="listbox" aria-label={appTexts.searchResults} className={classes['list']}>
          {(shown ? rows : []).map((hit, index) => (
            // The keyboard works on the field itself (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={`${hit.kind}-${hit.entityId}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes['hit']}
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => setActive(index)}
              onClick={() => go(hit)}
            >
              <span className={classes['words']}>
                <span className={`${classes['title']} os-name`}>{hit.title}</span>
                <span className={`${classes['subtitle']} os-name`}>{hit.subtitle}</span>
              </span>
              <Badge>{appTexts.kinds[hit.kind]}</Badge>
            </li>
          ))}
        </ul>
        {shown && rows.length === 0 && !hits.isFetching ? (
          <div className={classes['nothing']} role="status">
            {hits.isError ? appTexts.searchFailed : appTexts.searchNothing}
          </div>
        ) : null}
      </div>
    </div>
  );
}
