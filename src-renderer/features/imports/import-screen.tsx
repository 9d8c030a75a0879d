import { Loading } from '#renderer/ui/loading.tsx';

export function ImportScreen() {
  return <Loading />;
}
