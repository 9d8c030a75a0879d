import { useMutation, useQuery } from '@tanstack/react-query';
import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { PeriodicChargeList } from '#renderer/parts/periodic-charge-list.tsx';
import { periodicTexts as texts } from '#renderer/parts/periodic.nl.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { PeriodicChargeForm } from './periodic-charge-form.tsx';

/** What is charged for a pupil every month: see, add, stop. */
export function PeriodicChargesDialog({
  pupil,
  onClose,
}: {
  readonly pupil: HouseholdPupil;
  readonly onClose: () => void;
}) {
  const { pupilId } = pupil;
  const today = useToday();
  const charges = useQuery(api.ledger.periodicCharges.queryOptions({ input: { pupilId } }));
  const save = useMutation(
    api.ledger.savePeriodicCharge.mutationOptions({
      onSuccess: ({ description }) => notifyDone(texts.saved(description)),
    }),
  );
  const rows = charges.data ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<span className="os-name">{texts.title(`${pupil.firstName} ${pupil.lastName}`)}</span>}
      actions={<Button onClick={onClose}>{kitTexts.close}</Button>}
    >
      <Stack gap="md">
        <Text muted>{texts.hint}</Text>
        <ProblemAlert error={charges.error} onRetry={() => void charges.refetch()} />
        {charges.isPending ? <Loading /> : null}
        {charges.data && rows.length === 0 ? <Text muted>{texts.none}</Text> : null}
        {rows.length > 0 ? <PeriodicChargeList charges={rows} withPupil={false} /> : null}
        <Heading level={3}>{texts.addTitle}</Heading>
        {today === undefined ? null : (
          <PeriodicChargeForm
            key={rows.length}
            pupilId={pupilId}
            schoolId={pupil.schoolId}
            today={today}
            pending={save.isPending}
            onSave={(input) => save.mutate(input)}
          />
        )}
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}
