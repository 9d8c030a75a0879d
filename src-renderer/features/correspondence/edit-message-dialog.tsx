import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MessageEdit, PlannedMessage } from '#shared/correspondence/contract.ts';
import { findProblems } from '#shared/correspondence/problems.ts';
import type { RichText } from '#shared/correspondence/rich-text.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { RichTextEditor, type RichTextHandle } from '#renderer/ui/rich-text/rich-text-editor.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { composeTexts } from './compose.nl.ts';
import { correspondenceTexts } from './correspondence.nl.ts';
import type { VersionDraft } from './text-draft.ts';
import { TextProblems } from './text-problems.tsx';
import { textsTexts } from './texts.nl.ts';

type DialogProps = {
  readonly message: PlannedMessage;
  readonly textId: number;
  readonly edit: MessageEdit | null;
  readonly onClose: () => void;
  readonly onEdit: (edit: MessageEdit) => void;
};

/** Changes the words of one message; the text that it came from stays as it is. */
export function EditMessageDialog({ message, textId, edit, onClose, onEdit }: DialogProps) {
  const text = useQuery(api.correspondence.text.queryOptions({ input: { textId } }));
  const version =
    text.data?.versions.find(({ language }) => language === message.language) ??
    text.data?.versions.find(({ language }) => language === 'nl') ??
    text.data?.versions[0];
  if (!version) {
    return (
      <Modal opened onClose={onClose} title={composeTexts.editTitle(message.recipientName)}>
        <Loading />
      </Modal>
    );
  }
  const start = { subject: edit?.subject ?? version.subject, body: (edit?.body ?? version.body) as RichText };
  return <EditMessageForm message={message} start={start} onClose={onClose} onEdit={onEdit} />;
}

function EditMessageForm({
  message,
  start,
  onClose,
  onEdit,
}: Pick<DialogProps, 'message' | 'onClose' | 'onEdit'> & { readonly start: VersionDraft }) {
  const editor = useRef<RichTextHandle>(null);
  const [draft, setDraft] = useState<VersionDraft>(start);
  const apply = (): void => {
    onEdit({ messageKey: message.messageKey, subject: draft.subject, body: draft.body as never });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={composeTexts.editTitle(message.recipientName)}
      onConfirm={apply}
      confirm={{ label: composeTexts.save, disabled: draft.subject.trim() === '' }}
    >
      <Stack gap="sm">
        <Text muted>{composeTexts.editHint}</Text>
        <TextProblems problems={findProblems(draft.subject, draft.body)} />
        <TextInput
          label={correspondenceTexts.subject}
          value={draft.subject}
          onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
        />
        <RichTextEditor
          ref={editor}
          label={textsTexts.body}
          value={draft.body}
          onChange={(body) => setDraft((before) => ({ ...before, body }))}
        />
      </Stack>
    </Modal>
  );
}
