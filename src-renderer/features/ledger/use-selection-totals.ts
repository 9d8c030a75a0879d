import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '#renderer/app/api.ts';
import { type PickedItems, toSelection } from '#renderer/app/selection.ts';

export type SelectionTotals = Awaited<ReturnType<typeof client.ledger.selectionTotals>>;

/** Each selection gets a number, so that its total is asked once without comparing a hundred thousand keys. */
const versions = new WeakMap<PickedItems, number>();
let newestVersion = 0;
function versionOf(picked: PickedItems): number {
  const known = versions.get(picked);
  if (known !== undefined) return known;
  newestVersion += 1;
  versions.set(picked, newestVersion);
  return newestVersion;
}

/** The running total of what is picked; while it is asked the previous one stays, undefined before the first. */
export function useSelectionTotals(picked: PickedItems): SelectionTotals | undefined {
  const totals = useQuery({
    queryKey: ['selection-totals', versionOf(picked)],
    queryFn: () => client.ledger.selectionTotals(toSelection(picked)),
    placeholderData: keepPreviousData,
    enabled: picked.keys.length > 0,
  });
  return picked.keys.length > 0 ? totals.data : undefined;
}
