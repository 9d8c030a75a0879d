import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { HouseholdPayer, useHouseholdPayer } from '#renderer/parts/household-payer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { ConfirmHandOver } from './confirm-hand-over.tsx';
import { GateBills } from './gate-bills.tsx';
import { GateChecks } from './gate-checks.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** Whom, for which school, to whom; what the law still asks; and then the file itself before it is handed over. */
export function NewHandOverDialog({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (handOverId: number) => void;
}) {
  const [chosenSchool, setChosenSchool] = useState<number | null>(null);
  const [partnerId, setPartnerId] = useState<number | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const whose = useHouseholdPayer(() => setChosenSchool(null));
  const { payerId, page } = whose;
  const schools = useQuery(api.schools.list.queryOptions());
  const partners = useQuery(api.handOver.partners.queryOptions());
  const schoolId = chosenSchool ?? page?.pupils[0]?.schoolId ?? null;
  const partner = partners.data?.find((one) => one.partnerId === partnerId);
  const isChosen = payerId !== null && schoolId !== null;
  const gate = useQuery(
    api.handOver.gate.queryOptions({
      input: { payerId: payerId ?? 0, schoolId: schoolId ?? 0, partnerId },
      enabled: isChosen,
    }),
  );
  if (isPreviewing && isChosen && partner) {
    return (
      <ConfirmHandOver
        whose={{ payerId, schoolId, partnerId: partner.partnerId }}
        partnerName={partner.name}
        onBack={() => setPreviewing(false)}
        onClose={onClose}
        onMade={onMade}
      />
    );
  }
  const isAllowed = gate.data?.allowed === true && partner !== undefined;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.add}
      onConfirm={() => setPreviewing(true)}
      confirm={{ label: texts.toPreview, disabled: !isAllowed }}
    >
      <Stack gap="sm">
        <HouseholdPayer state={whose} label={texts.payer} description={texts.payerHint} />
        <Group gap="sm" grow>
          <Select
            label={texts.schoolLabel}
            disabled={page === null}
            value={schoolId === null ? null : String(schoolId)}
            options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(value) => setChosenSchool(value === null ? null : Number(value))}
          />
          <Select
            label={texts.partnerLabel}
            value={partnerId === null ? null : String(partnerId)}
            options={(partners.data ?? []).map((one) => ({ value: String(one.partnerId), label: one.name }))}
            onChange={(value) => setPartnerId(value === null ? null : Number(value))}
          />
        </Group>
        <ProblemAlert error={schools.error ?? partners.error ?? gate.error} />
        {isChosen && gate.isPending ? <Loading /> : null}
        {isChosen && gate.data ? (
          <>
            <GateChecks checks={gate.data.checks} />
            <GateBills bills={gate.data.invoices} totalCents={gate.data.totalCents} />
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}
