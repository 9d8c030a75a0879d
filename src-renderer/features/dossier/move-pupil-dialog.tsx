import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { HouseholdPicker } from './household-picker.tsx';
import { peopleTexts } from './people.nl.ts';
import { useUndoChange } from './use-undo-change.ts';

/** Puts a pupil in the household it belongs to, and says who owes for it from then on. */
export function MovePupilDialog({
  pupil,
  householdId,
  onClose,
}: {
  readonly pupil: HouseholdPupil;
  readonly householdId: number;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [targetId, setTargetId] = useState<number | null>(null);
  const target = useQuery({
    ...api.dossier.page.queryOptions({ input: { householdId: targetId ?? 0 } }),
    enabled: targetId !== null,
  });
  const { tell } = useUndoChange();
  const move = useMutation(
    api.people.movePupil.mutationOptions({
      onSuccess: (moved) => {
        tell(peopleTexts.moved, moved.householdId);
        onClose();
        void navigate({ to: '/dossiers/$householdId', params: { householdId: String(moved.householdId) } });
      },
    }),
  );
  function submit(): void {
    if (target.data) move.mutate({ pupilId: pupil.pupilId, householdId: target.data.householdId });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.moveTitle(pupil.firstName)}
      onConfirm={submit}
      confirm={{ label: peopleTexts.moveConfirm, loading: move.isPending, disabled: !target.data }}
    >
      <Stack gap="md">
        <ProblemAlert error={move.error ?? target.error} />
        {targetId === null ? (
          <HouseholdPicker label={peopleTexts.moveSearch} exceptId={householdId} onChoose={setTargetId} />
        ) : target.data ? (
          <>
            <p className="os-name">{peopleTexts.moveText(pupil.firstName, target.data.name)}</p>
            <div>
              <Button size="xs" variant="subtle" onClick={() => setTargetId(null)}>
                {peopleTexts.chooseAnother}
              </Button>
            </div>
          </>
        ) : target.isPending ? (
          <Loading />
        ) : null}
      </Stack>
    </Modal>
  );
}
