import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type SettlementKind, settlementKinds } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { HouseholdPayer, useHouseholdPayer } from '#renderer/parts/household-payer.tsx';
import { useToday } from '#renderer/parts/use-today.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** Writes an order of the court down; what it will do stands above the button. */
export function OpenSettlementDialog({
  onClose,
  onOpened,
}: {
  readonly onClose: () => void;
  readonly onOpened: (settlementId: number) => void;
}) {
  const today = useToday();
  const whose = useHouseholdPayer();
  const { payerId } = whose;
  const [orderSentOn, setOrderSentOn] = useState<PlainDate | null>(null);
  const [kind, setKind] = useState<SettlementKind>('collective');
  const [court, setCourt] = useState('');
  const [reference, setReference] = useState('');
  const [mediatorId, setMediatorId] = useState<number | null>(null);
  const mediators = useQuery(api.people.thirdPartyPayers.queryOptions());
  const open = useMutation(
    api.settlements.open.mutationOptions({
      onSuccess: ({ settlementId }) => {
        notifyDone(texts.saved);
        onClose();
        onOpened(settlementId);
      },
    }),
  );
  const isReady = payerId !== null && orderSentOn !== null;
  function submit(): void {
    if (payerId !== null && orderSentOn !== null)
      open.mutate({ payerId, kind, orderSentOn, court, reference, mediatorId });
  }
  return (
    <Modal
      opened
      size="md"
      onClose={onClose}
      title={texts.add}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: open.isPending, disabled: !isReady }}
    >
      <Stack gap="sm">
        <Segmented
          label={texts.kind}
          options={settlementKinds.map((value) => ({ value, label: texts.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
        <HouseholdPayer state={whose} label={texts.payer} description={texts.payerHint} />
        <Group gap="sm" align="flex-end">
          <DateInput
            label={texts.sentOnOf[kind]}
            required
            width={200}
            value={orderSentOn}
            {...(today === undefined ? {} : { maxDate: today })}
            onChange={setOrderSentOn}
          />
          <TextInput
            label={texts.reference}
            maxLength={100}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        </Group>
        {kind === 'collective' ? (
          <TextInput
            label={texts.court}
            maxLength={200}
            value={court}
            onChange={(event) => setCourt(event.target.value)}
          />
        ) : null}
        <Select
          label={texts.mediator}
          description={texts.mediatorHint}
          clearable
          value={mediatorId === null ? null : String(mediatorId)}
          options={(mediators.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(value) => setMediatorId(value === null ? null : Number(value))}
        />
        <Text muted>{texts.effects[kind]}</Text>
        <ProblemAlert error={open.error} />
      </Stack>
    </Modal>
  );
}
