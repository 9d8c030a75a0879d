import { Loading } from '#renderer/ui/loading.tsx';

export function ComposeScreen() {
  return <Loading />;
}
