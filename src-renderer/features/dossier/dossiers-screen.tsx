import { Loading } from '#renderer/ui/loading.tsx';

export function DossiersScreen() {
  return <Loading />;
}
