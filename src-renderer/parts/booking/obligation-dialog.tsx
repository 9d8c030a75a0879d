import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { id, plainDate, positiveCents } from '#shared/api/schemas.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { reason } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { Text } from '#renderer/ui/text.tsx';
import { AmountField } from './amount-field.tsx';
import { BookingModal } from './booking-modal.tsx';
import classes from './booking.module.css';
import { bookingTexts } from './booking.nl.ts';
import { type ClaimDialogProps, claimsOf, findClaim } from './claims.ts';
import { arrearsTexts as texts } from './dialogs.nl.ts';
import { EffectPreview, NoEffectYet } from './effect-preview.tsx';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

const obligationForm = z.object({ invoiceId: id, amountCents: positiveCents, bookingDate: plainDate, reason });

/** What must have been paid on a claim by a date; changes no balance. */
export function ObligationDialog({ household, invoiceId, onClose }: ClaimDialogProps) {
  const today = useToday();
  const claim = findClaim(claimsOf(household), invoiceId);
  const arrears = useQuery(api.ledger.arrears.queryOptions({ input: { invoiceId } }));
  const form = useZodForm(obligationForm, { invoiceId, reason: '' });
  const { control, register, formState } = form;
  const values = useWatch({ control });
  const { finished } = useOutcome(onClose);
  const book = useMutation(
    api.ledger.bookObligation.mutationOptions({
      onSuccess: () => finished(texts.obligationDone),
    }),
  );
  const save = form.handleSubmit((request) => book.mutate(request));
  const { amountCents = 0, bookingDate } = values;
  const bookedCents = arrears.data?.bookedCents ?? 0;
  return (
    <BookingModal
      title={texts.obligationTitle(claim?.number ?? '')}
      confirmLabel={texts.obligationConfirm}
      onSubmit={save}
      onClose={onClose}
      booking={book}
      problem={book.error ?? arrears.error}
    >
      <Text muted>{texts.obligationHint}</Text>
      <div className={classes['row']}>
        <Controller
          control={control}
          name="amountCents"
          render={({ field, fieldState }) => <AmountField field={field} missing={fieldState.invalid} focused />}
        />
        <Controller
          control={control}
          name="bookingDate"
          render={({ field }) => (
            <DateInput
              label={texts.obligationDate}
              required
              width={180}
              description={texts.obligationDateHint}
              {...(today === undefined ? {} : { maxDate: today })}
              value={field.value ?? null}
              onChange={(date) => field.onChange(date ?? undefined)}
              error={formState.errors.bookingDate ? bookingTexts.chooseDate : null}
            />
          )}
        />
      </div>
      <ReasonField field={register('reason')} error={formState.errors.reason?.message} />
      {claim && amountCents > 0 && bookingDate !== undefined ? (
        <EffectPreview
          rows={[
            {
              key: 'booked',
              label: texts.booked,
              beforeCents: bookedCents,
              afterCents: bookedCents + amountCents,
            },
            { key: 'balance', label: texts.balance, beforeCents: claim.openCents, afterCents: claim.openCents },
          ]}
        >
          {texts.obligationSentence(formatCents(amountCents), formatPlainDate(bookingDate))}
        </EffectPreview>
      ) : (
        <NoEffectYet />
      )}
    </BookingModal>
  );
}
