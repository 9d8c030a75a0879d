import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { dossierTexts } from './dossier.nl.ts';
import { HitSearch } from './hit-search.tsx';
import { OpenHouseholds, useOpenHouseholds } from './open-households.tsx';

/** Find a household by anything that is known of it, or take the one that waits longest. */
export function DossiersScreen() {
  const navigate = useNavigate();
  const [text, setText] = useSearchText();
  const households = useOpenHouseholds();
  const total = households.data?.pages[0]?.total;
  return (
    <Page title={dossierTexts.title} subtitle={total ? dossierTexts.subtitle(total) : dossierTexts.subtitleEmpty}>
      <HitSearch
        label={dossierTexts.searchLabel}
        placeholder={dossierTexts.searchPlaceholder}
        text={text}
        onText={setText}
        onChoose={(hit) =>
          void navigate({ to: '/dossiers/$householdId', params: { householdId: String(hit.householdId) } })
        }
        large
      />
      {text.trim() === '' ? <OpenHouseholds households={households} /> : null}
    </Page>
  );
}

/** What is searched for: typed at once, in the address a moment later, so that *back* finds it again. */
function useSearchText(): [string, (text: string) => void] {
  const navigate = useNavigate();
  const { search = '' } = useSearch({ from: '/dossiers' });
  const [text, setText] = useState(search);
  const still = useDebounced(text, 250);
  const inAddress = useRef(search);
  useEffect(() => {
    if (still === inAddress.current) return;
    inAddress.current = still;
    void navigate({ to: '/dossiers', search: still === '' ? {} : { search: still }, replace: true });
  }, [still, navigate]);
  useEffect(() => {
    if (search === inAddress.current) return;
    inAddress.current = search;
    setText(search);
  }, [search]);
  return [text, setText];
}
