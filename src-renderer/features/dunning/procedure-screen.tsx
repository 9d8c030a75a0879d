import { Page } from '#renderer/ui/page.tsx';

export function ProcedureScreen({ procedureId }: { readonly procedureId: number | null }) {
  return <Page title={String(procedureId)}>{null}</Page>;
}
