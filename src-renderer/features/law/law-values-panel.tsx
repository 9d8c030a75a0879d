import { Loading } from '#renderer/ui/loading.tsx';

export function LawValuesPanel() {
  return <Loading />;
}
