import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';

export type PickedHousehold = { readonly householdId: number; readonly title: string };

/** Finds a household by any name, class, number or address in it. Starts with the households that have something open. */
export function HouseholdPicker({
  label,
  placeholder,
  nothingFound,
  value,
  onChange,
  labelHidden = false,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly nothingFound: string;
  readonly value: PickedHousehold | null;
  readonly onChange: (household: PickedHousehold | null) => void;
  /** In a grid the heading of the column says it. */
  readonly labelHidden?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed, 150);
  const first = useQuery(api.dossier.households.queryOptions({ input: { offset: 0, limit: 20 } }));
  const found = useQuery(api.dossier.search.queryOptions({ input: { text, limit: 20 }, enabled: text.trim() !== '' }));
  const searched = (found.data ?? []).map(({ householdId, title, subtitle }) => ({
    householdId,
    title: `${title} · ${subtitle}`,
  }));
  const listed = (first.data?.rows ?? []).map(({ householdId, name }) => ({ householdId, title: name }));
  const offered = text.trim() === '' || text === value?.title ? listed : searched;
  const households = new Map(
    [...(value ? [value] : []), ...offered].map((household) => [household.householdId, household]),
  );
  return (
    <Select
      {...(labelHidden ? { 'aria-label': label } : { label })}
      withNames
      placeholder={placeholder}
      nothingFound={nothingFound}
      searchable
      onSearchChange={setTyped}
      filterLocally={false}
      value={value ? String(value.householdId) : null}
      options={[...households.values()].map(({ householdId, title }) => ({ value: String(householdId), label: title }))}
      onChange={(chosen) => onChange(chosen === null ? null : (households.get(Number(chosen)) ?? null))}
    />
  );
}
