import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { leaversTexts as texts } from './leavers.nl.ts';
import { useUndoChange } from './use-undo-change.ts';

/** The day on which a pupil left; empty when the pupil is still there. */
export function LeftDialog({
  pupil,
  householdId,
  onClose,
}: {
  readonly pupil: HouseholdPupil;
  readonly householdId: number;
  readonly onClose: () => void;
}) {
  const [leftOn, setLeftOn] = useState(pupil.leftOn);
  const { tell } = useUndoChange();
  const save = useMutation(
    api.people.setLeft.mutationOptions({
      onSuccess: () => {
        tell(texts.leftDone, householdId);
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="sm"
      title={texts.leftTitle(pupil.firstName)}
      onConfirm={() => save.mutate({ pupilId: pupil.pupilId, leftOn })}
      confirm={{ label: texts.leftSave, loading: save.isPending }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <DateInput label={texts.leftOn} value={leftOn} onChange={setLeftOn} />
        <Text muted small>
          {texts.leftHint}
        </Text>
      </Stack>
    </Modal>
  );
}
