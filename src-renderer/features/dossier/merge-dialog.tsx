import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { HouseholdPicker } from './household-picker.tsx';
import { peopleTexts } from './people.nl.ts';
import { useUndoChange } from './use-undo-change.ts';

/** Two households that are one: choose the other, choose which stays, see exactly what moves. */
export function MergeDialog({
  household,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const [otherId, setOtherId] = useState<number | null>(null);
  const [keep, setKeep] = useState<'this' | 'other'>('this');
  const other = useQuery({
    ...api.dossier.page.queryOptions({ input: { householdId: otherId ?? 0 } }),
    enabled: otherId !== null,
  });
  const [from, into] = keep === 'this' ? [other.data, household] : [household, other.data];
  const { tell } = useUndoChange();
  const merge = useMutation(
    api.people.mergeHouseholds.mutationOptions({
      onSuccess: ({ householdId }) => {
        tell(peopleTexts.merged, householdId);
        onClose();
        void navigate({ to: '/dossiers/$householdId', params: { householdId: String(householdId) } });
      },
    }),
  );
  function submit(): void {
    if (from && into) merge.mutate({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.mergeTitle}
      onConfirm={submit}
      confirm={{ label: peopleTexts.mergeConfirm, loading: merge.isPending, disabled: !from || !into }}
    >
      <Stack gap="md">
        <ProblemAlert error={merge.error ?? other.error} />
        {otherId === null ? (
          <HouseholdPicker label={peopleTexts.mergeSearch} exceptId={household.householdId} onChoose={setOtherId} />
        ) : other.isPending ? (
          <Loading />
        ) : null}
        {other.data && from && into ? (
          <>
            <RadioGroup
              label={peopleTexts.mergeKeep}
              value={keep}
              onChange={setKeep}
              options={[
                { value: 'this', label: peopleTexts.mergeKeepOption(household.name) },
                { value: 'other', label: peopleTexts.mergeKeepOption(other.data.name) },
              ]}
            />
            <WhatMoves from={from} into={into} />
            <div>
              <Button size="xs" variant="subtle" onClick={() => setOtherId(null)}>
                {peopleTexts.chooseAnother}
              </Button>
            </div>
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}

function WhatMoves({ from, into }: { readonly from: HouseholdPage; readonly into: HouseholdPage }) {
  const pupils = from.pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ');
  const payers = from.payers.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim()).join(', ');
  return (
    <div className="os-name">
      {peopleTexts.mergeMoves(from.name, into.name)}
      <ul>
        {pupils === '' && payers === '' ? <li>{peopleTexts.mergeNothing}</li> : null}
        {pupils === '' ? null : <li>{peopleTexts.mergePupils(pupils)}</li>}
        {payers === '' ? null : <li>{peopleTexts.mergePayers(payers)}</li>}
        <li>
          {from.documents.length > 0 ? peopleTexts.mergeDocuments(from.documents.length) : peopleTexts.mergeNotes}
        </li>
        {from.nextSteps.length > 0 ? <li>{peopleTexts.mergeSteps(from.nextSteps.length)}</li> : null}
      </ul>
      {`${peopleTexts.mergeLiability} ${peopleTexts.mergeSignpost(from.name)}`}
    </div>
  );
}
