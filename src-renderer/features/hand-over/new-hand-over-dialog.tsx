import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
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
  const [household, setHousehold] = useState<PickedHousehold | null>(null);
  const [chosenPayer, setChosenPayer] = useState<number | null>(null);
  const [chosenSchool, setChosenSchool] = useState<number | null>(null);
  const [partnerId, setPartnerId] = useState<number | null>(null);
  const [isPreviewing, setPreviewing] = useState(false);
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: household?.householdId ?? 0, withClosed: false },
      enabled: household !== null,
    }),
  );
  const schools = useQuery(api.schools.list.queryOptions());
  const partners = useQuery(api.handOver.partners.queryOptions());
  const payers = page.data?.payers ?? [];
  // One payer or school needs no choice.
  const payerId = chosenPayer ?? (payers.length === 1 ? (payers[0]?.payerId ?? null) : null);
  const schoolId = chosenSchool ?? page.data?.pupils[0]?.schoolId ?? null;
  const partner = partners.data?.find((one) => one.partnerId === partnerId);
  const isChosen = household !== null && payerId !== null && schoolId !== null;
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
        <HouseholdPicker
          label={texts.household}
          placeholder={texts.householdPlaceholder}
          nothingFound={texts.householdNothing}
          value={household}
          onChange={(picked) => {
            setHousehold(picked);
            setChosenPayer(null);
            setChosenSchool(null);
          }}
        />
        <Select
          label={texts.payer}
          description={texts.payerHint}
          withNames
          disabled={household === null}
          value={payerId === null ? null : String(payerId)}
          options={payers.map((payer) => ({
            value: String(payer.payerId),
            label: `${payer.firstName} ${payer.lastName}`.trim(),
          }))}
          onChange={(value) => setChosenPayer(value === null ? null : Number(value))}
        />
        <Group gap="sm" grow>
          <Select
            label={texts.schoolLabel}
            disabled={household === null}
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
        <ProblemAlert error={page.error ?? schools.error ?? partners.error ?? gate.error} />
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
