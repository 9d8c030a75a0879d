import { Loading } from '#renderer/ui/loading.tsx';

export function SettlementsPanel() {
  return <Loading />;
}
