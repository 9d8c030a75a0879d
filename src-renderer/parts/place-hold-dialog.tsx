import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type HoldKind, holdKinds } from '#shared/holds/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { holdTexts as texts } from './hold-words.nl.ts';

/** Whom the hold keeps out of every reminder. */
export type HoldTarget =
  | { readonly scope: 'payer'; readonly payerId: number; readonly name: string }
  | { readonly scope: 'household'; readonly householdId: number; readonly name: string };

const kinds = holdKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }));

/** Asks what kind of hold, why, and until when, and places it; what follows from it (undo, a list to compute anew) is for the caller. */
export function PlaceHoldDialog({
  target,
  today,
  onClose,
  onPlaced,
}: {
  readonly target: HoldTarget;
  readonly today: PlainDate;
  readonly onClose: () => void;
  readonly onPlaced: (holdIds: readonly number[]) => void;
}) {
  const [kind, setKind] = useState<HoldKind>('doNotProcess');
  const [reason, setReason] = useState('');
  const [untilDate, setUntilDate] = useState<PlainDate | null>(null);
  const place = useMutation(api.holds.place.mutationOptions({ onSuccess: ({ holdIds }) => onPlaced(holdIds) }));
  const ready = reason.trim() !== '' && !place.isPending;
  function submit(): void {
    if (!ready) return;
    const why = { kind, reason: reason.trim(), untilDate };
    place.mutate(
      target.scope === 'payer' ? { payerId: target.payerId, ...why } : { householdId: target.householdId, ...why },
    );
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.title}
      onConfirm={submit}
      confirm={{ label: texts.confirm, loading: place.isPending, disabled: !ready }}
    >
      <Stack gap="sm">
        <div>
          <PersonName strong>{target.name}</PersonName>
          <Text muted>{texts.explained[target.scope]}</Text>
        </div>
        <Select
          label={texts.kind}
          options={kinds}
          value={kind}
          onChange={(chosen) => {
            if (chosen !== null) setKind(chosen);
          }}
        />
        <TextInput
          data-autofocus
          label={texts.reason}
          description={texts.reasonHint}
          value={reason}
          maxLength={300}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DateInput
          label={texts.until}
          description={texts.untilHint}
          value={untilDate}
          onChange={setUntilDate}
          minDate={today}
        />
        <ProblemAlert error={place.error} />
      </Stack>
    </Modal>
  );
}
