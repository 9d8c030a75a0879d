import { Loading } from '#renderer/ui/loading.tsx';

export function HouseholdScreen(_props: { readonly householdId: number }) {
  return <Loading />;
}
