import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { draftOf, emptyDraft } from './text-draft.ts';
import { TextEditor } from './text-editor.tsx';
import { textsTexts } from './texts.nl.ts';

/** One text: null for a new one. */
export function TextEditorScreen({ textId }: { readonly textId: number | null }) {
  const text = useQuery(
    api.correspondence.text.queryOptions({
      input: { textId: textId ?? 1 },
      enabled: textId !== null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (textId === null)
    return <TextEditor key="new" textId={null} schoolId={null} archived={false} saved={emptyDraft} />;
  if (text.data) {
    const { schoolId, archived } = text.data;
    return (
      <TextEditor key={textId} textId={textId} schoolId={schoolId} archived={archived} saved={draftOf(text.data)} />
    );
  }
  return (
    <Page title={textsTexts.title}>
      <ProblemAlert error={text.error} onRetry={() => void text.refetch()} />
      {text.isPending ? <Loading /> : null}
    </Page>
  );
}
