import { useQuery } from '@tanstack/react-query';
import { rolesWith } from '#shared/access/roles.ts';
import { api } from '#renderer/app/api.ts';

const caring = rolesWith('care');

/** Whether whoever is at the keyboard may write and read social notes of a household with pupils at these schools. */
export function useMaySeeSocialNotes(schoolIds: readonly number[]): boolean {
  const session = useQuery(api.access.session.queryOptions());
  if (session.data?.mode === 'single') return true;
  const roles = session.data?.user?.roles ?? [];
  return roles.some(
    ({ role, schoolId }) => caring.includes(role) && (schoolId === null || schoolIds.includes(schoolId)),
  );
}
