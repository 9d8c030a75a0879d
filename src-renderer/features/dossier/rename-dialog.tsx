import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { toProblem } from '#renderer/ui/problem.ts';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { householdTexts } from './dossier.nl.ts';
import { peopleTexts } from './people.nl.ts';

/** Another name for the household; nothing else changes. */
export function RenameDialog({
  household,
  onClose,
}: {
  readonly household: { readonly householdId: number; readonly name: string };
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(household.name);
  const rename = useMutation(
    api.people.renameHousehold.mutationOptions({
      onSuccess: () => {
        notifyDone(peopleTexts.renamed);
        onClose();
      },
    }),
  );
  function submit(): void {
    if (name.trim() !== '') rename.mutate({ householdId: household.householdId, name });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.renameTitle}
      onConfirm={submit}
      size="sm"
      confirm={{ label: peopleTexts.save, loading: rename.isPending }}
    >
      <TextInput
        data-autofocus
        label={peopleTexts.householdName}
        maxLength={160}
        value={name}
        error={name.trim() === '' ? householdTexts.fillIn : rename.error ? toProblem(rename.error).sentence : null}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) submit();
        }}
      />
    </Modal>
  );
}
