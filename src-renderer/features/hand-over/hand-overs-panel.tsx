import { Loading } from '#renderer/ui/loading.tsx';

export function HandOversPanel() {
  return <Loading />;
}
