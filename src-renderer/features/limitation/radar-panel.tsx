import { Loading } from '#renderer/ui/loading.tsx';

export function RadarPanel() {
  return <Loading />;
}
