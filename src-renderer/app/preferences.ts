import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { api } from './api.ts';

/** What this user left standing on a screen; anything that no longer fits counts as never set. */
export function usePreference<Value>(
  key: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): readonly [Value, (value: Value) => void] {
  const queryClient = useQueryClient();
  const query = api.access.preferences.queryOptions();
  const preferences = useQuery(query);
  const save = useMutation(api.access.setPreference.mutationOptions({ meta: { quiet: true } }));
  // The query tells its readers a moment later; a box that was ticked may not jump back for that moment.
  const [chosen, setChosen] = useState<{ readonly key: string; readonly value: Value } | null>(null);
  const parsed = schema.safeParse(preferences.data?.[key]);
  function set(value: Value): void {
    setChosen({ key, value });
    queryClient.setQueryData(query.queryKey, (all: Record<string, unknown> | undefined) => ({ ...all, [key]: value }));
    save.mutate({ key, value });
  }
  return [chosen?.key === key ? chosen.value : parsed.success ? parsed.data : fallback, set];
}
