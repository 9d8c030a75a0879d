import { selection as pickedItems, type Selection } from '#shared/ledger/contract.ts';
import { createStored, useStored } from './stored.ts';

/**
 * What was picked in Openstaand (or in a dossier), for *Bericht maken* and *Niet verwerken*: exactly what the server
 * takes as a selection, so that what is counted is what a command is about.
 */
export type PickedItems = Omit<Selection, 'keys'> & { readonly keys: readonly number[] };

const nothing: PickedItems = { grouping: 'invoice', keys: [] };

const stored = createStored<PickedItems>(sessionStorage, 'openstaand-selection', (value) => {
  const parsed = pickedItems.safeParse(value);
  return parsed.success ? parsed.data : nothing;
});

/** The selection as it stands; it survives navigation and a reload of this tab. */
export function useSelection(): PickedItems {
  return useStored(stored);
}

export function setSelection(selection: PickedItems): void {
  stored.set(selection);
}

export function clearSelection(): void {
  stored.set({ grouping: stored.get().grouping, keys: [] });
}

/** As an input of the contract. */
export function toSelection({ keys, ...rows }: PickedItems): Selection {
  return { ...rows, keys: [...keys] };
}
