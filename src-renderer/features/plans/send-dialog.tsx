import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';

const channels = ['own', 'letter', 'email'] as const;

/** The document to each payer, by letter or e-mail. */
export function SendDialog({
  plan: { planId, payers },
  onClose,
}: {
  readonly plan: PlanPage;
  readonly onClose: () => void;
}) {
  const [requestKey] = useState(() => crypto.randomUUID());
  const [payerIds, setPayerIds] = useState<readonly number[]>(payers.map(({ payerId }) => payerId));
  const [channel, setChannel] = useState<(typeof channels)[number]>('own');
  const send = useMutation(
    api.plans.sendDocument.mutationOptions({
      onSuccess: ({ messageIds }) => {
        notifyDone(texts.sent(messageIds.length));
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.sendTitle}
      onConfirm={() =>
        send.mutate({ requestKey, planId, payerIds: [...payerIds], channel: channel === 'own' ? null : channel })
      }
      confirm={{ label: texts.sendNow, loading: send.isPending, disabled: payerIds.length === 0 }}
    >
      <Stack gap="sm">
        <Text muted>{texts.sendHint}</Text>
        <CheckList
          label={texts.sendTo}
          options={payers.map(({ payerId: value, name }) => ({ value, label: <PersonName>{name}</PersonName> }))}
          value={payerIds}
          onChange={setPayerIds}
        />
        <RadioGroup
          label={texts.channel}
          value={channel}
          onChange={setChannel}
          options={channels.map((value) => ({ value, label: texts.channels[value] }))}
        />
        <ProblemAlert error={send.error} />
      </Stack>
    </Modal>
  );
}
