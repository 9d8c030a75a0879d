import { useQuery } from '@tanstack/react-query';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';

/** The date the application works with; undefined until it is known. */
export function useToday(): PlainDate | undefined {
  return useQuery(api.setup.status.queryOptions()).data?.asOf;
}
