import { useMutation } from '@tanstack/react-query';
import { type WriteOffRequest, writeOffRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { amountsFit, sumOfAmounts } from './claim-amounts.tsx';
import { writeOffTexts as texts } from './dialogs.nl.ts';
import { GiveUpAmounts, type GiveUpProps, givingUp } from './give-up-amounts.tsx';
import { GiveUpEffect } from './give-up-effect.tsx';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

const grounds = Object.entries(texts.grounds) as [WriteOffRequest['ground'], string][];

/** Buiten invordering as one action: which claims, why, and what it does to the lists and the holds. */
export function WriteOffDialog({ household, invoiceIds, onClose }: GiveUpProps) {
  const { choices, startingItems } = givingUp(household, invoiceIds);
  const form = useZodForm(writeOffRequest, {
    items: startingItems,
    ground: 'uncollectable',
    reason: '',
  });
  const { control, register, formState } = form;
  const items = useWatch({ control, name: 'items' });
  const { told } = useOutcome(onClose);
  const writeOff = useMutation(
    api.ledger.writeOff.mutationOptions({
      onSuccess: (outcome, request) => told(outcome, texts.done(formatCents(sumOfAmounts(request.items))), texts.what),
    }),
  );
  const save = form.handleSubmit((request) => {
    if (amountsFit(request.items, choices)) writeOff.mutate(request);
  });
  const amount = formatCents(sumOfAmounts(items));
  return (
    <BookingModal title={texts.title} confirmLabel={texts.confirm} onSubmit={save} onClose={onClose} booking={writeOff}>
      <Text muted>{texts.hint}</Text>
      <Controller
        control={control}
        name="items"
        render={({ field, fieldState }) => (
          <GiveUpAmounts choices={choices} folded={invoiceIds.length > 0} field={field} missing={fieldState.invalid} />
        )}
      />
      <Controller
        control={control}
        name="ground"
        render={({ field }) => (
          <Select
            label={texts.ground}
            required
            value={field.value}
            onChange={(ground) => ground !== null && field.onChange(ground)}
            options={grounds.map(([value, label]) => ({ value, label }))}
          />
        )}
      />
      <ReasonField label={texts.reason} field={register('reason')} error={formState.errors.reason?.message} />
      <GiveUpEffect
        household={household}
        items={items}
        kind="writeOff"
        sentence={texts.sentence(amount, items.length)}
      />
    </BookingModal>
  );
}
