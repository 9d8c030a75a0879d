import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { referralsTexts as texts } from './referrals.nl.ts';

/** Three weeks: long enough for a first appointment. */
const usualDays = 21;

/** One parent is told where help is, and a day is set to ask how it went. */
export function ReferDialog({ householdId, onClose }: { readonly householdId: number; readonly onClose: () => void }) {
  const today = useToday();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } }));
  const partners = useQuery(api.referrals.partners.queryOptions({ input: {} }));
  const [chosenPayer, setChosenPayer] = useState<number | null>(null);
  const [referralPartnerId, setPartner] = useState<number | null>(null);
  const [day, setDay] = useState<PlainDate | null>(null);
  const payers = page.data?.payers ?? [];
  const payerId = chosenPayer ?? (payers.length === 1 ? (payers[0]?.payerId ?? null) : null);
  const followUpOn = day ?? (today === undefined ? null : addDays(today, usualDays));
  const refer = useMutation(
    api.referrals.open.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.opened);
        onClose();
      },
    }),
  );
  const ready =
    payerId !== null && referralPartnerId !== null && followUpOn !== null
      ? { payerId, referralPartnerId, followUpOn }
      : null;
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.refer}
      onConfirm={() => ready && refer.mutate(ready)}
      confirm={{ label: texts.refer, loading: refer.isPending, disabled: ready === null }}
    >
      <Stack gap="sm">
        <Text muted>{texts.referText}</Text>
        <Select
          label={texts.whom}
          required
          withNames
          value={payerId === null ? null : String(payerId)}
          options={payers.map((payer) => ({
            value: String(payer.payerId),
            label: `${payer.firstName} ${payer.lastName}`.trim(),
          }))}
          onChange={(value) => value !== null && setChosenPayer(Number(value))}
        />
        <Select
          label={texts.partner}
          required
          value={referralPartnerId === null ? null : String(referralPartnerId)}
          options={(partners.data ?? []).map((partner) => ({
            value: String(partner.referralPartnerId),
            label: partner.isOwn ? partner.name : `${partner.name} (${texts.example})`,
          }))}
          onChange={(value) => value !== null && setPartner(Number(value))}
        />
        <DateInput
          label={texts.followUpOn}
          description={texts.followUpHint}
          required
          clearable={false}
          width={200}
          value={followUpOn}
          {...(today === undefined ? {} : { minDate: today })}
          onChange={setDay}
        />
        <ProblemAlert error={refer.error ?? page.error ?? partners.error} />
      </Stack>
    </Modal>
  );
}
