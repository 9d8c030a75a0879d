import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageEdit, PlannedMessage, Selection } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { isChanged } from './compose-draft.ts';
import { composeTexts } from './compose.nl.ts';
import { EditMessageDialog } from './edit-message-dialog.tsx';
import { MessagePreview } from '#renderer/parts/message-preview.tsx';

type Plan = { readonly selection: Selection; readonly textId: number; readonly edits: MessageEdit[] };

/** One planned message as it would leave, and what can be changed about it alone. */
export function ComposePreview({
  plan,
  message,
  onEdit,
  onUndo,
}: {
  readonly plan: Plan;
  readonly message: PlannedMessage;
  readonly onEdit: (edit: MessageEdit) => void;
  /** Back to the message as the plan makes it. */
  readonly onUndo: () => void;
}) {
  const { messageKey } = message;
  const [editing, setEditing] = useState(false);
  // Only this message: its own changes, and not those of the others, decide what it looks like.
  const edits = plan.edits.filter((edit) => edit.messageKey === messageKey);
  const preview = useQuery(
    api.correspondence.previewMessage.queryOptions({
      input: { ...plan, edits: edits.map((edit) => ({ ...edit, drop: false })), messageKey },
      placeholderData: keepPreviousData,
    }),
  );
  const [edit] = edits;
  const other = message.channel === 'email' ? 'letter' : 'email';
  const missing = other === 'email' ? 'noEmail' : 'noAddress';
  const impossible = message.exceptions.some(({ code }) => code === missing);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button size="xs" onClick={() => setEditing(true)}>
          {composeTexts.edit}
        </Button>
        <Button size="xs" disabled={impossible} onClick={() => onEdit({ messageKey, channel: other })}>
          {other === 'email' ? composeTexts.toEmail : composeTexts.toLetter}
        </Button>
        {isChanged(edit) ? (
          <Button size="xs" onClick={onUndo}>
            {composeTexts.undoEdit}
          </Button>
        ) : null}
      </Group>
      {message.dropped ? (
        <Text small muted>
          {composeTexts.droppedHint}
        </Text>
      ) : null}
      <ProblemAlert error={preview.error} />
      {preview.isPending ? <Loading /> : null}
      {preview.data ? <MessagePreview key={preview.data.channel} preview={preview.data} /> : null}
      {editing ? (
        <EditMessageDialog
          message={message}
          textId={plan.textId}
          edit={edit ?? null}
          onClose={() => setEditing(false)}
          onEdit={onEdit}
        />
      ) : null}
    </Stack>
  );
}
