import { z } from 'zod';
import { grouping, type Grouping } from '#shared/ledger/contract.ts';
import { createStored, useStored } from './stored.ts';

const uniquePick = z.object({
  by: z.enum(['pupil', 'household']),
  invoices: z.number(),
  pupils: z.number(),
  households: z.number(),
  openCents: z.number(),
});

/** Of *Selecteer unieke …*: what stands behind the one row per pupil or household. */
export type UniquePick = z.infer<typeof uniquePick>;

/** What was picked in Openstaand (or in a dossier), for *Bericht maken* and *Niet verwerken*. */
export type PickedItems = {
  readonly grouping: Grouping;
  readonly keys: readonly number[];
  readonly unique?: UniquePick | undefined;
};

const schema = z.object({ grouping, keys: z.array(z.number()), unique: uniquePick.optional() });
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
  stored.set({ grouping: stored.get().grouping, keys: [] });
}
