import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';

/** Tells of a procedure whether whoever is at the keyboard would be refused it, so that it need not be offered. */
export function useRefused(): (procedure: string) => boolean {
  const session = useQuery(api.access.session.queryOptions());
  const refused = session.data?.refused ?? [];
  return (procedure) => refused.includes(procedure);
}
