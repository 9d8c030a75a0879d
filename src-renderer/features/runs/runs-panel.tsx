import { Loading } from '#renderer/ui/loading.tsx';

export function RunsPanel() {
  return <Loading />;
}
