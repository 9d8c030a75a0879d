import { useState } from 'react';
import type { SearchHit } from '#shared/dossier/contract.ts';
import { dossierTexts } from './dossier.nl.ts';
import { HitSearch } from './hit-search.tsx';

/** Find another household by anything that is known of it; each household is offered once. */
export function HouseholdPicker({
  label,
  exceptId,
  onChoose,
}: {
  readonly label: string;
  readonly exceptId: number;
  readonly onChoose: (householdId: number) => void;
}) {
  const [text, setText] = useState('');
  return (
    <HitSearch
      label={label}
      placeholder={dossierTexts.searchPlaceholder}
      text={text}
      onText={setText}
      focused
      narrow={(hits) => onePerHousehold(hits.filter(({ householdId }) => householdId !== exceptId))}
      onChoose={(hit) => onChoose(hit.householdId)}
    />
  );
}

function onePerHousehold(hits: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<number>();
  return hits.filter(({ householdId }) => !seen.has(householdId) && seen.add(householdId));
}
