import { Loading } from '#renderer/ui/loading.tsx';

export function ProceduresPanel() {
  return <Loading />;
}
