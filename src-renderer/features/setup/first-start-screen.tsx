import { Loading } from '#renderer/ui/loading.tsx';

export function FirstStartScreen() {
  return <Loading />;
}
