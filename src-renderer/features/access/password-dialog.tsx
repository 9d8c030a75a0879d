import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { accessTexts as texts } from './access.nl.ts';

/** One's own password. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useMutation(
    api.access.changePassword.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.passwordChanged);
        onClose();
      },
    }),
  );
  const submit = (): void => change.mutate({ currentPassword, newPassword });
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.changePassword}
      onConfirm={submit}
      confirm={{ label: texts.changePassword, loading: change.isPending }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          type="password"
          label={texts.currentPassword}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrentPassword(event.target.value)}
        />
        <TextInput
          type="password"
          label={texts.newPassword}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNewPassword(event.target.value)}
        />
        <ProblemAlert error={change.error} />
      </Stack>
    </Modal>
  );
}
