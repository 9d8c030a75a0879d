import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { id } from '#shared/api/schemas.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { allocation, type JournalEntry, reason } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { bookingTexts } from './booking.nl.ts';
import { amountsFit, ClaimAmounts, sumOfAmounts } from './claim-amounts.tsx';
import { claimsOf } from './claims.ts';
import { reallocateTexts as texts } from './dialogs.nl.ts';
import { EffectPreview } from './effect-preview.tsx';
import { type TouchedClaim, useEntryClaims } from './entry-claims.ts';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

type ReallocateProps = {
  readonly household: HouseholdPage;
  readonly entry: JournalEntry;
  readonly onClose: () => void;
};

/** Puts the money of a receipt on other claims; what is left becomes credit. */
export function ReallocateDialog(props: ReallocateProps) {
  const { touched, isKnown } = useEntryClaims(props.household, props.entry.entryId);
  return isKnown ? <ReallocateForm {...props} touched={touched} /> : <Loading />;
}

const reallocateForm = z.object({ entryId: id, allocations: z.array(allocation).max(500), reason });

function ReallocateForm({
  household,
  entry,
  touched,
  onClose,
}: ReallocateProps & { readonly touched: readonly TouchedClaim[] }) {
  const was = new Map(touched.map(({ claim, amountCents }) => [claim.invoiceId, -amountCents]));
  const schoolId = touched[0]?.claim.schoolId;
  const choices = claimsOf(household)
    .filter((claim) => claim.kind === 'invoice' && (schoolId === undefined || claim.schoolId === schoolId))
    .map(({ invoiceId, number, pupilName, billingGroup, openCents }) => ({
      invoiceId,
      number,
      pupilName,
      billingGroup,
      openCents,
      // As if the receipt had not been booked yet.
      mostCents: Math.min(entry.amountCents, openCents + (was.get(invoiceId) ?? 0)),
    }))
    .filter(({ mostCents }) => mostCents > 0);
  const form = useZodForm(reallocateForm, {
    entryId: entry.entryId,
    allocations: choices.flatMap(({ invoiceId }) => {
      const amountCents = was.get(invoiceId) ?? 0;
      return amountCents > 0 ? [{ invoiceId, amountCents }] : [];
    }),
    reason: '',
  });
  const { control, register, formState } = form;
  const items = useWatch({ control, name: 'allocations' });
  const rest = entry.amountCents - sumOfAmounts(items);
  const { booked } = useOutcome(onClose);
  const reallocate = useMutation(
    api.ledger.reallocate.mutationOptions({
      onSuccess: ({ entryId }) => booked(entryId, texts.done),
    }),
  );
  const save = form.handleSubmit((request) => {
    if (rest >= 0 && (items.length === 0 || amountsFit(items, choices))) reallocate.mutate(request);
  });
  return (
    <BookingModal
      title={texts.title}
      confirmLabel={texts.confirm}
      onSubmit={save}
      onClose={onClose}
      booking={reallocate}
    >
      <Text muted>{texts.hint(formatCents(entry.amountCents))}</Text>
      <Controller
        control={control}
        name="allocations"
        render={({ field }) => (
          <ClaimAmounts
            claims={choices}
            availableCents={entry.amountCents}
            items={field.value}
            onItems={field.onChange}
            error={rest < 0 ? texts.tooMuch(formatCents(-rest)) : null}
          />
        )}
      />
      <ReasonField field={register('reason')} error={formState.errors.reason?.message} />
      <EffectPreview
        rows={choices
          .map(({ invoiceId, number, openCents }) => ({
            key: String(invoiceId),
            label: bookingTexts.openOf(number),
            beforeCents: openCents,
            afterCents:
              openCents +
              (was.get(invoiceId) ?? 0) -
              (items.find((item) => item.invoiceId === invoiceId)?.amountCents ?? 0),
          }))
          .filter(({ beforeCents, afterCents }) => beforeCents !== afterCents)}
      >
        {rest > 0 ? texts.rest(formatCents(rest)) : rest < 0 ? texts.tooMuch(formatCents(-rest)) : texts.exact}
      </EffectPreview>
    </BookingModal>
  );
}
