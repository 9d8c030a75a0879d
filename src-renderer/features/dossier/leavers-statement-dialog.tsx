import { useMutation, useQuery } from '@tanstack/react-query';
import type { Leaver } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { leaversTexts as texts } from './leavers.nl.ts';

/** One statement for each payer of the pupil, to save and to send. */
export function LeaversStatementDialog({ leaver, onClose }: { readonly leaver: Leaver; readonly onClose: () => void }) {
  const { pupilId, pupilName, householdId } = leaver;
  const household = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  const make = useMutation(api.people.finalStatement.mutationOptions({ onSuccess: downloadFile }));
  const liable = household.data?.pupils.find((pupil) => pupil.pupilId === pupilId)?.liabilities ?? [];
  const payers = (household.data?.payers ?? []).filter(({ payerId }) => liable.some((one) => one.payerId === payerId));
  return (
    <Modal opened onClose={onClose} title={texts.statementTitle(pupilName)}>
      <Stack gap="md">
        <Text muted>{texts.statementText}</Text>
        <ProblemAlert error={make.error ?? household.error} />
        {household.isPending ? <Loading /> : null}
        {household.data && payers.length === 0 ? <Text>{texts.noPayers}</Text> : null}
        {payers.map(({ payerId, firstName, lastName }) => (
          <div key={payerId}>
            <Button loading={make.isPending} onClick={() => make.mutate({ pupilId, payerId })}>
              <span className="os-name">{texts.statementFor(`${firstName} ${lastName}`.trim())}</span>
            </Button>
          </div>
        ))}
      </Stack>
    </Modal>
  );
}
