import { Loading } from '#renderer/ui/loading.tsx';

export function HoldsPanel() {
  return <Loading />;
}
