import { Loading } from '#renderer/ui/loading.tsx';

export function OutboxScreen() {
  return <Loading />;
}
