import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { MessagePreview } from '#renderer/parts/message-preview.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { editorTexts as texts } from './procedure-editor.nl.ts';

/** The text of a stage for the first household with something open. */
export function StagePreview({
  stageName,
  textId,
  onClose,
}: {
  readonly stageName: string;
  readonly textId: number;
  readonly onClose: () => void;
}) {
  const first = useQuery(api.dossier.households.queryOptions({ input: { offset: 0, limit: 1 } }));
  const household = first.data?.rows[0];
  const preview = useQuery(
    api.correspondence.previewText.queryOptions({
      input: { householdId: household?.householdId ?? 1, payerId: null, text: { textId } },
      enabled: household !== undefined,
      retry: false,
    }),
  );
  return (
    <Drawer opened onClose={onClose} title={texts.previewTitle(stageName)} size={720}>
      <Stack gap="sm">
        <Text small muted>
          {first.isSuccess && household === undefined ? texts.previewNobody : texts.previewHint}
        </Text>
        <ProblemAlert error={first.error ?? preview.error} />
        {preview.isLoading || first.isPending ? <Loading /> : null}
        {preview.data ? <MessagePreview preview={preview.data} /> : null}
      </Stack>
    </Drawer>
  );
}
