import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { id, positiveCents } from '#shared/api/schemas.ts';
import { reason } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { Text } from '#renderer/ui/text.tsx';
import { AmountField } from './amount-field.tsx';
import { BookingModal } from './booking-modal.tsx';
import { type ClaimDialogProps, claimsOf, findClaim } from './claims.ts';
import { chargeTexts as texts } from './dialogs.nl.ts';
import { claimRow, EffectPreview, householdRow, NoEffectYet } from './effect-preview.tsx';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

const chargeForm = z.object({ invoiceId: id, amountCents: positiveCents, reason });

/** Adds a charge to a claim. */
export function ChargeDialog({ household, invoiceId, onClose }: ClaimDialogProps) {
  const claim = findClaim(claimsOf(household), invoiceId);
  const form = useZodForm(chargeForm, { invoiceId, reason: '' });
  const { control, register, formState } = form;
  const amountCents = useWatch({ control, name: 'amountCents' }) ?? 0;
  const { booked } = useOutcome(onClose);
  const charge = useMutation(
    api.ledger.charge.mutationOptions({
      onSuccess: ({ entryId }, request) => booked(entryId, texts.done(formatCents(request.amountCents))),
    }),
  );
  const save = form.handleSubmit((request) => charge.mutate(request));
  const number = claim?.number ?? '';
  return (
    <BookingModal
      title={texts.title(number)}
      confirmLabel={texts.confirm}
      onSubmit={save}
      onClose={onClose}
      booking={charge}
      size="md"
    >
      <Text muted>{texts.hint}</Text>
      <Controller
        control={control}
        name="amountCents"
        render={({ field, fieldState }) => <AmountField field={field} missing={fieldState.invalid} focused />}
      />
      <ReasonField field={register('reason')} error={formState.errors.reason?.message} />
      {claim && amountCents > 0 ? (
        <EffectPreview rows={[claimRow(claim, amountCents), householdRow(household, amountCents)]}>
          {texts.sentence(formatCents(amountCents), number)}
        </EffectPreview>
      ) : (
        <NoEffectYet />
      )}
    </BookingModal>
  );
}
