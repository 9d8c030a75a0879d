import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { textsTexts } from './texts.nl.ts';

/** Test naar mezelf: one real mail to an address of the user's own. */
export function TestMailDialog({
  opened,
  onClose,
  sample,
  hint,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** null: a plain line that proves the mail settings. */
  readonly sample: { readonly textId: number; readonly householdId: number } | null;
  readonly hint: string;
}) {
  const [to, setTo] = useState('');
  const send = useMutation(
    api.correspondence.testMail.mutationOptions({
      meta: { quiet: true },
      onSuccess: (_accepted, sent) => {
        notifyDone(textsTexts.testMailSent(sent.to));
        onClose();
      },
    }),
  );
  const submit = (): void => send.mutate({ to: to.trim(), sample });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={textsTexts.testMail}
      onConfirm={submit}
      actions={
        <Button variant="primary" loading={send.isPending} disabled={to.trim() === ''} onClick={submit}>
          {textsTexts.testMailSend}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text muted>{hint}</Text>
        <TextInput
          type="email"
          label={textsTexts.testMailTo}
          value={to}
          data-autofocus
          onChange={(event) => setTo(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && to.trim() !== '') submit();
          }}
        />
        <ProblemAlert error={send.error} />
      </Stack>
    </Modal>
  );
}
