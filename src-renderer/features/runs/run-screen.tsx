import { Page } from '#renderer/ui/page.tsx';

export function RunScreen({ runId }: { readonly runId: number }) {
  return <Page title={String(runId)}>{null}</Page>;
}
