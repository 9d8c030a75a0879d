import { Loading } from '#renderer/ui/loading.tsx';

export function TextEditorScreen(_props: { readonly textId: number | null }) {
  return <Loading />;
}
