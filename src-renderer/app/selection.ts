import { z } from 'zod';
import { grouping, type Grouping } from '#shared/ledger/contract.ts';
import { createStored, useStored } from './stored.ts';

/** What was picked in Openstaand (or in a dossier), for *Bericht maken* and *Niet verwerken*. */
export type PickedItems = { readonly grouping: Grouping; readonly keys: readonly number[] };

const schema = z.object({ grouping, keys: z.array(z.number()) });
const nothing: PickedItems = { grouping: 'invoice', keys: [] };

const stored = createStored<PickedItems>(sessionStorage, 'openstaand-selection', (value) => {
  const parsed = schema.safeParse(value);
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
  stored.set({ ...stored.get(), keys: [] });
}
