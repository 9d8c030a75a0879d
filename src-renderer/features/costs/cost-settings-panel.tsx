import { Loading } from '#renderer/ui/loading.tsx';

export function CostSettingsPanel() {
  return <Loading />;
}
