import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage, HouseholdPupil } from '#shared/dossier/contract.ts';
import { checkLiabilities } from '#shared/people/liability-rules.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { liabilitiesOf, startingDraft } from './liability-draft.ts';
import { LiabilityFields } from './liability-fields.tsx';
import { peopleTexts } from './people.nl.ts';

/** Who owes for one pupil: together the whole, or each a share; the shares must add up before it can be kept. */
export function LiabilitiesDialog({
  household,
  pupil,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly pupil: HouseholdPupil;
  readonly onClose: () => void;
}) {
  const { payers } = household;
  const [draft, setDraft] = useState(() => startingDraft(pupil));
  const save = useMutation(
    api.people.setLiabilities.mutationOptions({
      onSuccess: () => {
        notifyDone(peopleTexts.liabilitySaved);
        onClose();
      },
    }),
  );
  const liabilities = liabilitiesOf(draft, payers);
  const problem = checkLiabilities(liabilities, new Set(payers.map(({ payerId }) => payerId)));
  function submit(): void {
    if (!problem) save.mutate({ pupilId: pupil.pupilId, liabilities });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.whoPaysOf(pupil.firstName)}
      onConfirm={submit}
      confirm={{ label: peopleTexts.save, loading: save.isPending, disabled: problem !== undefined }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <LiabilityFields draft={draft} payers={payers} onChange={setDraft} />
        <Text muted small>
          {peopleTexts.liabilityHint(pupil.firstName)}
        </Text>
      </Stack>
    </Modal>
  );
}
