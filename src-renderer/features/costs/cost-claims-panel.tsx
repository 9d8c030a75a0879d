import { Loading } from '#renderer/ui/loading.tsx';

export function CostClaimsPanel() {
  return <Loading />;
}
