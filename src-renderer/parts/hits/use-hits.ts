import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useDebounced } from '#renderer/ui/use-debounced.ts';

const everyHit = (hits: readonly SearchHit[]): readonly SearchHit[] => hits;

/**
 * Search as you type, for a field with its hits below: arrows walk, Enter chooses. What is chosen is always a hit of what stands
 * in the field now. Enter before the hits are there (a number from a scanner) counts as soon as they come, when there is only
 * one: among several nothing is chosen unseen.
 */
export function useHits({
  text,
  limit,
  asking = true,
  narrow = everyHit,
  onChoose,
}: {
  readonly text: string;
  readonly limit: number;
  /** Not while nobody looks. */
  readonly asking?: boolean;
  /** Narrows what was found. */
  readonly narrow?: ((hits: readonly SearchHit[]) => readonly SearchHit[]) | undefined;
  readonly onChoose: (hit: SearchHit) => void;
}) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const typed = text.trim();
  const wanted = useDebounced(typed, 120);
  const search = useQuery({
    ...api.dossier.search.queryOptions({ input: { text: wanted, limit } }),
    enabled: asking && wanted !== '',
    placeholderData: (previous) => previous,
  });
  const isShown = asking && typed !== '' && wanted !== '';
  const hits = isShown ? narrow(search.data ?? []) : [];
  const isCurrent = wanted === typed && search.isSuccess && !search.isPlaceholderData;
  const current = Math.min(active, hits.length - 1);

  const early = useRef<string | null>(null);
  useEffect(() => {
    if (early.current === null || (early.current === typed && !isCurrent)) return;
    const isWanted = early.current === typed;
    early.current = null;
    const [only, ...others] = hits;
    if (isWanted && only && others.length === 0) onChoose(only);
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (hits.length === 0) return;
      const next = (current + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length;
      setActive(next);
      document.querySelector(`[id="${listId}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = hits[current];
      if (!isCurrent) early.current = typed;
      else if (hit) onChoose(hit);
    }
  }

  return {
    search,
    isShown,
    hits,
    onKeyDown,
    /** The best hit is the one that Enter chooses. */
    startOver: () => setActive(0),
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-expanded': hits.length > 0,
      'aria-activedescendant': hits.length > 0 ? `${listId}-${current}` : undefined,
    },
    list: { id: listId, role: 'listbox', 'aria-busy': isShown && !isCurrent },
    option: (index: number) => ({
      id: `${listId}-${index}`,
      role: 'option',
      'aria-selected': index === current,
      // The field keeps the keyboard.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onMouseEnter: () => setActive(index),
    }),
  } as const;
}

export type Hits = ReturnType<typeof useHits>;
