import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { id } from '#shared/api/schemas.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { type JournalEntry, reason } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { useZodForm } from '#renderer/ui/form.ts';
import { Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { bookingTexts } from './booking.nl.ts';
import { reverseTexts as texts } from './dialogs.nl.ts';
import { claimRow, EffectPreview } from './effect-preview.tsx';
import { useEntryClaims } from './entry-claims.ts';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

const reverseForm = z.object({ entryId: id, reason });

/** Takes an entry back with a reason; says what each balance becomes. */
export function ReverseDialog({
  household,
  entry,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly entry: JournalEntry;
  readonly onClose: () => void;
}) {
  const { touched } = useEntryClaims(household, entry.entryId);
  const form = useZodForm(reverseForm, { entryId: entry.entryId, reason: '' });
  const { finished } = useOutcome(onClose);
  const reverse = useMutation(
    api.ledger.reverse.mutationOptions({
      onSuccess: () => finished(texts.done),
    }),
  );
  const save = form.handleSubmit((request) => reverse.mutate(request));
  const kind = bookingTexts.entryKinds[entry.kind];
  return (
    <BookingModal
      title={texts.title(kind)}
      confirmLabel={texts.confirm}
      onSubmit={save}
      onClose={onClose}
      booking={reverse}
      size="md"
    >
      <Text muted>{texts.hint}</Text>
      <ReasonField field={form.register('reason')} error={form.formState.errors.reason?.message} />
      <EffectPreview rows={touched.map(({ claim, amountCents }) => claimRow(claim, -amountCents))}>
        {texts.sentence(kind, formatCents(entry.amountCents))}
      </EffectPreview>
    </BookingModal>
  );
}
