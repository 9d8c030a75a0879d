import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { peopleTexts } from './people.nl.ts';

const longest = 280;

/** The short note that stands wherever this pupil or its invoices stand; empty removes it. */
export function InfoNoteDialog({ pupil, onClose }: { readonly pupil: HouseholdPupil; readonly onClose: () => void }) {
  const [body, setBody] = useState(pupil.infoNote ?? '');
  const save = useMutation(
    api.dossier.setInfoNote.mutationOptions({
      onSuccess: (_result, input) => {
        notifyDone(input.body === null ? peopleTexts.infoNoteRemoved : peopleTexts.infoNoteSaved);
        onClose();
      },
    }),
  );
  const submit = (text: string): void =>
    save.mutate({ pupilId: pupil.pupilId, body: text.trim() === '' ? null : text });
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.infoNoteTitle(pupil.firstName)}
      onConfirm={() => submit(body)}
      actions={
        pupil.infoNote ? (
          <Button variant="subtle" onClick={() => submit('')}>
            {peopleTexts.infoNoteRemove}
          </Button>
        ) : null
      }
      confirm={{ label: peopleTexts.save, loading: save.isPending }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <Text muted>{peopleTexts.infoNoteHint}</Text>
        <TextArea
          data-autofocus
          label={peopleTexts.infoNoteLabel}
          maxLength={longest}
          description={peopleTexts.charactersLeft(longest - body.length)}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Stack>
    </Modal>
  );
}
