import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageEdit, PlannedMessage, Selection } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { composeTexts } from './compose.nl.ts';
import classes from './correspondence.module.css';
import { EditMessageDialog } from './edit-message-dialog.tsx';
import { MessagePreview } from './message-preview.tsx';

type Plan = { readonly selection: Selection; readonly textId: number; readonly edits: MessageEdit[] };

/** One planned message as it would leave, and what can be changed about it alone. */
export function ComposePreview({
  plan,
  message,
  onEdit,
}: {
  readonly plan: Plan;
  readonly message: PlannedMessage;
  readonly onEdit: (edit: MessageEdit) => void;
}) {
  const { messageKey } = message;
  const [editing, setEditing] = useState(false);
  // Only this message: its own changes, and not those of the others, decide what it looks like.
  const edits = plan.edits.filter((edit) => edit.messageKey === messageKey).map((edit) => ({ ...edit, drop: false }));
  const preview = useQuery(
    api.correspondence.previewMessage.queryOptions({
      input: { ...plan, edits, messageKey },
      placeholderData: keepPreviousData,
    }),
  );
  const other = message.channel === 'email' ? 'letter' : 'email';
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button size="xs" onClick={() => setEditing(true)}>
          {composeTexts.edit}
        </Button>
        <Button size="xs" onClick={() => onEdit({ messageKey, channel: other })}>
          {other === 'email' ? composeTexts.toEmail : composeTexts.toLetter}
        </Button>
      </Group>
      <ProblemAlert error={preview.error} />
      {preview.isPending ? <Loading /> : null}
      {preview.data ? (
        <div className={classes['preview']}>
          <MessagePreview key={message.channel} preview={preview.data} />
        </div>
      ) : null}
      {editing ? (
        <EditMessageDialog
          message={message}
          textId={plan.textId}
          edit={plan.edits.find((each) => each.messageKey === messageKey) ?? null}
          onClose={() => setEditing(false)}
          onEdit={onEdit}
        />
      ) : null}
    </Stack>
  );
}
