import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Session } from '#shared/access/contract.ts';
import { api } from './api.ts';

/**
 * Goes on as whoever is at the keyboard now. When that is somebody else, nothing of what the one before had on the screen
 * is kept.
 */
export function takeSession(queryClient: QueryClient, next: Session): void {
  const key = api.access.session.queryKey();
  const before = queryClient.getQueryData(key);
  if (before?.user?.userId !== next.user?.userId) {
    // Not `clear`: whoever shows the session has to see it change.
    queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(key) });
  }
  queryClient.setQueryData(key, next);
}
