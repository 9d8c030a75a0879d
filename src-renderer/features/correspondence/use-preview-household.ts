import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import type { PickedHousehold } from '#renderer/parts/household-picker.tsx';

/** The household a text is looked at with: the one that was picked, else the first that has something open. */
export function usePreviewHousehold(): readonly [PickedHousehold | null, (household: PickedHousehold | null) => void] {
  const [picked, setPicked] = useState<PickedHousehold | null>(null);
  const first = useQuery(api.dossier.households.queryOptions({ input: { offset: 0, limit: 1 } }));
  const row = first.data?.rows[0];
  return [picked ?? (row ? { householdId: row.householdId, title: row.name } : null), setPicked];
}
