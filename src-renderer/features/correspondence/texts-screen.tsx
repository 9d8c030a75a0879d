import { Loading } from '#renderer/ui/loading.tsx';

export function TextsScreen() {
  return <Loading />;
}
