import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { HitLines } from '#renderer/parts/hits/hit-lines.tsx';
import { useHits } from '#renderer/parts/hits/use-hits.ts';
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

  const found = useHits({ text, limit: 12, asking: open, onChoose: go });
  const { search, isShown, hits } = found;

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return found.onKeyDown(event);
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
        {...found.field}
        aria-label={appTexts.search}
        placeholder={appTexts.searchPlaceholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          found.startOver();
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd className={classes['kbd']} aria-hidden>
        {appTexts.searchShortcut}
      </kbd>
      <div className={isShown ? classes['results'] : classes['hidden']}>
        <ul {...found.list} aria-label={appTexts.searchResults} className={classes['list']}>
          <HitLines found={found} onChoose={go} />
        </ul>
        {isShown && hits.length === 0 && !search.isFetching ? (
          <div className={classes['nothing']} role="status">
            {search.isError ? appTexts.searchFailed : appTexts.searchNothing}
          </div>
        ) : null}
      </div>
    </div>
  );
}
