import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { id, positiveCents } from '#shared/api/schemas.ts';
import { reason } from '#shared/ledger/booking-shapes.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { AmountInput } from './amount-input.tsx';
import { BookingModal } from './booking-modal.tsx';
import { bookingTexts } from './booking.nl.ts';
import { type ClaimDialogProps, claimsOf, findClaim } from './claims.ts';
import { arrearsTexts as texts } from './dialogs.nl.ts';
import { EffectPreview, NoEffectYet } from './effect-preview.tsx';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

const correctionForm = z.object({
  invoiceId: id,
  corrections: z.array(z.object({ payerId: id, amountCents: positiveCents })).min(1, bookingTexts.amountMissing),
  reason,
});

/** Lowers booked obligations, per payer; changes no balance. */
export function ArrearsCorrectionDialog({ household, invoiceId, onClose }: ClaimDialogProps) {
  const claim = findClaim(claimsOf(household), invoiceId);
  const arrears = useQuery(api.ledger.arrears.queryOptions({ input: { invoiceId } }));
  const rows = arrears.data?.rows ?? [];
  const form = useZodForm(correctionForm, { invoiceId, corrections: [], reason: '' });
  const { control, register, formState } = form;
  const corrections = useWatch({ control, name: 'corrections' });
  const amountOf = (payerId: number) => corrections.find((one) => one.payerId === payerId)?.amountCents ?? null;
  const tooMuch = rows.some(({ payerId, arrearsCents }) => (amountOf(payerId) ?? 0) > arrearsCents);
  const total = sumCents(corrections.map(({ amountCents }) => amountCents));
  const { finished } = useOutcome(onClose);
  const correct = useMutation(
    api.ledger.correctArrears.mutationOptions({
      onSuccess: () => finished(texts.correctionDone),
    }),
  );
  const save = form.handleSubmit((request) => {
    if (!tooMuch) correct.mutate(request);
  });
  return (
    <BookingModal
      title={texts.correctionTitle(claim?.number ?? '')}
      confirmLabel={texts.correctionConfirm}
      onSubmit={save}
      onClose={onClose}
      booking={correct}
      problem={correct.error ?? arrears.error}
      disabled={rows.length === 0}
    >
      {arrears.data && rows.length === 0 ? (
        <Alert>{texts.correctionNone}</Alert>
      ) : (
        <Text muted>{texts.correctionHint}</Text>
      )}
      <Controller
        control={control}
        name="corrections"
        render={({ field }) => (
          <>
            {rows.map(({ payerId, payerName, arrearsCents }) => (
              <AmountInput
                key={payerId}
                label={<PersonName>{texts.correctionOf(payerName)}</PersonName>}
                width={260}
                cents={amountOf(payerId)}
                error={
                  (amountOf(payerId) ?? 0) > arrearsCents
                    ? bookingTexts.atMost(formatCents(arrearsCents))
                    : formState.errors.corrections && corrections.length === 0
                      ? bookingTexts.amountMissing
                      : null
                }
                onCents={(amountCents) =>
                  field.onChange([
                    ...corrections.filter((one) => one.payerId !== payerId),
                    ...(amountCents === null || amountCents === 0 ? [] : [{ payerId, amountCents }]),
                  ])
                }
              />
            ))}
          </>
        )}
      />
      <ReasonField field={register('reason')} error={formState.errors.reason?.message} />
      {total > 0 && claim ? (
        <EffectPreview
          rows={[
            ...rows.map(({ payerId, payerName, arrearsCents }) => ({
              key: String(payerId),
              label: <PersonName>{texts.arrearsOf(payerName)}</PersonName>,
              beforeCents: arrearsCents,
              afterCents: arrearsCents - (amountOf(payerId) ?? 0),
            })),
            { key: 'balance', label: texts.balance, beforeCents: claim.openCents, afterCents: claim.openCents },
          ]}
        >
          {texts.correctionSentence(formatCents(total))}
        </EffectPreview>
      ) : (
        <NoEffectYet />
      )}
    </BookingModal>
  );
}
