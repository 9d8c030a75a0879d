import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { useHits } from '#renderer/parts/use-hits.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { appTexts } from './app.nl.ts';
import classes from './global-search.module.css';

/** Ctrl+K finds any household, pupil, payer or invoice; arrows walk through the hits, Enter opens the dossier or the invoice. */
export function GlobalSearch() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
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

  const {
    search,
    isShown: shown,
    hits: rows,
    onKeyDown,
    startOver,
    field,
    list,
    option,
  } = useHits({ text, limit: 12, asking: open, onChoose: go });

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return onKeyDown(event);
    if (open && text !== '') setText('');
    else input.current?.blur();
    setOpen(false);
  }

  return (
    <div className={classes['search']}>
      <IconSearch size={15} stroke={1.7} className={classes['icon']} aria-hidden />
      <input
        ref={input}
        className={classes['input']}
        type="text"
        {...field}
        aria-label={appTexts.search}
        placeholder={appTexts.searchPlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          startOver();
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd className={classes['kbd']} aria-hidden>
        {appTexts.searchShortcut}
      </kbd>
      <div className={shown ? classes['results'] : classes['hidden']}>
        <ul {...list} aria-label={appTexts.searchResults} className={classes['list']}>
          {rows.map((hit, index) => (
            // The keyboard works on the field itself (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={`${hit.kind}-${hit.entityId}`}
              {...option(index)}
              className={classes['hit']}
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
        {shown && rows.length === 0 && !search.isFetching ? (
          <div className={classes['nothing']} role="status">
            {search.isError ? appTexts.searchFailed : appTexts.searchNothing}
          </div>
        ) : null}
      </div>
    </div>
  );
}
