import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { peopleTexts } from './people.nl.ts';
import { useUndoChange } from './use-undo-change.ts';

/** Puts some pupils and their payers in a household of their own. */
export function SplitDialog({
  household,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [pupilIds, setPupilIds] = useState<readonly number[]>([]);
  const [payerIds, setPayerIds] = useState<readonly number[]>([]);
  const [typedName, setName] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const firstLeaving = household.pupils.find(({ pupilId }) => pupilId === pupilIds[0]);
  const name = typedName ?? (firstLeaving ? peopleTexts.splitNamePrefix(firstLeaving.lastName) : '');
  const wrongPupils = pupilIds.length === 0 || pupilIds.length === household.pupils.length;
  const { tell } = useUndoChange();
  const split = useMutation(
    api.people.splitHousehold.mutationOptions({
      onSuccess: ({ householdId }) => {
        tell(peopleTexts.splitDone, householdId);
        onClose();
        void navigate({ to: '/dossiers/$householdId', params: { householdId: String(householdId) } });
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (wrongPupils || name.trim() === '') return;
    split.mutate({ householdId: household.householdId, pupilIds: [...pupilIds], payerIds: [...payerIds], name });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.splitTitle}
      onConfirm={submit}
      confirm={{ label: peopleTexts.splitConfirm, loading: split.isPending }}
    >
      <Stack gap="md">
        <Text muted>{peopleTexts.splitHelp}</Text>
        <ProblemAlert error={split.error} />
        <CheckList
          label={peopleTexts.splitPupils}
          options={household.pupils.map((pupil) => ({
            value: pupil.pupilId,
            label: `${pupil.firstName} ${pupil.lastName} · ${pupil.className}`,
          }))}
          value={pupilIds}
          onChange={setPupilIds}
          error={tried && wrongPupils ? peopleTexts.splitChoose : null}
        />
        <CheckList
          label={peopleTexts.splitPayers}
          options={household.payers.map((payer) => ({
            value: payer.payerId,
            label: `${payer.firstName} ${payer.lastName} · ${peopleTexts.relations[payer.relation]}`,
          }))}
          value={payerIds}
          onChange={setPayerIds}
        />
        <TextInput
          label={peopleTexts.splitName}
          value={name}
          maxLength={160}
          error={tried && name.trim() === '' ? householdTexts.fillIn : null}
          onChange={(event) => setName(event.target.value)}
        />
      </Stack>
    </Modal>
  );
}
