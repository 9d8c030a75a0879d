import { Loading } from '#renderer/ui/loading.tsx';

export function OpenItemsScreen() {
  return <Loading />;
}
