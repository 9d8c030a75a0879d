import { Loading } from '#renderer/ui/loading.tsx';

export function SettingsScreen() {
  return <Loading />;
}
